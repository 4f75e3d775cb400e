import type { EditConsultation } from '#shared/consultations/requests.ts';
import { AREAS, GROUNDS, WORD_FIELDS } from '#shared/consultations/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { LOCALES } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { renamed } from '#web/renamed.ts';
import { AboutForm } from './about-form.tsx';
import { BelongingForm } from './belonging-form.tsx';
import { nextRoom } from './next-room.ts';

type Data = { desk: ConsultationDesk; consultation: ConsultationView };

const AboutPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <ConsultationFrame desk={props.data.desk} title={t('desk.room.about')}>
      <AboutForm consultation={props.data.consultation} />
      <BelongingForm consultation={props.data.consultation} />
    </ConsultationFrame>
  );
};

const chosenIn = <Value extends string>(form: FormData, name: string, among: readonly Value[]): Value[] => {
  const chosen = form.getAll(name);
  return among.filter((value) => chosen.includes(value));
};

const aboutOf = (form: FormData): Omit<EditConsultation, 'version'> => ({
  ...Object.fromEntries(WORD_FIELDS.map((field) => [field, textsOf(form, field)])),
  languages: chosenIn(form, 'languages', LOCALES),
  doors: chosenIn(form, 'doors', ['open', 'handed', 'proved']),
  areas: chosenIn(form, 'areas', AREAS),
  grounds: chosenIn(form, 'grounds', GROUNDS),
  premoderation: form.get('premoderation') === 'yes',
});

/** The answers that say something, by the keys that their fields are called by. */
const keysIn = (form: FormData): string[] => {
  const named = [...form.keys()].map((name) => name.split('.')[0] ?? '');
  const other = ['form', 'version', 'note', 'question', 'why'];
  return [...new Set(named)].filter(
    (key) => !other.includes(key) && Object.values(textsOf(form, key)).some((text) => text.trim() !== ''),
  );
};

const belongingOf = (form: FormData): NonNullable<EditConsultation['belonging']> => ({
  question: textsOf(form, 'question'),
  why: textsOf(form, 'why'),
  answers: keysIn(form).map((key) => ({ key, label: textsOf(form, key) })),
});

/** What is published already is changed with a note. */
const isPublic = (form: FormData): boolean => Object.keys(textsOf(form, 'note')).length > 0;

const editOf = (form: FormData): EditConsultation => {
  const version = Number(textOf(form, 'version'));
  const note = isPublic(form) ? { note: textsOf(form, 'note') } : {};
  const sent = textOf(form, 'form');
  if (sent === 'no-belonging') return { version, belonging: null };
  return { version, ...(sent === 'belonging' ? { belonging: belongingOf(form) } : aboutOf(form)), ...note };
};

/** Answers are called by their keys in the form: `/belonging/answers/0/label/it` is `/answer-a/it` there. */
const pointerIn = (form: FormData, pointer: string): string =>
  pointer
    .replace(/^\/belonging\/answers\/(\d+)\/label/, (_, i: string) => `/${keysIn(form)[Number(i)] ?? ''}`)
    .replace(/^\/belonging\/answers$/, '/answer-a')
    .replace(/^\/belonging/, '');

const save = async ({ api, form, params }: Posting): Promise<void> => {
  const param = { con: idIn('consultation', params) };
  const act = answer(api.consultations[':con'].$patch({ param, json: editOf(form) }));
  await renamed(act, (one) => ({ ...one, pointer: pointerIn(form, one.pointer) }));
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, locale, params, url } = posting;
  await save(posting);
  if (isPublic(form)) return { redirect: withDone(url.pathname, 'change-published') };
  if (textOf(form, 'form') !== 'about') return { redirect: withDone(url.pathname, 'draft-saved') };
  const id: ConsultationId = idIn('consultation', params);
  const gaps = await answer(api.consultations[':con'].needs.$get({ param: { con: id } }));
  return { redirect: withDone(`/${locale}${nextRoom(gaps, 'about', { id })}`, 'draft-saved') };
};

export default definePage<Data>({
  cache: 'private',
  load: loadWholeConsultation,
  head: ({ consultation }, { t, locale }) => ({
    title: `${t('desk.room.about')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: AboutPage,
});
