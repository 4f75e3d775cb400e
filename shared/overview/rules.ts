/** So many rows of each list stand in the overview, and in the report that is printed. */
export const FIRST_ROWS = 3;
export const ROWS_IN_REPORT = 40;

/** What leaves as tables. Suggestions have a table of their own. */
export const TABLES = ['participation', 'groups', 'map', 'passages', 'coverage'] as const;
