import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTRIBUTION_LENGTH } from '#shared/contributions/rules.ts';
import { Words } from '#shared/words.ts';
import { ExportFaulty, readRows, type Fault } from './csv.ts';
import { readStatements, type Statement } from './statements.ts';
import { readMatrix, readVotes, type ByPerson, type PolisChoice, type TimedVote } from './votes.ts';

/** A statement as it will be written: without words where nobody may or can read them. Its votes are kept either way. */
type ReadyStatement = Statement & { words: string | undefined };
type ReadyVote = {
  statement: number;
  choice: PolisChoice;
  /** Undefined where only the matrix has it. */ at: number | undefined;
};

export type PolisExport = {
  /** Tells this export from every other: the digest of its files. */
  digest: string;
  topic: string | undefined;
  url: string | undefined;
  description: string | undefined;
  /** By number. */
  statements: ReadyStatement[];
  /** By participant. People without a vote are not among them. */
  people: { person: number; votes: ReadyVote[] }[];
  /** The first moment of the conversation, milliseconds since 1970. */
  began: number;
  /** What was left out or changed, in sentences for whoever imports. */
  notes: string[];
};

const FILES = ['comments.csv', 'participants-votes.csv', 'votes.csv', 'summary.csv'] as const;
type File = (typeof FILES)[number];

const wordsOf = (text: string): { words: string } | { reason: string } => {
  const read = Words(CONTRIBUTION_LENGTH).safeParse(text);
  return read.success ? { words: read.data } : { reason: read.error.issues[0]?.message ?? 'not-valid' };
};

const WHY: Record<string, string> = {
  'words-missing': 'is empty',
  'words-too-long': `is longer than ${CONTRIBUTION_LENGTH} characters`,
  'words-unsayable': 'holds characters that cannot be shown',
};

const readyStatements = (statements: Map<number, Statement>, voted: Set<number>, notes: string[]): ReadyStatement[] => {
  const hidden = [...statements.values()].filter((statement) => statement.hidden).length;
  if (hidden > 0) {
    notes.push(
      `Statements that the source's moderators had hidden: ${hidden}. Their words are not brought along, their votes are kept.`,
    );
  }
  for (const number of voted) {
    if (statements.has(number)) continue;
    notes.push(
      `Statement ${number} has votes, but no row in comments.csv: its votes are kept, there are no words to show.`,
    );
    statements.set(number, { number, at: 0, author: undefined, text: '', hidden: true, line: 0 });
  }
  return [...statements.values()]
    .sort((a, b) => a.number - b.number)
    .map((statement) => {
      if (statement.hidden) return { ...statement, words: undefined };
      const read = wordsOf(statement.text);
      if ('words' in read) return { ...statement, words: read.words };
      const what = WHY[read.reason] ?? 'cannot be shown';
      notes.push(
        `comments.csv, line ${statement.line}: the statement ${what}; its words are left out, its votes are kept.`,
      );
      return { ...statement, words: undefined };
    });
};

/** The matrix decides who chose what; single votes say when. Without a matrix they decide both. */
const reconcile = (
  matrix: ByPerson<PolisChoice> | undefined,
  timed: ByPerson<TimedVote>,
  notes: string[],
): PolisExport['people'] => {
  const choices: ByPerson<PolisChoice> =
    matrix ??
    new Map(
      [...timed].map(([person, own]) => [person, new Map([...own].map(([s, { choice }]) => [s, choice] as const))]),
    );
  let otherChoice = 0;
  let untimed = 0;
  let kept = 0;
  const people = [...choices]
    .sort(([a], [b]) => a - b)
    .map(([person, own]) => ({
      person,
      votes: [...own].map(([statement, choice]): ReadyVote => {
        const single = timed.get(person)?.get(statement);
        if (!single) untimed++;
        else kept++;
        if (single && single.choice !== choice) otherChoice++;
        return { statement, choice, at: single?.at };
      }),
    }));
  const silent = people.filter(({ votes }) => votes.length === 0).length;
  const extra = [...timed.values()].reduce((sum, own) => sum + own.size, 0) - kept;
  if (silent > 0) notes.push(`Participants who never voted, and get no ballot: ${silent}.`);
  if (otherChoice > 0) notes.push(`Votes that differ between votes.csv and the matrix, which decides: ${otherChoice}.`);
  if (extra > 0) notes.push(`Votes of votes.csv that the matrix does not have, skipped: ${extra}.`);
  if (untimed > 0) notes.push(`Votes without a time, taken as cast when the conversation began: ${untimed}.`);
  return people.filter(({ votes }) => votes.length > 0);
};

/** Reads and checks a whole export before a single thing is written. */
export const readExport = (folder: string): PolisExport => {
  const faults: Fault[] = [];
  const texts = new Map<File, string>();
  for (const file of FILES) {
    const path = join(folder, file);
    if (existsSync(path)) texts.set(file, readFileSync(path, 'utf8'));
  }
  const comments = texts.get('comments.csv');
  const matrixText = texts.get('participants-votes.csv');
  const votesText = texts.get('votes.csv');
  if (comments === undefined) faults.push({ file: 'comments.csv', line: 0, what: 'is missing' });
  if (matrixText === undefined && votesText === undefined) {
    faults.push({ file: 'participants-votes.csv', line: 0, what: 'is missing, and so is votes.csv' });
  }
  const statements = readStatements(comments ?? '', comments === undefined ? [] : faults);
  const matrix = matrixText === undefined ? undefined : readMatrix(matrixText, faults);
  const timed = votesText === undefined ? new Map<number, Map<number, TimedVote>>() : readVotes(votesText, faults);
  const summary = new Map(
    readRows('summary.csv', texts.get('summary.csv') ?? '', faults).map(({ cells }) => [cells[0], cells[1]?.trim()]),
  );
  if (faults.length > 0) throw new ExportFaulty(faults);

  const notes: string[] = [];
  const people = reconcile(matrix, timed, notes);
  const voted = new Set(people.flatMap(({ votes }) => votes.map(({ statement }) => statement)));
  const ready = readyStatements(statements, voted, notes);
  const moments = [...ready.map(({ at }) => at), ...people.flatMap(({ votes }) => votes.map(({ at }) => at ?? 0))];
  const began = moments.reduce((first, at) => (at > 0 && at < first ? at : first), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(began)) throw new ExportFaulty([{ file: 'comments.csv', line: 0, what: 'holds no statement' }]);
  const digest = createHash('sha256');
  for (const [file, text] of texts) digest.update(`${file} ${text.length}\n`).update(text);
  const named = (key: string): string | undefined => summary.get(key) || undefined;
  return {
    digest: digest.digest('hex'),
    topic: named('topic'),
    url: named('url'),
    description: named('conversation-description'),
    statements: ready,
    people,
    began,
    notes,
  };
};
