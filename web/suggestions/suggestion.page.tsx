import { For, Show, untrack } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { directionOf } from '#shared/locales.ts';
import { WORK_NOTE_LENGTH } from '#shared/suggestions/rules.ts';
import type { NoteId } from '#shared/suggestions/schema.ts';
import type { SuggestionView } from '#shared/suggestions/views.ts';
import { answer } from '#web/api.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { TranslatedWords } from '#web/contributions/translated-words.tsx';
import { ActButton } from '#web/desk/act-button.tsx';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { Shortcuts } from '#web/desk/shortcuts.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { FormRefusal } from '#web/form-refusal.tsx';
import { useForm, type Saved } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import { AboutWhat } from './about-what.tsx';
import { Around } from './around.tsx';
import { askedIn, here } from './in-list.ts';
import { Figures } from './row.tsx';
import { AssignFields, OutcomeFields } from './work-fields.tsx';
import { workKeys } from './work-keys.ts';
import { assignedIn, ofFields, outcomeIn, tagsIn } from './work-post.ts';

type Data = { desk: ConsultationDesk; documents: ConsultationView['documents']; one: SuggestionView };

/** What it says in other suggestions that it stands for, each with the way back. */
const Merged = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('take-apart');
  return (
    <Show when={props.data.one.merged.length > 0}>
      <section class="stack" aria-labelledby="merged">
        <h2 id="merged">{t('suggestions.merged')}</h2>
        <FormProblem form={form} />
        <For each={props.data.one.merged}>
          {(part) => (
            <PostForm class="short-result stack stack-tight">
              <input type="hidden" name="form" value="take-apart" />
              <input type="hidden" name="which" value={part.id} />
              <input type="hidden" name="version" value={part.version} />
              <p class="words" lang={part.language} dir={directionOf(part.language)}>
                {part.text}
              </p>
              <p>
                <Button look="plain">{t('suggestions.take-apart')}</Button>
              </p>
            </PostForm>
          )}
        </For>
      </section>
    </Show>
  );
};

/** Tags, a colleague with a day, an answer with its reason. */
const Work = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('work');
  const { current } = useVisit();
  const { desk, one } = untrack(() => props.data);
  const { languages } = desk.consultation;
  const { work } = one;
  const tags = work.tags.join(', ');
  const nameOf = (to: string | undefined): string =>
    one.colleagues.find(({ participant }) => participant === to)?.name ?? '';
  const saved = (): Saved[] => [
    { name: 'tags', label: t('suggestions.tags'), text: tags },
    {
      name: 'to',
      label: t('suggestions.assigned'),
      text: nameOf(work.assigned?.to),
      say: ([to]: readonly string[]) => nameOf(to),
    },
    { name: 'until', label: t('suggestions.until-day'), text: work.assigned?.until ?? '' },
    { name: 'outcome', label: t('suggestions.outcome'), text: work.outcome?.outcome ?? '' },
    ...savedTexts('reason', t('suggestions.reason'), languages, work.outcome?.reason ?? {}),
  ];
  return (
    <section class="stack" aria-labelledby="work">
      <h2 id="work">{t('suggestions.work')}</h2>
      <PostForm class="stack">
        <input type="hidden" name="form" value="work" />
        <input type="hidden" name="version" value={form.version(work.version)} />
        <FormRefusal form={form} saved={saved()} leave={here(current.at.url)} />
        <Field
          name="tags"
          id={form.id('tags')}
          label={t('suggestions.tags')}
          hint={
            one.tags.length > 0
              ? t('suggestions.tags-hint', { tags: one.tags.join(', ') })
              : t('suggestions.tags-hint-none')
          }
          value={form.word('tags') ?? tags}
          error={form.error('tags')}
        />
        <AssignFields form={form} colleagues={one.colleagues} assigned={work.assigned} />
        <OutcomeFields form={form} languages={languages} outcome={work.outcome} />
        <p>
          <ActButton act="save">{t('suggestions.save')}</ActButton>
        </p>
      </PostForm>
    </section>
  );
};

