import { readRows, readTable, wholeNumber, type Fault } from './csv.ts';

export type PolisChoice = 'agree' | 'disagree' | 'pass';
const CHOICE_OF: Partial<Record<string, PolisChoice>> = { '1': 'agree', '-1': 'disagree', '0': 'pass' };

/** By person, then by statement. */
export type ByPerson<Value> = Map<number, Map<number, Value>>;
export type TimedVote = { choice: PolisChoice; at: number };

const put = <Value>(all: ByPerson<Value>, person: number, statement: number, value: Value): void => {
  const own = all.get(person) ?? new Map<number, Value>();
  own.set(statement, value);
  all.set(person, own);
};

const MATRIX = 'participants-votes.csv';

/** One row for each person, one numbered column for each statement, an empty cell for what she never saw. */
export const readMatrix = (text: string, faults: Fault[]): ByPerson<PolisChoice> => {
  const votes: ByPerson<PolisChoice> = new Map();
  const [header, ...rows] = readRows(MATRIX, text, faults);
  const personAt = header?.cells.indexOf('participant') ?? -1;
  if (!header || personAt < 0) {
    faults.push({ file: MATRIX, line: 1, what: 'lacks the column participant' });
    return votes;
  }
  const statements = header.cells.map(wholeNumber);
  if (new Set(statements.filter((n) => n !== undefined)).size !== statements.filter((n) => n !== undefined).length) {
    faults.push({ file: MATRIX, line: 1, what: 'names a statement twice' });
  }
  for (const { line, cells } of rows) {
    const person = wholeNumber(cells[personAt] ?? '');
    if (person === undefined) faults.push({ file: MATRIX, line, what: 'has no whole number as participant' });
    else if (votes.has(person)) faults.push({ file: MATRIX, line, what: `repeats the participant ${person}` });
    else {
      votes.set(person, new Map());
      statements.forEach((statement, i) => {
        const cell = cells[i]?.trim() ?? '';
        if (statement === undefined || cell === '') return;
        const choice = CHOICE_OF[cell];
        if (choice) put(votes, person, statement, choice);
        else faults.push({ file: MATRIX, line, what: `has a value other than -1, 0, 1 for statement ${statement}` });
      });
    }
  }
  return votes;
};

const VOTES = 'votes.csv';

/** Single votes in time order (agree is 1). Of several votes of a person on a statement the latest stays. */
export const readVotes = (text: string, faults: Fault[]): ByPerson<TimedVote> => {
  const votes: ByPerson<TimedVote> = new Map();
  for (const { line, cell } of readTable(
    VOTES,
    text,
    ['timestamp', 'comment-id', 'voter-id', 'vote'] as const,
    faults,
  )) {
    const at = wholeNumber(cell.timestamp);
    const statement = wholeNumber(cell['comment-id']);
    const person = wholeNumber(cell['voter-id']);
    const choice = CHOICE_OF[cell.vote.trim()];
    const fault = (what: string): void => void faults.push({ file: VOTES, line, what });
    if (at === undefined) fault('has no whole number as timestamp');
    else if (statement === undefined) fault('has no whole number as comment-id');
    else if (person === undefined) fault('has no whole number as voter-id');
    else if (!choice) fault('has a value other than -1, 0, 1 as vote');
    else if ((votes.get(person)?.get(statement)?.at ?? 0) <= at) put(votes, person, statement, { choice, at });
  }
  return votes;
};
