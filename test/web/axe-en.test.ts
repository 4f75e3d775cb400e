import { describeAllLooks } from './looks.ts';

describeAllLooks('en', { keys: true });
