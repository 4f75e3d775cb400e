/** A title is also the subject of a mail. */
export const NEWS_LENGTHS = { title: 100, text: 2000 } as const;
