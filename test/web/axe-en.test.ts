import { describeAllLooks } from './looks.ts';

describeAllLooks('en');
