import { readFileSync, writeFileSync } from 'node:fs';
import { withAccessTable } from './access-table.ts';

const readme = new URL('README.md', import.meta.url);
writeFileSync(readme, withAccessTable(readFileSync(readme, 'utf8')));
