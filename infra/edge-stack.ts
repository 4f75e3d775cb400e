import { Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate, CertificateValidation, type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import { Firewall } from './constructs/firewall.ts';
import type { Stage } from './stages.ts';

/** What the content network wants to have in us-east-1: the certificate of the domain, and the firewall. */
export class EdgeStack extends Stack {
  readonly certificate: ICertificate;
  readonly firewallArn: string | undefined;

  constructor(scope: Construct, id: string, stage: Stage, props: StackProps) {
    super(scope, id, props);
    const { hostedZone } = stage;
    this.certificate = new Certificate(this, 'Certificate', {
      domainName: stage.domain,
      validation: CertificateValidation.fromDns(
        hostedZone &&
          HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: hostedZone.id, zoneName: hostedZone.name }),
      ),
    });
    this.firewallArn = stage.firewall ? new Firewall(this, 'Firewall').arn : undefined;
  }
}
