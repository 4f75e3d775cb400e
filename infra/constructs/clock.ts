import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Construct } from 'constructs';
import { CLOCK_JOBS } from '../entries.ts';
import type { Stage } from '../stages.ts';
import { CivicFunction } from './civic-function.ts';
import type { CivicTables } from './civic-tables.ts';
import { DeadLetters, LONGEST_RUN } from './dead-letters.ts';
import type { MailIdentity } from './mail-identity.ts';
import type { WitnessBucket } from './witness-bucket.ts';

/**
 * What the clock starts, each job at its own pace. A tick that is five minutes late is of no use any more: the next one does its work.
 * A tick that meets its own job still running goes home at once. What the cloud gave up, a tick, a run, a change of the
 * records, comes back to the same function, which puts it on the operator's page.
 */
export class Clock extends Construct {
  readonly working: CivicFunction;
  readonly dead: DeadLetters;

  constructor(
    scope: Construct,
    id: string,
    {
      mail,
      witness,
      ...given
    }: {
      stage: Stage;
      tables: CivicTables;
      bundles: string;
      mail: MailIdentity;
      witness: WitnessBucket;
      streamDead: DeadLetters;
    },
  ) {
    super(scope, id);
    const { guardrail } = given.stage;
    this.dead = new DeadLetters(this, 'Dead');
    this.working = new CivicFunction(this, 'Schedule', {
      ...given,
      entry: 'schedule',
      memory: 1769,
      // A million ballots are read in minutes.
      timeout: LONGEST_RUN,
      environment: {
        MAIL_FROM: given.stage.mailFrom,
        MAIL_SET: mail.configurationSet.configurationSetName,
        WITNESS_BUCKET: witness.bucketName,
        ...(guardrail && {
          GUARDRAIL_ID: guardrail.id,
          GUARDRAIL_VERSION: guardrail.version,
          GUARDRAIL_TIER: guardrail.tier,
        }),
      },
    });
    this.working.function.configureAsyncInvoke({
      maxEventAge: Duration.minutes(5),
      retryAttempts: 1,
      onFailure: new SqsDestination(this.dead.queue),
    });
    for (const { queue } of [this.dead, given.streamDead]) {
      this.working.function.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
    }
    this.working.function.addToRolePolicy(
      new PolicyStatement({ actions: ['ses:SendEmail'], resources: [mail.identityArn, mail.configurationSetArn] }),
    );
    if (guardrail) this.letAsk(guardrail);
    witness.takeFrom(this.working.function.role as Role);
    const starts = new Role(this, 'Starts', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
      description: `Equal Say ${given.stage.name}: what starts the clock's jobs`,
    });
    starts.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.working.function.functionArn] }),
    );
    starts.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.dead.queue.queueArn] }));
    const role = starts.withoutPolicyUpdates();
    for (const [job, minutes] of Object.entries(CLOCK_JOBS)) {
      if (job === 'triage' && !guardrail) continue;
      new Schedule(this, job, {
        description: `Equal Say ${given.stage.name}: ${job}`,
        schedule: ScheduleExpression.rate(Duration.minutes(minutes)),
        target: new LambdaInvoke(this.working.function, {
          role,
          input: ScheduleTargetInput.fromObject({ job }),
          deadLetterQueue: this.dead.queue,
          maxEventAge: Duration.minutes(5),
          retryAttempts: 3,
        }),
      });
    }
  }

  /** Of all that Bedrock can do, asking this one guardrail. */
  private letAsk({ id, profiles = [] }: NonNullable<Stage['guardrail']>): void {
    const arn = Stack.of(this).formatArn({ service: 'bedrock', resource: 'guardrail', resourceName: id });
    this.working.function.addToRolePolicy(
      new PolicyStatement({ actions: ['bedrock:ApplyGuardrail'], resources: [arn, ...profiles] }),
    );
  }
}
