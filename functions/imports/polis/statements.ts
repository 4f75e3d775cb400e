import { readTable, wholeNumber, type Fault } from './csv.ts';

export type Statement = {
  /** Its number in the export. */
  number: number;
  /** Milliseconds since 1970. */
  at: number;
  author: number | undefined;
  text: string;
  /** The source's moderators had hidden it. */
  hidden: boolean;
  line: number;
};

const FILE = 'comments.csv';
const MODERATED = ['-1', '0', '1'];

/** The sums in this file (`agrees`, `disagrees`) differ from the votes and are never read. */
export const readStatements = (text: string, faults: Fault[]): Map<number, Statement> => {
  const statements = new Map<number, Statement>();
  const columns = ['timestamp', 'comment-id', 'author-id', 'moderated', 'comment-body'] as const;
  for (const { line, cell } of readTable(FILE, text, columns, faults)) {
    const number = wholeNumber(cell['comment-id']);
    const at = wholeNumber(cell.timestamp);
    const fault = (what: string): void => void faults.push({ file: FILE, line, what });
    if (number === undefined) fault('has no whole number as comment-id');
    else if (statements.has(number)) fault(`repeats the comment-id ${number}`);
    else if (at === undefined) fault('has no whole number as timestamp');
    else if (!MODERATED.includes(cell.moderated)) fault('has a value other than -1, 0, 1 as moderated');
    else {
      const hidden = cell.moderated === '-1';
      statements.set(number, {
        number,
        at,
        author: wholeNumber(cell['author-id']),
        text: cell['comment-body'],
        hidden,
        line,
      });
    }
  }
  return statements;
};
