/**
 * Real conversations for tests and benches: numbers only, no sentence is read into anything that is kept.
 * Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with
 * Attribution to The Computational Democracy Project.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Item, PackedBallots } from '#shared/opinion/packed.ts';
import { packed } from './packing.ts';

const folder = join(process.env['EQUAL_SAY_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'), 'polis');

/** The conversations that lie beside this checkout; none when there are none. */
export const conversations: readonly string[] = existsSync(folder)
  ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'participants-votes.csv')))
  : [];

export type Conversation = { name: string; items: Item[]; ballots: PackedBallots; exported: Int16Array };

/** One conversation: moderated-out statements are left out; `exported` is the export's group id, -1 where none. */
export function conversation(name: string): Conversation {
  const hidden = new Set(
    records(name, 'comments.csv')
      .filter((comment) => comment['moderated'] === '-1')
      .map((comment) => comment['comment-id']),
  );
  const people = records(name, 'participants-votes.csv');
  const ids = Object.keys(people[0]!).filter((key) => /^\d+$/.test(key) && !hidden.has(key));
  const items = ids.map((id): Item => ({ id: id.padStart(5, '0'), language: 'en', kind: 'suggestion' }));
  const rows = people.map((person) =>
    ids.flatMap((id, item) =>
      person[id] === '' || person[id] === undefined ? [] : [[item, Number(person[id])] as const],
    ),
  );
  const exported = Int16Array.from(people, (person) => (person['group-id'] === '' ? -1 : Number(person['group-id'])));
  return { name, items, ballots: packed(rows, items.length), exported };
}

function records(name: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name, file)), { columns: true, relax_quotes: true });
}
