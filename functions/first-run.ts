import { reactingWorld } from './aws-world.ts';
import { openFirstRun } from './first-run/service.ts';

/** Run by the operator after a deploy, with TABLE_PREFIX and ORIGIN: prints the link that opens the first place. */
const link = await openFirstRun(reactingWorld());
console.info(
  link
    ? `There is no place yet. This link opens the first one, once and within 24 hours:\n${link}`
    : 'There is a place already, so no link to a first one was made.',
);
