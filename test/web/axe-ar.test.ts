import { describeAllLooks } from './looks.ts';

describeAllLooks('ar', { dark: true });
