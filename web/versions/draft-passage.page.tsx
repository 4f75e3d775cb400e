import { Show, untrack } from 'solid-js';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { CommentId } from '#shared/versions/schema.ts';
import type { DraftPassageView } from '#shared/versions/views.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { Shortcuts } from '#web/desk/shortcuts.tsx';
import { withDone } from '#web/done.ts';
import { allOf, textOf, textsOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { citeKeys } from '#web/suggestions/work-keys.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { draftAddresses } from './draft-address.ts';
import { DraftComments } from './draft-comments.tsx';
import { loadWriting, type Writing } from './load-draft.ts';
import { SplitForm, WordsForm } from './passage-forms.tsx';
import { SuggestionsBeside } from './suggestions-beside.tsx';
import { postWriting } from './writing-post.ts';

type Data = { writing: Writing; document: string; passage: DraftPassageView };

const DraftPassagePage = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const { writing, document, passage } = untrack(() => props.data);
  const { id, languages } = writing.desk.consultation;
  const to = draftAddresses(locale, id, document);
  const title = () => `${number(passage.position)}. ${readingOf(passage.words.heading, [locale])?.text ?? ''}`;
  return (
    <ConsultationFrame desk={writing.desk} title={title()}>
      <p class="row">
        <a href={to.home}>{t('drafting.back')}</a>
        <Show when={passage.previous}>{(one) => <a href={to.passage(one())}>{t('drafting.previous')}</a>}</Show>
        <Show when={passage.next}>{(one) => <a href={to.passage(one())}>{t('drafting.next')}</a>}</Show>
      </p>
      <p class="hint">{t(`versions.change.${passage.change}`)}</p>
      <div class="draft-beside">
        <div class="stack">
          <Show when={passage.mayWrite} fallback={<Reading texts={passage.words.text} />}>
            <WordsForm passage={passage} languages={languages} here={to.passage(passage.id)} />
            <SplitForm passage={passage} />
          </Show>
          <Show when={passage.before}>
            {(before) => (
              <Details summary={t('drafting.as-published')}>
                <p>
                  <strong>
                    <Wording texts={before().heading} />
                  </strong>
                </p>
                <Reading texts={before().text} />
              </Details>
            )}
          </Show>
          <DraftComments passage={passage} zone={writing.desk.place.timeZone} />
        </div>
        <SuggestionsBeside consultation={id} passage={passage} />
      </div>
      <Show when={passage.mayWrite && passage.suggestions.length > 0}>
        <Shortcuts all={citeKeys(t)} />
      </Show>
    </ConsultationFrame>
  );
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const con = idIn('consultation', params);
  const psg = idIn('passage', params);
  const doc = (await loadWriting(posting))?.writing?.document.id;
  if (!doc) return { problem: { code: 'not-found', errors: [] } };
  const draft = api.consultations[':con'].documents[':doc'].draft;
  const param = { con, doc, psg };
  const here = draftAddresses(locale, con, doc).passage(psg);
  const version = Number(textOf(form, 'version'));
  switch (textOf(form, 'form')) {
    case 'words': {
      const [heading, text, summary] = (['heading', 'text', 'summary'] as const).map((name) => textsOf(form, name));
      const contributions = allOf(form, 'cite').map((one) => one as ContributionId);
      const json = { heading: heading ?? {}, text: text ?? {}, summary: summary ?? {}, contributions, version };
      await answer(draft.passages[':psg'].$put({ param, json }));
      break;
    }
    case 'comment':
      await answer(draft.comments.$post({ param, json: { passage: psg, text: textOf(form, 'text') } }));
      break;
    case 'comment-remove':
      await answer(
        draft.comments[':comment'].$delete({ param: { con, doc, comment: textOf(form, 'comment') as CommentId } }),
      );
      break;
    default:
      return postWriting(posting, doc);
  }
  return { redirect: withDone(here, 'draft-saved') };
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const writing = await loadWriting(loading);
    const doc = writing?.writing?.document.id;
    if (!writing || !doc || !writing.writing?.draft) return null;
    const param = { con: writing.desk.consultation.id, doc, psg: idIn('passage', loading.params) };
    const passage = await answer(
      loading.api.consultations[':con'].documents[':doc'].draft.passages[':psg'].$get({
        param,
        query: { readIn: loading.locale },
      }),
    );
    return { writing, document: doc, passage };
  },
  head: ({ passage }, { locale }) => ({ title: readingOf(passage.words.heading, [locale])?.text ?? '' }),
  place: ({ writing }) => writing.desk.place,
  post,
  View: DraftPassagePage,
});
