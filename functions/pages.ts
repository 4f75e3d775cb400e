import { answeringApp } from './aws-app.ts';

/** Lambda entry of everything people read and do, but for who they are: its role cannot read how to reach anybody. */
export const handler = await answeringApp();
