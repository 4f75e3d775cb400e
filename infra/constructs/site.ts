import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';
import type { Stage } from '../stages.ts';
import type { Api } from './api.ts';
import { FileHeaders } from './file-headers.ts';
import { Files } from './files.ts';
import type { Secrets } from './secrets.ts';

/** As the app names it (`functions/http/session-cookie.ts`); a test compares. */
const SESSION_COOKIE = '__Host-session';

/** All that the app is told of a request besides its address, body and session. No user agent, no referrer. */
const TOLD = [
  'Accept',
  'Accept-Language',
  'Content-Type',
  'Origin',
  'Sec-Fetch-Site',
  'X-Locale',
  'CloudFront-Viewer-Address',
];

type Given = {
  stage: Stage;
  api: Api;
  secrets: Secrets;
  certificate: ICertificate;
  firewallArn: string | undefined;
  /** What browsers load: `dist/client`. */
  folder: string;
  /** Files with a name of their own at the top of that folder. */
  named: readonly string[];
};

/**
 * The way in. Pages come from the API and are kept for as long as they say themselves, apart for everybody with a
 * session: the session cookie is part of the key under which an answer is kept, so nobody is ever shown another's page.
 * Files come from the bucket.
 */
export class Site extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id);
    const { stage, secrets } = given;
    const { bucket } = new Files(this, 'Files', { folder: given.folder });

    const files: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: new FileHeaders(this, 'FileHeaders'),
      compress: true,
    };
    const answered = (cachePolicy: CachePolicy): BehaviorOptions => ({
      origin: toApi,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy,
      originRequestPolicy: told,
      compress: true,
    });
    const told = new OriginRequestPolicy(this, 'Told', {
      headerBehavior: OriginRequestHeaderBehavior.allowList(...TOLD),
    });
    const toApi = new HttpOrigin(`${given.api.api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders: { 'x-way-in': secrets.wayIn.secretValue.unsafeUnwrap() },
    });
    const byLanguage = answered(this.keptAsTold('ByLanguage'));

    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Equal Say ${stage.name}`,
      domainNames: [stage.domain],
      certificate: given.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      ...(given.firewallArn && { webAclId: given.firewallArn }),
      defaultBehavior: answered(this.keptAsTold('BySession')),
      additionalBehaviors: {
        '/': byLanguage,
        '/join': byLanguage,
        '/assets/*': files,
        ...Object.fromEntries(given.named.map((name) => [`/${name}`, files])),
      },
    });
    accepted(
      this.distribution,
      'AwsSolutions-CFR1',
      'Residents travel, and some read from the country they came from.',
    );
    accepted(
      this.distribution,
      'AwsSolutions-CFR3',
      'Its log holds addresses and user agents of people; the API logs each request without them.',
    );
    if (!given.firewallArn) {
      accepted(
        this.distribution,
        'AwsSolutions-CFR2',
        'Switched off for this stage (stages.ts): the platform limits by itself, the API throttles.',
      );
    }
    if (stage.hostedZone) this.pointDomain(stage.domain, stage.hostedZone);
    new CfnOutput(this, 'Address', {
      description: `Your DNS needs: ${stage.domain} CNAME (or ALIAS) to this`,
      value: this.distribution.distributionDomainName,
    });
  }

  private pointDomain(recordName: string, { id, name }: { id: string; name: string }): void {
    const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: id, zoneName: name });
    const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
    new ARecord(this, 'Record', { zone, recordName, target });
    new AaaaRecord(this, 'Record6', { zone, recordName, target });
  }

  /**
   * Kept for as long as the answer says and no longer. The language a browser prefers decides every answer that may be
   * kept and has no language in its address, and the title of a problem, which is never kept.
   */
  private keptAsTold(id: 'BySession' | 'ByLanguage'): CachePolicy {
    return new CachePolicy(this, id, {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(0),
      maxTtl: Duration.days(1),
      cookieBehavior: CacheCookieBehavior.allowList(SESSION_COOKIE),
      queryStringBehavior: CacheQueryStringBehavior.all(),
      headerBehavior:
        id === 'ByLanguage' ? CacheHeaderBehavior.allowList('Accept-Language') : CacheHeaderBehavior.none(),
      enableAcceptEncodingGzip: true,
      enableAcceptEncodingBrotli: true,
    });
  }
}
