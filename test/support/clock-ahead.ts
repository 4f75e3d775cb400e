import { MINUTE } from '#shared/time.ts';

/** Brought into a program that a test starts: whenever it is told so, its clock is two minutes ahead. */
const itsOwn = Date.now.bind(Date);
let ahead = 0;
Date.now = () => itsOwn() + ahead;
process.on('SIGUSR2', () => void (ahead += 2 * MINUTE));
