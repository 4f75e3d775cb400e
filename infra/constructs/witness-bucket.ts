import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
  type CfnBucket,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';
import type { Stage } from '../stages.ts';

/** Longer than any act of office can be disputed. */
const KEPT = Duration.days(3653);

/**
 * The copies of the ledger's seals. What lies here can be written over or taken away by nobody before its time: in
 * compliance mode not even by the account's owner. A stage that keeps no data can be taken down, so it only pretends.
 */
export class WitnessBucket extends Construct {
  private readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { keepsData, witnessBucket }: Stage) {
    super(scope, id);
    this.bucket = witnessBucket ? Bucket.fromBucketName(this, 'Bucket', witnessBucket) : this.own(keepsData);
    new CfnOutput(this, 'Copies', {
      description: 'Check the ledger with: npm run verify-ledger -- <file> --witness s3://<this>',
      value: this.bucket.bucketName,
    });
  }

  /** It may hand copies over, and read or take away none. */
  takeFrom(role: Role): void {
    const copies = this.bucket.arnForObjects('*');
    role.addToPolicy(new PolicyStatement({ actions: ['s3:PutObject'], resources: [copies] }));
    const made = this.bucket.node.defaultChild as CfnBucket | undefined;
    const name = made
      ? `<${Stack.of(this).getLogicalId(made)}.Arn>`
      : `arn:<AWS::Partition>:s3:::${this.bucket.bucketName}`;
    accepted(role, `AwsSolutions-IAM5[Resource::${name}/*]`, 'Each seal of each place is an object of its own.');
  }

  get bucketName(): string {
    return this.bucket.bucketName;
  }

  private own(keepsData: boolean): IBucket {
    const bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: keepsData
        ? ObjectLockRetention.compliance(KEPT)
        : ObjectLockRetention.governance(Duration.days(1)),
      versioned: true,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    accepted(bucket, 'AwsSolutions-S1', 'Its objects cannot be changed; who reads hashes is no matter of security.');
    return bucket as IBucket;
  }
}
