import { SkipLink } from './skip-link.tsx';

export const examples = { plain: () => <SkipLink /> };
