import { NextLink } from './next-link.tsx';

export const examples = { more: () => <NextLink href="?cursor=abc" label="Show more suggestions" /> };
