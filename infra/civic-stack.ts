import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './constructs/alarms.ts';
import { Api } from './constructs/api.ts';
import { CivicTables } from './constructs/civic-tables.ts';
import { Clock } from './constructs/clock.ts';
import { MailIdentity } from './constructs/mail-identity.ts';
import { Overview } from './constructs/overview.ts';
import { RecordsStream } from './constructs/records-stream.ts';
import { Secrets } from './constructs/secrets.ts';
import { Site } from './constructs/site.ts';
import { WitnessBucket } from './constructs/witness-bucket.ts';
import type { EdgeStack } from './edge-stack.ts';
import type { Stage } from './stages.ts';

/** What was built and goes along: folders, the files with a name of their own, and from which commit, where one is known. */
export type Built = { bundles: string; client: string; named: readonly string[]; commit?: string };

/**
 * The platform of one stage. People come in through the site, which keeps public pages close to them; behind it an API
 * with two functions reads and writes the tables; a third reacts to changes, a fourth is started by the clock. Alarms
 * tell the operator what to do, and the overview shows how it goes and what it costs.
 */
export class CivicStack extends Stack {
  constructor(scope: Construct, id: string, stage: Stage, edge: EdgeStack, built: Built, props: StackProps) {
    super(scope, id, props);
    const tables = new CivicTables(this, 'Tables', stage);
    const secrets = new Secrets(this, 'Secrets', stage);
    const mail = new MailIdentity(this, 'Mail', stage);
    const { bundles, commit } = built;
    const api = new Api(this, 'Api', { stage, tables, secrets, bundles, ...(commit && { commit }) });
    const stream = new RecordsStream(this, 'RecordsStream', { stage, tables, bundles });
    const witness = new WitnessBucket(this, 'Witness', stage);
    const clock = new Clock(this, 'Clock', { stage, tables, bundles, mail, witness, streamDead: stream.dead });
    new Site(this, 'Site', {
      stage,
      api,
      secrets,
      certificate: edge.certificate,
      firewallArn: edge.firewallArn,
      folder: built.client,
      named: built.named,
    });
    const alarms = new Alarms(this, 'Alarms', { stage, api, stream, clock, tables });
    const functions = [api.pages, api.doors, stream.reacting, clock.working];
    new Overview(this, 'Overview', { stage, api, functions, tables, alarms: alarms.all });
  }
}
