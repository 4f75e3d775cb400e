import { describeAllLooks } from './looks.ts';

/** The same pages as in English, where all rules are asked: names and roles do not change with the language. */
describeAllLooks('ar', { dark: true, rules: process.env.FULL ? 'all' : 'colours and language' });
