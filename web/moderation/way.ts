import type { Receipt } from '#shared/moderation/schema.ts';

/** How a notice counts, for whoever sent it: an organisation that is trusted is nobody without a name. */
export const wayOf = ({ isArticle16, isTrusted }: Pick<Receipt, 'isArticle16' | 'isTrusted'>) =>
  isArticle16 ? 'article-16' : isTrusted ? 'trusted' : 'anonymous';