const Notes = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('note');
  return (
    <section class="stack" aria-labelledby="notes">
      <h2 id="notes">{t('suggestions.notes')}</h2>
      <p class="hint">{t('suggestions.notes-hint')}</p>
      <For each={props.data.one.notes} fallback={<p>{t('suggestions.no-notes')}</p>}>
        {(note) => (
          <PostForm class="short-result stack stack-tight">
            <input type="hidden" name="form" value="note-remove" />
            <input type="hidden" name="which" value={note.id} />
            <p class="words">{note.text}</p>
            <p class="hint">
              <bdi>{note.name}</bdi> · <Time at={note.at} zone={props.data.desk.place.timeZone} />
            </p>
            <Show when={note.mine}>
              <p>
                <Button look="quiet">{t('suggestions.note-remove')}</Button>
              </p>
            </Show>
          </PostForm>
        )}
      </For>
      <PostForm class="stack stack-tight narrow">
        <input type="hidden" name="form" value="note" />
        <FormProblem form={form} />
        <Field
          name="text"
          id={form.id('text')}
          label={t('suggestions.note')}
          value={form.word('text')}
          error={form.error('text')}
          rows={2}
          most={WORK_NOTE_LENGTH}
        />
        <p>
          <Button look="plain">{t('suggestions.note-save')}</Button>
        </p>
      </PostForm>
    </section>
  );
};

const SuggestionPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { desk, one } = untrack(() => props.data);
  const room = `/${locale}${consultationRoom(desk.consultation.id, 'suggestions')}`;
  return (
    <ConsultationFrame desk={desk} title={t(`site.kind.${one.contribution.kind}`)}>
      <Around room={room} beside={one.beside} />
      <TranslatedWords translated={one.contribution.translated} from={one.contribution.language} large>
        <AuthorWords text={one.contribution.text ?? ''} language={one.contribution.language} large />
      </TranslatedWords>
      <AboutWhat
        contribution={one.contribution}
        consultation={desk.consultation.id}
        documents={untrack(() => props.data.documents)}
      />
      <Show when={one.into}>
        {(into) => (
          <div class="stack stack-tight">
            <p>
              {t('suggestions.into')} <a href={`${room}/${into().id}`}>{into().text}</a>
            </p>
            <PostForm>
              <input type="hidden" name="form" value="take-apart" />
              <input type="hidden" name="which" value={one.contribution.id} />
              <input type="hidden" name="version" value={one.version} />
              <Button look="plain">{t('suggestions.take-apart')}</Button>
            </PostForm>
          </div>
        )}
      </Show>
      <Figures row={one} groups={one.groups} consultation={desk.consultation.id} />
      <Merged data={props.data} />
      <Work data={props.data} />
      <Notes data={props.data} />
      <Shortcuts all={workKeys(t)} />
    </ConsultationFrame>
  );
};

const post = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const con = idIn('consultation', params);
  const param = { con, ctr: idIn('contribution', params) };
  const one = api.consultations[':con'].suggestions[':ctr'];
  const version = textOf(form, 'version');
  const which = textOf(form, 'which');
  switch (textOf(form, 'form')) {
    case 'take-apart':
      await answer(one.merge.$delete({ param: { con, ctr: which as typeof param.ctr }, query: { version } }));
      break;
    case 'note':
      await answer(one.notes.$post({ param, json: { text: textOf(form, 'text') } }));
      break;
    case 'note-remove':
      await answer(one.notes[':note'].$delete({ param: { ...param, note: which as NoteId } }));
      break;
    default:
      await ofFields(
        answer(
          one.$patch({
            param,
            json: {
              tags: tagsIn(form),
              assigned: assignedIn(form),
              outcome: outcomeIn(form),
              version: Number(version),
            },
          }),
        ),
      );
  }
  return { redirect: withDone(here(url), 'saved') };
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const found = await loadWholeConsultation(loading);
    if (!found) return null;
    const { desk, consultation } = found;
    const param = { con: desk.consultation.id, ctr: idIn('contribution', loading.params) };
    const at = loading.url.searchParams.get('at');
    const query = { ...Object.fromEntries(askedIn(loading.url)), ...(at && { at }), readIn: loading.locale };
    const one = await answer(loading.api.consultations[':con'].suggestions[':ctr'].$get({ param, query }));
    return { desk, documents: consultation.documents, one };
  },
  head: ({ one }, { t }) => ({ title: `${t('desk.room.suggestions')}: ${one.contribution.text ?? ''}` }),
  place: ({ desk }) => desk.place,
  post,
  View: SuggestionPage,
});
