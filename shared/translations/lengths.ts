import { CONTRIBUTION_LENGTH } from '../contributions/rules.ts';

/** The name of whoever checked a translation or a plain-language summary, as everybody reads it. */
export const CHECKER_LENGTH = 120;

/** Other languages need more room than the one that a contribution was written in. */
export const TRANSLATION_LENGTH = CONTRIBUTION_LENGTH * 2;
