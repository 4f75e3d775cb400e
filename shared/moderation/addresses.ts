/** Pages of moderation, below `/{locale}`: mails lead to them. */
export const NOTICE_PAGE = '/notices';
export const ownCasePage = (id: string): string => `/me/decisions/${id}`;
export const queuePage = (slug: string): string => `/p/${slug}/desk/cases`;
export const casePage = (slug: string, id: string): string => `/p/${slug}/desk/cases/${id}`;
