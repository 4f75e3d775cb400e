import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, Runtime } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { TableName } from '#functions/storage/tables.ts';
import type { Entry } from '../entries.ts';
import { PERMISSIONS, type Grant } from '../permissions.ts';
import { tablePrefix, type Stage } from '../stages.ts';
import type { CivicTables } from './civic-tables.ts';

const LOG_DAYS = { 7: RetentionDays.ONE_WEEK, 30: RetentionDays.ONE_MONTH, 90: RetentionDays.THREE_MONTHS };

/** How DynamoDB reaches the vault's key in the name of whoever calls; of no use outside DynamoDB. */
const KEY_ACTIONS = ['Decrypt', 'DescribeKey', 'Encrypt', 'GenerateDataKey', 'ReEncryptFrom', 'ReEncryptTo'];

type Given = {
  entry: Entry;
  stage: Stage;
  tables: CivicTables;
  /** The folder that holds `<entry>/index.mjs`. */
  bundles: string;
  memory: number;
  timeout: Duration;
  environment?: Record<string, string>;
};

/**
 * One Lambda function: its bundle on the current Node and on arm64, its own role with its own log and exactly the data
 * it needs (`permissions.ts`), nothing else of the account.
 */
export class CivicFunction extends Construct {
  readonly function: Function;
  /** Lines that the platform itself wrote as errors, whether or not the invocation failed. */
  readonly loggedErrors: Metric;

  constructor(scope: Construct, id: string, given: Given) {
    super(scope, id);
    const { entry, stage, tables } = given;
    const logGroup = new LogGroup(this, 'Log', {
      retention: LOG_DAYS[stage.logDays],
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Equal Say ${stage.name}: what ${entry} may do`,
    });
    logGroup.grantWrite(role);
    this.function = new Function(this, 'Function', {
      description: `Equal Say ${stage.name}: ${entry}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(`${given.bundles}/${entry}`),
      handler: 'index.handler',
      memorySize: given.memory,
      timeout: given.timeout,
      role,
      logGroup,
      environment: { TABLE_PREFIX: tablePrefix(stage), ORIGIN: `https://${stage.domain}`, ...given.environment },
    });
    for (const grant of PERMISSIONS[entry]) role.addToPrincipalPolicy(statement(grant, tables));
    if (PERMISSIONS[entry].some(({ table }) => table === 'vault')) role.addToPrincipalPolicy(useOfKey(tables));
    this.loggedErrors = new MetricFilter(this, 'LoggedErrors', {
      logGroup,
      metricNamespace: `EqualSay/${stage.name}`,
      metricName: `${entry}-logged-errors`,
      filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
      defaultValue: 0,
    }).metric({ statistic: 'sum' });
  }
}

const statement = ({ table, index, actions, keys }: Grant, tables: CivicTables): PolicyStatement => {
  const { tableArn } = tables.all[table satisfies TableName];
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [index ? `${tableArn}/index/${index}` : tableArn],
    ...(keys && {
      conditions: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...keys] },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    }),
  });
};

const useOfKey = ({ vaultKey, all }: CivicTables): PolicyStatement =>
  new PolicyStatement({
    actions: KEY_ACTIONS.map((action) => `kms:${action}`),
    resources: [vaultKey.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${all.vault.stack.region}.amazonaws.com` } },
  });
