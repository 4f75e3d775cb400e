import { describeLooks } from './looks.ts';

describeLooks('ar');
