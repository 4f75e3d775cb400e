import { PrintButton } from './print-button.tsx';

export const examples = { print: () => <PrintButton label="Print" /> };
