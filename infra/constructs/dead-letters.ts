import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';

/** Where work goes that failed again and again. Kept for two weeks; an alarm watches each of these. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    accepted(this.queue, 'AwsSolutions-SQS3', 'This is the dead-letter queue itself.');
  }
}
