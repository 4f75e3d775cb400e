import { For, Show, untrack } from 'solid-js';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { DraftView, WritingView } from '#shared/versions/views.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import type { ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { DocumentId } from '#shared/documents/schema.ts';
import { draftAddresses } from './draft-address.ts';
import { loadWriting, type Writing } from './load-draft.ts';
import { NoteForm } from './note-form.tsx';
import { Gone, Insert, Outline } from './outline-forms.tsx';
import { postWriting } from './writing-post.ts';

const Begin = (props: { writing: WritingView }) => {
  const { t } = useI18n();
  const form = useForm('begin');
  return (
    <PostForm class="stack">
      <FormProblem form={form} />
      <Explanation />
      <p>{t('drafting.begin-what')}</p>
      <input type="hidden" name="form" value="begin" />
      <p>
        <Button>{t('drafting.begin', { name: versionName(props.writing.document.version + 1) })}</Button>
      </p>
    </PostForm>
  );
};

const GiveUp = (props: { draft: DraftView }) => {
  const { t } = useI18n();
  return (
    <Confirm ask={t('drafting.give-up')}>
      <p>{t('drafting.give-up-what')}</p>
      <PostForm>
        <input type="hidden" name="form" value="give-up" />
        <input type="hidden" name="version" value={props.draft.version} />
        <Button look="stop">{t('drafting.give-up-do')}</Button>
      </PostForm>
    </Confirm>
  );
};

const Draft = (props: { data: Writing; draft: DraftView }) => {
  const { t, locale } = useI18n();
  const { data, draft } = untrack(() => ({ ...props }));
  const { id, languages } = data.desk.consultation;
  const to = draftAddresses(locale, id, draft.document.id);
  return (
    <>
      <p>{t('drafting.is-draft', { name: versionName(draft.base + 1) })}</p>
      <div class="row">
        <LinkButton href={to.compare} look="plain">
          {t('drafting.compare')}
        </LinkButton>
        <Show when={draft.mayWrite}>
          <LinkButton href={to.publish}>{t('drafting.publish')}</LinkButton>
        </Show>
      </div>
      <h2>{t('drafting.parts')}</h2>
      <Outline draft={draft} to={to} />
      <Gone draft={draft} />
      <Show when={draft.mayWrite}>
        <Insert draft={draft} languages={languages} />
        <h2 id="note-of-draft">{t('drafting.note')}</h2>
        <NoteForm draft={draft} languages={languages} here={to.home} />
        <GiveUp draft={draft} />
      </Show>
    </>
  );
};

/** Whoever may bring a text in goes on to where that is done. */
const NoText = (props: { desk: ConsultationDesk }) => {
  const { t, locale } = useI18n();
  return (
    <>
      <p>{t('drafting.no-text')}</p>
      <Show when={mayDo('edit-text', props.desk.roles).allowed}>
        <p>
          <a href={`/${locale}${consultationRoom(props.desk.consultation.id, 'text')}`}>{t('desk.room.text')}</a>
        </p>
      </Show>
    </>
  );
};

const WritingPage = (props: { data: Writing }) => {
  const { t, locale } = useI18n();
  const { desk, documents, writing } = untrack(() => props.data);
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.version')}>
      <Show when={documents.length > 1}>
        <ul role="list" class="row">
          <For each={documents}>
            {(one) => (
              <li>
                <a href={draftAddresses(locale, desk.consultation.id, one.id).home}>
                  <Wording texts={one.title} />
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={writing} fallback={<NoText desk={desk} />}>
        {(found) => (
          <Show
            when={found().draft}
            fallback={
              desk.consultation.standing.phase === 'preparing' ? (
                <p>{t('drafting.not-yet')}</p>
              ) : (
                <Begin writing={found()} />
              )
            }
          >
            {(draft) => <Draft data={props.data} draft={draft()} />}
          </Show>
        )}
      </Show>
    </ConsultationFrame>
  );
};

export default definePage<Writing>({
  cache: 'private',
  load: loadWriting,
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.version')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  async post(posting) {
    const found = await loadWriting(posting);
    const doc: DocumentId | undefined = found?.writing?.document.id;
    return doc ? postWriting(posting, doc) : { problem: { code: 'not-found', errors: [] } };
  },
  View: WritingPage,
});
