import type { Notify } from '#shared/moderation/schema.ts';

/** A report that lies at the town's desk: so long ago, about the words that begin so. */
export type TownNotice = Pick<Notify, 'kind' | 'why' | 'language' | 'locale'> & {
  hoursAgo: number;
  begins: string;
  grounds?: Notify['grounds'];
  /** A moderator has decided that the words stay. */
  kept?: true;
};

export const notices: readonly TownNotice[] = [
  {
    hoursAgo: 60,
    begins: 'Pastroj shkallët',
    kind: 'house-rules',
    why: 'Non capisco che cosa c’è scritto, e parla male della città.',
    language: 'it',
    locale: 'it',
    kept: true,
  },
  {
    hoursAgo: 74,
    begins: 'Le case della città',
    kind: 'discrimination',
    grounds: ['national-origin', 'birth'],
    why: 'He wants to shut out everybody who was not born here. My children were, and I was not.',
    language: 'en',
    locale: 'en',
  },
  {
    hoursAgo: 5,
    begins: 'Le case della città',
    kind: 'hate-speech',
    grounds: ['national-origin'],
    why: 'هذا الكلام يقول إن من وُلد في مكان آخر أقل قيمة.',
    language: 'ar',
    locale: 'ar',
  },
  {
    hoursAgo: 20,
    begins: 'Create un tavolo fisso',
    kind: 'spam',
    why: 'I have read the same sentence three times this week.',
    language: 'en',
    locale: 'en',
  },
];
