import { createHash } from 'node:crypto';
import type { OperationsView } from '#shared/operations/schema.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { CODE } from '../opinion/code.ts';
import { TABLES } from '../storage/tables.ts';
import type { World } from '../world.ts';

const SHORT = 12;

/** Which code answers. Two stores whose definition of tables has the same name hold the same tables and indexes. */
export const versionsOf = ({ commit }: Pick<World, 'commit'>): OperationsView['versions'] => ({
  platform: packageJson.version,
  ...(commit && { commit }),
  node: process.version,
  tables: createHash('sha256').update(JSON.stringify(TABLES)).digest('hex').slice(0, SHORT),
  opinion: CODE,
});
