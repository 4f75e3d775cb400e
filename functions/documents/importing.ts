import type { ConsultationId } from '#shared/consultations/schema.ts';
import { LEFT_LENGTH, MOST_LEFT, MOST_PASSAGES, SOURCE_LENGTH } from '#shared/documents/rules.ts';
import type { ImportText, Left } from '#shared/documents/requests.ts';
import type { Document, Passage, PassageId } from '#shared/documents/schema.ts';
import { cutText, type Cut } from '#shared/documents/splitting.ts';
import { editTexts } from '#shared/editing.ts';
import type { Locale } from '#shared/locales.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { originalOf } from '#shared/translations/rules.ts';
import { sayable } from '#shared/words.ts';
import type { MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import { newId, type World } from '../world.ts';
import { atArranging, atWork, saveText, type AtWork } from './office.ts';
import { writePassages, type NewPassage } from './service.ts';
import type { ReadSource } from './source/blocks.ts';
import type { SentSource } from './source/reading.ts';
import {
  documentRemoval,
  documentStep,
  leftStep,
  newDocumentStep,
  outlineStep,
  passageStep,
  removeParts,
  saveAll,
} from './store.ts';

type Read = { cut: Cut; left: Left[] };

const sourceOf = (given: ImportText): SentSource =>
  given.format === 'markdown'
    ? { format: 'markdown', text: sayable(given.text) }
    : { format: 'docx', bytes: Buffer.from(given.file, 'base64') };

const clean = ({ blocks, notes, left }: ReadSource): ReadSource => ({
  blocks: blocks.map((block) => ({ ...block, text: sayable(block.text).trim() })).filter(({ text }) => text !== ''),
  notes: new Map([...notes].map(([mark, text]) => [mark, sayable(text).trim()])),
  left: left.map(({ kind, where, text }) => ({ kind, where: sayable(where), text: sayable(text) })),
});

/** The last of many single things are told together: nothing is dropped from the list, whatever its length. */
const toldShortly = (left: readonly Left[]): Left[] => {
  if (left.length <= MOST_LEFT) return [...left];
  const rest = left.slice(MOST_LEFT - 1).map(({ text }) => text);
  return [...left.slice(0, MOST_LEFT - 1), { kind: 'other', where: '', text: rest.filter(Boolean).join('\n') }];
};

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

const read = async (world: World, given: ImportText): Promise<Read> => {
  const source = await world.readSource(sourceOf(given)).then(clean, (error: unknown) => {
    world.log({
      level: 'warn',
      message: 'source not readable',
      error: error instanceof Error ? error.name : 'unknown',
    });
    throw new Problem('source-not-readable');
  });
  const cut = cutText(source);
  const left = toldShortly(source.left);
  if (cut.passages.length === 0) {
    const field = given.format === 'markdown' ? 'text' : 'file';
    throw wrongField(`/${field}`, 'words-missing');
  }
  const words = lengthOf(cut.passages.map(({ text }) => text));
  const told = lengthOf(left.flatMap(({ text, where }) => [text, where]));
  if (cut.passages.length > MOST_PASSAGES || words > SOURCE_LENGTH || told > LEFT_LENGTH)
    throw new Problem('source-too-long');
  return { cut, left };
};

const said = (language: Locale, text: string): Texts => ({ [language]: { text, provenance: 'original' } });
const newPassage = (language: Locale, { heading, text }: Cut['passages'][number]): NewPassage => ({
  heading: said(language, heading),
  text: said(language, text),
  summary: {},
});

type Given = { world: World; actor: MaybeActor; found: AtWork; sent: ImportText; made: Read };

const ownOf = ({ passages }: AtWork, { id }: Document): Passage[] => passages.filter(({ document }) => document === id);

/** Saves what was read as the text of the consultation, unless somebody else has changed it since it was seen. */
const keep = (
  { world, actor, found, sent, made }: Given,
  { id: document }: Document,
  order: PassageId[],
  also: Step[],
): Promise<void> => {
  const { id } = found.consultation;
  const version = sent.version + 1;
  const steps = [outlineStep(id, { document, order, version }), leftStep(id, document, made.left), ...also];
  const change = { what: sent.mode, note: sent.note, made: { id: document, version } };
  return saveText(world, actor, found.consultation, steps, change);
};

const write = ({ world, sent }: Given, document: Pick<Document, 'id' | 'consultation'>, cut: Cut['passages']) =>
  writePassages(
    world,
    document,
    cut.map((passage) => newPassage(sent.language, passage)),
  );

/** In place of the text that is there, or as the first one. */
const replace = async (given: Given): Promise<void> => {
  const { world, found, sent, made } = given;
  const [old] = found.documents;
  const { id: consultation } = found.consultation;
  const id = newId(world, 'document');
  const title = made.cut.title ? said(sent.language, made.cut.title) : (old?.title ?? found.consultation.title);
  const document: Document = { id, consultation, kind: sent.kind, title, version: 1 };
  const written = await write(given, document, made.cut.passages);
  const order = written.map((passage) => passage.id);
  await keep(given, document, order, [newDocumentStep(document), ...(old ? [documentRemoval(old)] : [])]);
  if (old) await removeParts(world, old, ownOf(found, old));
};

/** A title in the middle of a text is the first of its words, not the title of the whole. */
const withTitle = ({ title, passages }: Cut): Cut['passages'] => {
  const [first, ...rest] = passages;
  if (!title || !first || first.heading === title) return passages;
  return [{ ...first, text: `${title}\n\n${first.text}` }, ...rest];
};

const append = async (given: Given): Promise<void> => {
  const { found, made } = given;
  const [document] = found.documents;
  if (!document) return replace(given);
  const before = ownOf(found, document).map(({ id }) => id);
  if (before.length + made.cut.passages.length > MOST_PASSAGES) throw new Problem('source-too-long');
  const written = await write(given, document, withTitle(made.cut));
  await keep(given, document, [...before, ...written.map(({ id }) => id)], [documentStep(document)]);
};

/** The same text in another language: passage by passage, when both were divided alike. */
const translate = async (given: Given): Promise<void> => {
  const { world, found, sent, made } = given;
  const [document] = found.documents;
  const own = document ? ownOf(found, document) : [];
  if (!document || own.length !== made.cut.passages.length) throw new Problem('passages-differ');
  if (own.some(({ text }) => originalOf(text)?.language === sent.language)) {
    throw wrongField('/language', 'not-valid');
  }
  const put = (texts: Texts, text: string): Texts =>
    editTexts(texts, { [sent.language]: text }, found.consultation.languages);
  for (const [i, passage] of own.entries()) {
    const words = made.cut.passages[i] as Cut['passages'][number];
    const after: Passage = {
      ...passage,
      heading: put(passage.heading, words.heading),
      text: put(passage.text, words.text),
      version: passage.version + 1,
    };
    if (!(await saveAll(world, [passageStep(after, passage.version)]))) throw new Problem('changed-meanwhile');
  }
  const title = made.cut.title ? put(document.title, made.cut.title) : document.title;
  const order = own.map(({ id }) => id);
  await keep(given, document, order, [documentStep({ ...document, title })]);
};

/** Reads a text and keeps it as the consultation's own. */
export const importText = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  sent: ImportText,
): Promise<void> => {
  const found = await (sent.mode === 'translation' ? atWork(world, actor, id) : atArranging(world, actor, id));
  if (!found.consultation.languages.includes(sent.language)) {
    throw wrongField('/language', 'not-a-language');
  }
  if ((found.outline?.version ?? 0) !== sent.version) throw new Problem('changed-meanwhile');
  const given: Given = { world, actor, found, sent, made: await read(world, sent) };
  if (sent.mode === 'translation') return translate(given);
  return sent.mode === 'append' ? append(given) : replace(given);
};
