import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Real exports lie beside a checkout, where there are any; they are never part of it. */
const data = process.env['EQUAL_SAY_DATA'] ?? join(import.meta.dirname, '../../../shared/data');
export const realExport = (name: string): string => join(data, 'polis', name);
export const isThere = (name: string): boolean => existsSync(realExport(name));

type Tally = { agree: number; disagree: number; pass: number };

/**
 * An independent count of a matrix: plain splitting, none of the importer's code. Matrices hold numbers only, so no cell
 * is quoted.
 */
export const countMatrix = (name: string): Map<number, Tally> => {
  const [header = '', ...lines] = readFileSync(join(realExport(name), 'participants-votes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const columns = header.split(',');
  const tallies = new Map(
    columns
      .filter((column) => /^\d+$/.test(column))
      .map((column) => [Number(column), { agree: 0, disagree: 0, pass: 0 }]),
  );
  for (const line of lines) {
    line.split(',').forEach((cell, i) => {
      const tally = tallies.get(Number(columns[i]));
      if (!tally || !/^\d+$/.test(columns[i] ?? '')) return;
      if (cell === '1') tally.agree++;
      if (cell === '-1') tally.disagree++;
      if (cell === '0') tally.pass++;
    });
  }
  return tallies;
};

export const peopleInMatrix = (name: string): number =>
  readFileSync(join(realExport(name), 'participants-votes.csv'), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .filter((line) =>
      line
        .split(',')
        .slice(6)
        .some((cell) => cell !== ''),
    ).length;

export type ExportFiles = Partial<Record<'comments' | 'participants-votes' | 'votes' | 'summary', string>>;

/** Three people, three statements (the last one hidden), written for tests. */
export const SMALL_EXPORT: Required<ExportFiles> = {
  comments: [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    '1500000000000,then,0,0,99,99,1,"More benches, please"',
    '1500000010000,then,1,1,99,99,0,Fewer cars on the square',
    '1500000020000,then,2,1,99,99,-1,Words that nobody should read',
  ].join('\n'),
  'participants-votes': [
    'participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2',
    '0,0,1,3,1,1,1,-1,0',
    '1,0,2,2,1,1,1,,-1',
    '2,,0,0,0,0,,,',
  ].join('\n'),
  votes: [
    'timestamp,datetime,comment-id,voter-id,vote',
    '1500000030000,then,0,0,-1',
    '1500000040000,then,0,0,1',
    '1500000050000,then,1,0,-1',
    '1500000060000,then,2,0,0',
    '1500000070000,then,0,1,1',
  ].join('\n'),
  summary:
    'topic,What does the square need?\nurl,https://polis.example/square\nconversation-description,"One line,\nand another"\n',
};

/** Writes an export into a folder of its own and hands the folder over; the folder is gone afterwards. */
export const withExport = async (files: ExportFiles, act: (folder: string) => Promise<void> | void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'polis-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text);
    await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
