import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import { CivicFunction } from './civic-function.ts';
import type { CivicTables } from './civic-tables.ts';
import { DeadLetters } from './dead-letters.ts';

const BATCH = 100;
const TRIES_AGAIN = 5;

/**
 * What reacts to changes of public things. A record that fails is tried again alone (the batch is halved until it stands
 * by itself), five times and for at most a day; then it goes to the dead letters and the others go on.
 */
export class RecordsStream extends Construct {
  readonly reacting: CivicFunction;
  readonly dead: DeadLetters;

  constructor(scope: Construct, id: string, given: { stage: Stage; tables: CivicTables; bundles: string }) {
    super(scope, id);
    this.dead = new DeadLetters(this, 'Dead');
    this.reacting = new CivicFunction(this, 'Stream', {
      ...given,
      entry: 'stream',
      memory: 256,
      timeout: Duration.seconds(30),
    });
    this.reacting.function.addEventSource(
      new DynamoEventSource(given.tables.all.records as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: BATCH,
        maxBatchingWindow: Duration.seconds(5),
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: TRIES_AGAIN,
        maxRecordAge: Duration.days(1),
        onFailure: new SqsDlq(this.dead.queue),
      }),
    );
  }
}
