import { parse } from 'csv-parse/sync';

/** What is wrong with an export, each by file and line. An export with a single one of these is not imported at all. */
export type Fault = { file: string; line: number; what: string };

export class ExportFaulty extends Error {
  override name = 'ExportFaulty';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(`The export has ${faults.length} malformed ${faults.length === 1 ? 'row' : 'rows'}.`);
    this.faults = faults;
  }
}

/** A record and the line of the file on which it begins: a quoted field may run over several. */
export type Row = { line: number; cells: string[] };

const lineOf = (error: unknown): number =>
  error instanceof Error && 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;

/** The records of a CSV file (RFC 4180). What cannot be split into cells, or has too few or too many, is a fault. */
export const readRows = (file: string, text: string, faults: Fault[]): Row[] => {
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    let before = 0;
    const rows = records.map(({ record, info }) => {
      const line = before + 1;
      before = info.lines;
      return { line, cells: record };
    });
    const width = rows[0]?.cells.length;
    for (const { line, cells } of rows) {
      if (cells.length !== width) faults.push({ file, line, what: `has ${cells.length} cells instead of ${width}` });
    }
    return rows.filter(({ cells }) => cells.length === width);
  } catch (error) {
    faults.push({ file, line: lineOf(error), what: 'is not valid CSV: a quotation mark is missing or misplaced' });
    return [];
  }
};

/** The same with named columns, all of which must be there; others are left aside. */
export const readTable = <Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
  faults: Fault[],
): { line: number; cell: Record<Column, string> }[] => {
  const [header, ...rows] = readRows(file, text, faults);
  const missing = columns.filter((column) => !header?.cells.includes(column));
  if (!header || missing.length > 0) {
    faults.push({ file, line: 1, what: `lacks the column ${missing.join(', ')}` });
    return [];
  }
  const places = columns.map((column) => [column, header.cells.indexOf(column)] as const);
  return rows.map(({ line, cells }) => ({
    line,
    cell: Object.fromEntries(places.map(([column, i]) => [column, cells[i] ?? ''])) as Record<Column, string>,
  }));
};

/** A whole number from 0, as exports write ids and moments; undefined for anything else. */
export const wholeNumber = (cell: string): number | undefined =>
  /^\d{1,15}$/.test(cell.trim()) ? Number(cell) : undefined;
