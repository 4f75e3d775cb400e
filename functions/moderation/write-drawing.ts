import { readFileSync, writeFileSync } from 'node:fs';
import { withDrawing } from './drawing.ts';

const page = new URL('001-a-case-and-its-states.md', import.meta.url);
writeFileSync(page, withDrawing(readFileSync(page, 'utf8')));
