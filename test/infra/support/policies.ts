import type { Entry } from '#infra/entries.ts';
import { TABLE_NAMES, type TableName } from '#functions/storage/tables.ts';
import type { Call } from './recorder.ts';
import { resourcesOf, type Template } from './synthesised.ts';

/** One permission as the template says it: an action on a table or index, on all partitions or those named like this. */
export type Permission = { entry: Entry; action: string; table: TableName; index?: string; keys: string[] | undefined };

type Statement = {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: { 'ForAllValues:StringLike'?: Record<string, string[]>; Null?: Record<string, string> };
};

const listOf = <Value>(value: Value | Value[]): Value[] => (Array.isArray(value) ? value : [value]);

const isOfEntry = (template: Template, entry: Entry): ((statementRoles: unknown) => boolean) => {
  const found = resourcesOf(template, 'AWS::Lambda::Function').find(({ Properties }) =>
    String(Properties.Description).endsWith(`: ${entry}`),
  );
  const role = (found?.Properties.Role as { 'Fn::GetAtt': string[] } | undefined)?.['Fn::GetAtt'][0];
  if (!role) throw new Error(`The template has no function ${entry}.`);
  return (roles) => JSON.stringify(roles).includes(`"${role}"`);
};

/** All statements of the role of one function. */
export const statementsOf = (template: Template, entry: Entry): Statement[] => {
  const isOurs = isOfEntry(template, entry);
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(({ Properties }) => isOurs(Properties.Roles))
    .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: Statement[] }).Statement);
};

const onTable = (template: Template, resource: unknown): { table: TableName; index?: string } => {
  const text = JSON.stringify(resource);
  const table = TABLE_NAMES.find((name) =>
    resourcesOf(template, 'AWS::DynamoDB::GlobalTable').some(
      ({ id, Properties }) => text.includes(`"${id}"`) && String(Properties.TableName).endsWith(`-${name}`),
    ),
  );
  if (!table) throw new Error(`A permission on something that is no table of ours: ${text}`);
  const index = /\/index\/(\w+)/.exec(text)?.[1];
  return { table, ...(index && { index }) };
};

/** What the role of one function may do with tables. A permission that is not plainly an allowance makes this throw. */
export const permissionsOf = (template: Template, entry: Entry): Permission[] =>
  statementsOf(template, entry).flatMap(({ Effect, Action, Resource, Condition }) => {
    const actions = listOf(Action).filter((action) => action.startsWith('dynamodb:') && !isOfStream(action));
    if (actions.length === 0) return [];
    if (Effect !== 'Allow') throw new Error('Only allowances are expected.');
    const keys = Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
    if (keys && Condition?.Null?.['dynamodb:LeadingKeys'] !== 'false') {
      throw new Error('A condition on all of none holds: keys must also be required to be there.');
    }
    return listOf(Resource).flatMap((resource) =>
      actions.map((action) => ({
        entry,
        action: action.slice('dynamodb:'.length),
        keys,
        ...onTable(template, resource),
      })),
    );
  });

const isOfStream = (action: string): boolean => /Stream|Shard|GetRecords/.test(action);

const isLike = (pattern: string, key: string): boolean =>
  pattern.endsWith('*') ? key.startsWith(pattern.slice(0, -1)) : key === pattern;

export const allows = (permission: Permission, call: Call): boolean =>
  permission.entry === call.entry &&
  permission.action === call.action &&
  permission.table === call.table &&
  permission.index === call.index &&
  (permission.keys === undefined || permission.keys.some((pattern) => isLike(pattern, call.key)));

/** Each permission, taken apart by the partitions it names. */
export const takenApart = (permission: Permission): Permission[] =>
  permission.keys ? permission.keys.map((key) => ({ ...permission, keys: [key] })) : [permission];

export const inWords = ({ entry, action, table, index, keys }: Permission): string =>
  [entry, action, index ? `${table}.${index}` : table, ...(keys ?? [])].join(' ');
