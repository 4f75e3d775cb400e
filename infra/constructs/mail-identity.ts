import { ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { PublicHostedZone } from 'aws-cdk-lib/aws-route53';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

/** The right to send mail as the domain, over TLS only, with bounces and complaints never written to again. */
export class MailIdentity extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly identityArn: string;
  readonly configurationSetArn: string;

  constructor(scope: Construct, id: string, { name, domain, hostedZone }: Stage) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'Set', {
      configurationSetName: `equal-say-${name}`,
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new EmailIdentity(this, 'Identity', {
      identity:
        hostedZone && hostedZone.name === domain
          ? Identity.publicHostedZone(
              PublicHostedZone.fromPublicHostedZoneAttributes(this, 'Zone', {
                hostedZoneId: hostedZone.id,
                zoneName: hostedZone.name,
              }),
            )
          : Identity.domain(domain),
      configurationSet: this.configurationSet,
    });
    const arn = (resource: string, resourceName: string): string =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
    this.identityArn = arn('identity', domain);
    this.configurationSetArn = arn('configuration-set', `equal-say-${name}`);
    identity.dkimRecords.forEach((record, i) => {
      new CfnOutput(this, `Dkim${i + 1}`, {
        description: 'Your DNS needs this CNAME, or mails of the platform are taken for forged',
        value: `${record.name} CNAME ${record.value}`,
      });
    });
  }
}
