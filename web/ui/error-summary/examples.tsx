import { ErrorSummary } from './error-summary.tsx';

export const examples = {
  fields: () => <ErrorSummary title="Something is missing" errors={[{ text: 'Write something.', href: '#text' }]} />,
  whole: () => (
    <ErrorSummary title="This consultation has closed" errors={[{ text: 'No votes can be given any more.' }]} />
  ),
};
