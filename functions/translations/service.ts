import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Place } from '#shared/places/schema.ts';
import { TRANSLATION_LENGTH } from '#shared/translations/lengths.ts';
import { countOne } from '../limits/service.ts';
import { findNote, noteDown } from '../limits/notes.ts';
import type { World } from '../world.ts';
import type { Handed, Translator } from './translator.ts';

/** The service that translates for a place: one that the platform has, and that its coordinators have switched on. */
export const translatorFor = (world: World, { machineTranslation }: Place): Translator | undefined =>
  machineTranslation ? world.translator : undefined;

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * What has been translated is not paid for twice: it is kept for a while by a hash of the text and the two languages.
 * It is locked with a key that is made from the text itself, so it goes with the words: where they have been taken back,
 * removed or erased, nobody can open their translations either.
 */
const lockFor = (world: World, service: string, { text, from, into }: Handed) => {
  const made = (what: string): Buffer =>
    createHmac('sha256', world.secretFor('translations'))
      .update(JSON.stringify([what, service, from, into, text]))
      .digest();
  return { name: `translation:${made('name').toString('base64url')}`, key: made('key') };
};

const locked = (world: World, key: Buffer, words: string): string => {
  const nonce = world.randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce);
  return Buffer.concat([nonce, cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
};

const opened = (key: Buffer, box: string): string => {
  const bytes = Buffer.from(box, 'base64');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return decipher.update(bytes.subarray(NONCE, -TAG), undefined, 'utf8') + decipher.final('utf8');
};

const ask = async (world: World, place: Place, translator: Translator, handed: Handed): Promise<string> => {
  const { name, key } = lockFor(world, translator.service, handed);
  const known = await findNote(world, name);
  if (typeof known?.box === 'string') return opened(key, known.box);
  if ((await countOne(world, 'machine-translation', place.id)) > 0) throw new Error('Enough for today.');
  const words = (await translator.translate(handed)).slice(0, TRANSLATION_LENGTH);
  await noteDown(world, name, { box: locked(world, key, words) });
  return words;
};

/**
 * The words in another language, with the name of the service that made them so; undefined where there is none, and
 * where it did not work this time. Only what everybody may read is ever handed to it: that is for the caller to know.
 */
export const translatedByMachine = async (
  world: World,
  place: Place,
  handed: Handed,
): Promise<{ text: string; by: string } | undefined> => {
  const translator = translatorFor(world, place);
  if (!translator?.knows(handed.from) || !translator.knows(handed.into)) return undefined;
  try {
    return { text: await ask(world, place, translator, handed), by: translator.service };
  } catch (error) {
    // Never what it answered: that may quote the words.
    world.log({ level: 'warn', message: 'translator failed', error: error instanceof Error ? error.name : 'unknown' });
    return undefined;
  }
};
