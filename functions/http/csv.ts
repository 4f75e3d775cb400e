/**
 * As a table (RFC 4180) that a spreadsheet opens as what it is: with a byte order mark, so that it knows the letters, and
 * with an apostrophe before everything that it would take for a formula.
 */
export const asCsv = async (rows: readonly Record<string, string | number>[]): Promise<string> => {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    ...(rows[0] && { columns: Object.keys(rows[0]) }),
  });
};

export const csvHeaders = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}.csv"`,
});
