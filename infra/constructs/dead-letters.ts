import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';

/** The longest that a function may run. */
export const LONGEST_RUN = Duration.minutes(15);

/**
 * Where work goes that failed again and again. The clock's function takes it to the operator's page; what it cannot take
 * is kept for two weeks. An alarm watches each of these.
 */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      // A queue hides what a function works on for as long as that may run (`clock.ts`).
      visibilityTimeout: LONGEST_RUN,
    });
    accepted(this.queue, 'AwsSolutions-SQS3', 'This is the dead-letter queue itself.');
  }
}
