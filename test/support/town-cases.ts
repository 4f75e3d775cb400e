import { caseAbout } from '#functions/moderation/store.ts';
import type { Language, Locale } from '#shared/locales.ts';
import type { CaseId, Notify } from '#shared/moderation/schema.ts';
import { aNotice } from './cases.ts';
import type { Resident } from './resident.ts';
import type { RunningTown } from './started-town.ts';

/** A case in the running town: who wrote the words, where they are, and their case. */
export type TownCase = { id: CaseId; author: Resident; con: string; contribution: string; text: string };

type Given = { text?: string; language?: Language; locale?: Locale; notice?: Partial<Notify>; notices?: number };

/** Somebody in town writes something, and somebody without a session reports it. */
export const aTownCase = async (
  town: RunningTown,
  { text = 'They should all go back.', language = 'en', locale = 'en', notice = {}, notices = 1 }: Given = {},
): Promise<TownCase> => {
  const con = town.in('suggesting').id;
  const author = town.resident();
  await author.join(con, { locale, reads: [language], consent: town.consentVersion });
  const { id: contribution } = await author.suggest(con, text, { language });
  for (let i = 0; i < notices; i++)
    await town
      .resident()
      .ask('POST', `/consultations/${con}/notices`, aNotice({ kind: 'contribution', id: contribution }, notice));
  const id = await caseAbout(town.world, contribution);
  if (!id) throw new Error('No case was opened.');
  return { id, author, con, contribution, text };
};
