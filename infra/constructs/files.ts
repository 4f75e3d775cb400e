import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';

/** The content network compresses by itself; the list of files is for the server side. */
const NOT_SERVED = ['**/*.br', '**/*.gz', 'manifest.json'];
const COPIER = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';
const BASIC = 'arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

/**
 * The built files in a bucket that only the content network can read. Names under `assets/` carry a hash, so those are
 * kept for a year and old ones stay: a page opened before a deploy still finds its scripts.
 */
export class Files extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { folder }: { folder: string }) {
    super(scope, id);
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: false,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    // The CDK's own types do not keep to `exactOptionalPropertyTypes`; so wherever `as I…` stands here.
    this.bucket = bucket as IBucket;
    accepted(
      bucket,
      'AwsSolutions-S1',
      'It holds public files only; a log of who loaded them would be a record of people.',
    );
    const common = {
      destinationBucket: this.bucket,
      prune: false,
      sources: [Source.asset(folder, { exclude: NOT_SERVED })],
    };
    new BucketDeployment(this, 'Hashed', {
      ...common,
      exclude: ['*'],
      include: ['assets/*'],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
    });
    new BucketDeployment(this, 'Named', {
      ...common,
      exclude: ['assets/*'],
      cacheControl: [CacheControl.fromString('public, max-age=3600')],
    });
    this.acceptCopier();
  }

  /** The CDK's own function, which copies the files when the stack is deployed and does nothing at any other time. */
  private acceptCopier(): void {
    const stack = Stack.of(this);
    const copier = stack.node.findChild(COPIER);
    const why = 'Written and kept by the CDK; it runs only while deploying, and only on these two buckets.';
    accepted(copier, 'AwsSolutions-L1', 'The CDK chooses the runtime of its own function.');
    accepted(copier, `AwsSolutions-IAM4[Policy::${BASIC}]`, why);
    const files = stack.getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    const assets = `arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${stack.account}-${stack.region}`;
    const actions = ['GetObject', 'GetBucket', 'List', 'DeleteObject', 'Abort'].map(
      (action) => `Action::s3:${action}*`,
    );
    for (const what of [...actions, `Resource::${assets}/*`, `Resource::<${files}.Arn>/*`]) {
      accepted(copier, `AwsSolutions-IAM5[${what}]`, why);
    }
  }
}
