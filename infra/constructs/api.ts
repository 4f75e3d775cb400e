import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { CfnStage, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';
import { DOOR_ROUTES, PAGE_ROUTES, type Route } from '../entries.ts';
import type { Stage } from '../stages.ts';
import { CivicFunction } from './civic-function.ts';
import type { CivicTables } from './civic-tables.ts';
import type { Secrets } from './secrets.ts';

/** Longer than the slowest page takes by far; the content network gives up after 30 seconds. */
const PATIENCE = Duration.seconds(15);

/** No address, no path, no query, no cookie, no user agent: which route, how it ended, how long it took. */
const ACCESS_LINE = JSON.stringify({
  at: '$context.requestTime',
  request: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  error: '$context.integration.error',
});

/** Amazon Translate knows no resource that could be named but glossaries, so the right is bound to the region instead. */
const mayTranslate = (translating: Function): void => {
  translating.addToRolePolicy(
    new PolicyStatement({
      actions: ['translate:TranslateText'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:RequestedRegion': translating.stack.region } },
    }),
  );
  if (!translating.role) throw new Error('A function without a role translates nothing.');
  accepted(translating.role, 'AwsSolutions-IAM5[Resource::*]', 'Translating a text is an act on no resource.');
};

type Given = { stage: Stage; tables: CivicTables; secrets: Secrets; bundles: string; commit?: string };

/**
 * The HTTP API and the two functions behind it, made from one app: `doors` answers the routes that have to do with who
 * somebody is and how to reach her, `pages` everything else.
 */
export class Api extends Construct {
  readonly api: HttpApi;
  readonly pages: CivicFunction;
  readonly doors: CivicFunction;

  constructor(scope: Construct, id: string, { stage, tables, secrets, bundles, commit }: Given) {
    super(scope, id);
    const environment = {
      SECRET_ID: secrets.master.secretArn,
      WAY_IN_ID: secrets.wayIn.secretArn,
      ...(stage.guardrail && { GUARDRAIL_ID: stage.guardrail.id }),
    };
    const common = { stage, tables, bundles, memory: stage.memory, timeout: PATIENCE, environment };
    this.pages = new CivicFunction(this, 'Pages', {
      ...common,
      entry: 'pages',
      environment: {
        ...environment,
        ...(stage.translator && { TRANSLATOR: stage.translator }),
        ...(commit && { COMMIT: commit }),
      },
    });
    if (stage.translator) mayTranslate(this.pages.function);
    this.doors = new CivicFunction(this, 'Doors', { ...common, entry: 'doors' });
    for (const { function: answering } of [this.pages, this.doors]) {
      answering.addToRolePolicy(
        new PolicyStatement({
          actions: ['secretsmanager:GetSecretValue'],
          resources: [secrets.master.secretArn, secrets.wayIn.secretArn],
        }),
      );
    }

    const toPages = new HttpLambdaIntegration('ToPages', this.pages.function);
    const toDoors = new HttpLambdaIntegration('ToDoors', this.doors.function);
    this.api = new HttpApi(this, 'Http', {
      description: `Equal Say ${stage.name}`,
      createDefaultStage: false,
      defaultIntegration: toPages,
    });
    const add = (integration: HttpLambdaIntegration, routes: readonly Route[]): void => {
      for (const [method, path] of routes) this.api.addRoutes({ path, methods: [HttpMethod[method]], integration });
    };
    add(toDoors, DOOR_ROUTES);
    add(toPages, PAGE_ROUTES);
    const log = new LogGroup(this, 'Access', {
      retention: RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const http = this.api.addStage('Stage', {
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: stage.requestsPerSecond, burstLimit: stage.requestsPerSecond * 2 },
    });
    (http.node.defaultChild as CfnStage).accessLogSettings = { destinationArn: log.logGroupArn, format: ACCESS_LINE };
    accepted(
      this.api,
      'AwsSolutions-APIG4',
      'Anybody may read and join. Who somebody is, is her session cookie, and the app checks it on every route.',
    );
  }
}
