import type { Entry } from '#infra/entries.ts';
import { statementsOf } from './policies.ts';
import type { Template } from './synthesised.ts';

/** As long as the name of a table of ours, in a region with a long name, becomes. */
const A_NAME = 'x'.repeat(100);

const isIntrinsic = (value: object): boolean =>
  Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));

/** What stands in the policy once the names are known. */
const resolved = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  if ('Fn::Join' in value) {
    const [, parts] = value['Fn::Join'] as [string, unknown[]];
    return parts.map(resolved).join('');
  }
  if (isIntrinsic(value)) return A_NAME;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, resolved(inside)]));
};

/** How many characters the inline policies of a function's role have, as IAM counts them: without white space. */
export const weightOf = (template: Template, entry: Entry): number =>
  JSON.stringify({ Version: '2012-10-17', Statement: resolved(statementsOf(template, entry)) }).length;
