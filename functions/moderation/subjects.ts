import { createHash } from 'node:crypto';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { Subject, WordsSubject } from '#shared/moderation/schema.ts';
import { wordsOf } from '../contributions/authorship.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import { passageAsIs, translationIn } from '../documents/wordings.ts';
import { replyAsIs } from '../replies/moderated.ts';
import type { World } from '../world.ts';
import type { Found, Words } from './found.ts';

/** A mark of the words, so that a decision is about those its moderator has read. */
export const fingerprintOf = (text: string | null): string =>
  createHash('sha256')
    .update(text ?? '')
    .digest('base64url')
    .slice(0, 22);

export const wordsAt = async (world: World, con: ConsultationId, subject: WordsSubject): Promise<Words | undefined> => {
  if (subject.kind === 'contribution') {
    const is = await contributionAsIs(world, con, subject.id);
    return is && { kind: 'contribution', is };
  }
  const is = await replyAsIs(world, con, subject);
  return is && { kind: 'reply', is };
};

const translation = async (
  world: World,
  con: ConsultationId,
  { passage: id, language }: Extract<Subject, { kind: 'translation' }>,
): Promise<Found | undefined> => {
  const passage = await passageAsIs(world, con, id);
  if (!passage) return undefined;
  const wording = translationIn(passage, language);
  const text = Object.values(wording)
    .map((one) => one?.text)
    .join('\n\n');
  const state = text ? 'published' : 'withheld';
  return { subject: 'translation', about: `${id}#${language}`, language, text: text || null, state, passage, wording };
};

export const aboutNameOf = (author: string): string => `name#${author}`;

/** Everything in the consultation that shows the name its bearer chose. */
const nameOf = async (world: World, at: Words): Promise<Found> => {
  const { by, name, language } = at.is;
  const { contributions, replies } = await wordsOf(world, by);
  const all: Words[] = [
    ...contributions.map((is): Words => ({ kind: 'contribution', is })),
    ...replies.map((is): Words => ({ kind: 'reply', is })),
  ];
  const bearing = all.filter(({ is }) => is.name !== undefined && is.consultation === at.is.consultation);
  const text = name ?? null;
  const state = text === null ? 'withheld' : 'published';
  return { subject: 'name', about: aboutNameOf(by), author: by, language, text, state, bearing };
};

export const findSubject = async (world: World, con: ConsultationId, subject: Subject): Promise<Found | undefined> => {
  if (subject.kind === 'translation') return translation(world, con, subject);
  const words = await wordsAt(world, con, subject.kind === 'name' ? subject.at : subject);
  if (!words) return undefined;
  if (subject.kind === 'name') return nameOf(world, words);
  const { id, by, language, at, text, state } = words.is;
  const isThere = isReadable(state) || state === 'waiting';
  return { subject: 'words', about: id, author: by, language, at, text: isThere ? text : null, state, words };
};
