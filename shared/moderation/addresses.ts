/** Pages of moderation, below `/{locale}`: mails lead to them. */
export const NOTICE_PAGE = '/notices';
export const ownCasePage = (id: string): string => `/me/decisions/${id}`;
export const queuePage = (slug: string): string => `/p/${slug}/desk/cases`;
export const casePage = (slug: string, id: string): string => `/p/${slug}/desk/cases/${id}`;
/** The link of a trusted flagger: from it reports go in her organisation's lane (DSA Art. 22). */
export const flaggerPage = (slug: string, token: string): string => `/p/${slug}/flag/${token}`;
