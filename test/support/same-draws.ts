import * as fc from 'fast-check';

/** What is drawn is the same in each run; the full run draws anew, and tells its seed where something fails. */
if (process.env['FULL'] === undefined) fc.configureGlobal({ seed: 4711 });
