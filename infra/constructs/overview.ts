import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard, GraphWidget, type Alarm, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';
import type { Api } from './api.ts';
import type { CivicFunction } from './civic-function.ts';
import type { CivicTables } from './civic-tables.ts';

type Given = { stage: Stage; api: Api; functions: readonly CivicFunction[]; tables: CivicTables; alarms: Alarm[] };

/** One page to look at: what is wrong, how much is asked, how fast it is answered, what the tables do. And the budget. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { stage, api, functions, tables, alarms }: Given) {
    super(scope, id);
    const period = Duration.minutes(5);
    const lambdas = functions.map(({ function: one }) => one);
    const ofTables = Object.values(tables.all);
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, period });
    new Dashboard(this, 'Dashboard', {
      dashboardName: `equal-say-${stage.name}`,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 4 })],
        [
          graph('Requests and server errors', [api.api.metricCount({ period }), api.api.metricServerError({ period })]),
          graph(
            'Answered within (ms)',
            ['p50', 'p99'].map((statistic) => api.api.metricLatency({ period, statistic })),
          ),
        ],
        [
          graph(
            'Functions running at once',
            lambdas.map((one) => one.metric('ConcurrentExecutions', { statistic: 'max' })),
          ),
          graph(
            'Functions failing',
            lambdas.map((one) => one.metricErrors({ period })),
          ),
        ],
        [
          graph(
            'Written to tables (units)',
            ofTables.map((table) => table.metricConsumedWriteCapacityUnits({ period })),
          ),
          graph(
            'Read from tables (units)',
            ofTables.map((table) => table.metricConsumedReadCapacityUnits({ period })),
          ),
        ],
      ],
    });
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `equal-say-${stage.name}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: stage.monthlyBudget, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        ['ACTUAL', 80],
        ['FORECASTED', 100],
      ].map(([notificationType, threshold]) => ({
        notification: {
          notificationType: String(notificationType),
          threshold: Number(threshold),
          thresholdType: 'PERCENTAGE',
          comparisonOperator: 'GREATER_THAN',
        },
        subscribers: [{ subscriptionType: 'EMAIL', address: stage.operator }],
      })),
    });
  }
}
