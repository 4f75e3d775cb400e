import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { TABLE_NAMES } from '#functions/storage/tables.ts';
import type { Stage } from '../stages.ts';
import type { Api } from './api.ts';
import type { CivicFunction } from './civic-function.ts';
import type { CivicTables } from './civic-tables.ts';
import type { Clock } from './clock.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { RecordsStream } from './records-stream.ts';

type Watched = {
  metric: IMetric;
  above: number;
  doWhat: string;
  minutes?: number;
  missing?: TreatMissingData;
  below?: true;
};
type Given = { stage: Stage; api: Api; stream: RecordsStream; clock: Clock; tables: CivicTables };

/** What wakes the operator. Each alarm's text says what has happened in plain words, and what to do. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  private readonly topic: Topic;

  constructor(scope: Construct, id: string, { stage, api, stream, clock, tables }: Given) {
    super(scope, id);
    this.topic = new Topic(this, 'Operator', { displayName: `Equal Say ${stage.name}`, enforceSSL: true });
    this.topic.addSubscription(new EmailSubscription(stage.operator));

    this.deadLetters(
      'StreamDead',
      stream.dead,
      'A change of a public record could not be worked on, five times. The operator’s page (/desk/operations) names it. Read the function "stream"’s log for that time, put it right, then forget the letter there.',
    );
    this.deadLetters(
      'ClockDead',
      clock.dead,
      'A tick of the clock never reached the function "schedule", or a job crashed twice. The next tick does its work. If this goes on: the operator’s page (/desk/operations) names the job. Is the function throttled, or was it deleted?',
    );
    this.failures(
      'Pages',
      api.pages,
      'Pages or votes fail. Look for level "error" in its log: the field "error" names where. If it began with a deploy, deploy the version before.',
    );
    this.failures(
      'Doors',
      api.doors,
      'Joining, coming back or leaving fails. Look for level "error" in its log: the field "error" names where. If it began with a deploy, deploy the version before.',
    );
    this.failures(
      'Stream',
      stream.reacting,
      'Reactions to changes fail and are tried again. Look for level "error" in its log before the retries run out.',
    );
    this.failures(
      'Schedule',
      clock.working,
      'Recounts or mails fail. Votes are safe: a recount needs no trigger, and mails wait. Look for level "error" in its log.',
    );
    this.watch('ClockStopped', {
      metric: clock.working.function.metricInvocations({ period: Duration.minutes(5), statistic: 'sum' }),
      above: 1,
      below: true,
      missing: TreatMissingData.BREACHING,
      doWhat:
        'No recount has begun for ten minutes, so announced results will be late. Is the schedule switched on, and the function "schedule" there?',
    });
    this.watch('StreamBehind', {
      metric: stream.reacting.function.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'max' }),
      above: Duration.hours(1).toMilliseconds(),
      doWhat:
        'Reactions to changes are an hour behind; after a day they are given up. Look for level "error" in the log of "stream".',
    });
    this.watch('ApiFails', {
      metric: api.api.metricServerError({ period: Duration.minutes(5), statistic: 'sum' }),
      above: 5,
      doWhat:
        'The API answered with server errors. In its access log, "route" and "error" say where; then read that function’s log.',
    });
    this.watch('ApiSlow', {
      metric: api.api.metricLatency({ period: Duration.minutes(5), statistic: 'p99' }),
      above: 3_000,
      minutes: 15,
      doWhat:
        'One answer in a hundred takes longer than three seconds. Compare with the tables’ throttling; raise "memory" in stages.ts if it is not that.',
    });
    for (const name of TABLE_NAMES) {
      this.watch(`${name}Throttled`, {
        metric: new Metric({
          namespace: 'AWS/DynamoDB',
          metricName: 'ThrottledRequests',
          dimensionsMap: { TableName: tables.all[name].tableName },
          period: Duration.minutes(5),
          statistic: 'sum',
        }),
        above: 100,
        doWhat: `The table "${name}" turns requests away. It grows by itself within minutes; if a big consultation is about to open, warm it up first (README).`,
      });
    }
    for (const [metricName, limit] of [
      ['Reputation.BounceRate', 0.03],
      ['Reputation.ComplaintRate', 0.0008],
    ] as const) {
      this.watch(metricName.replace('.', ''), {
        metric: new Metric({ namespace: 'AWS/SES', metricName, period: Duration.hours(1), statistic: 'max' }),
        above: limit,
        doWhat:
          'Many mails bounce or are complained about; AWS will stop our mail if it goes on. Look at the last announcement: were its addresses confirmed?',
      });
    }
  }

  private deadLetters(name: string, { queue }: DeadLetters, doWhat: string): void {
    this.watch(name, {
      // Not those that wait: the function "schedule" takes them to the operator's page at once.
      metric: queue.metricNumberOfMessagesSent({ period: Duration.minutes(5), statistic: 'sum' }),
      above: 0,
      doWhat,
    });
  }

  private failures(name: string, { function: failing, loggedErrors }: CivicFunction, doWhat: string): void {
    const sum = { period: Duration.minutes(5), statistic: 'sum' } as const;
    this.watch(`${name}Fails`, { metric: failing.metricErrors(sum), above: 2, doWhat });
    this.watch(`${name}Logs`, { metric: loggedErrors.with(sum), above: 5, doWhat });
    this.watch(`${name}Throttled`, {
      metric: failing.metricThrottles(sum),
      above: 10,
      doWhat: `AWS starts no more copies of this function than the account may run at once. Ask for a higher quota of concurrent executions. (${doWhat})`,
    });
  }

  private watch(name: string, { metric, above, doWhat, minutes = 5, missing, below }: Watched): void {
    const alarm = new Alarm(this, name, {
      alarmDescription: doWhat,
      metric,
      threshold: above,
      comparisonOperator: below ? ComparisonOperator.LESS_THAN_THRESHOLD : ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: below ? 2 : minutes / 5,
      treatMissingData: missing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    this.all.push(alarm);
  }
}
