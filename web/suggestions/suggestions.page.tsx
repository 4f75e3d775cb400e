import { Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import type { WorkOnMany, WorkedOnMany } from '#shared/suggestions/schema.ts';
import type { DeskSuggestion, SuggestionsPage } from '#shared/suggestions/views.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { Shortcuts } from '#web/desk/shortcuts.tsx';
import { asItWas, isStill } from '#web/desk/still.ts';
import { withDone } from '#web/done.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type Loading, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import { Afterwards } from './afterwards.tsx';
import { Filters } from './filters.tsx';
import { addressInList, askedIn } from './in-list.ts';
import { NameGroups } from './name-groups.tsx';
import { postGroupName } from './name-groups-post.ts';
import { Left } from './left.tsx';
import { actIn, chosenIn } from './many-post.ts';
import { Rows } from './rows.tsx';
import { WithChosen } from './with-chosen.tsx';
import { listKeys } from './work-keys.ts';
import { ofFields } from './work-post.ts';

type Data = {
  desk: ConsultationDesk;
  documents: ConsultationView['documents'];
  page: SuggestionsPage;
  /** What an act on many came to, where it was not all done. */
  outcome?: WorkedOnMany;
};

const Pages = (props: { page: SuggestionsPage }) => {
  const { t } = useI18n();
  const visit = useVisit();
  const last = () => props.page.from + props.page.rows.length;
  const to = (from: number): string => {
    const search = new URLSearchParams(visit.current.at.url.searchParams);
    search.delete('done');
    search.set('from', String(from));
    return `?${search.toString()}#found`;
  };
  return (
    <>
      <Show when={props.page.from > 0}>
        <p>
          <a href={to(0)}>{t('suggestions.first')}</a>
        </p>
      </Show>
      <Show when={last() < props.page.total}>
        <NextLink href={to(last())} label={t('suggestions.next')} />
      </Show>
    </>
  );
};

const SuggestionsView = (props: { data: Data }) => {
  const { t, number, locale } = useI18n();
  const visit = useVisit();
  const hrefOf = (row: DeskSuggestion): string => {
    const room = `/${locale}${consultationRoom(desk().consultation.id, 'suggestions')}`;
    const at = page().from + page().rows.indexOf(row);
    return addressInList(room, askedIn(visit.current.at.url), { id: row.contribution.id, at });
  };
  const form = useForm('many');
  const page = () => props.data.page;
  const desk = asItWas(() => props.data.desk);
  const colleagues = asItWas(() => page().colleagues);
  const mayWork = mayDo('work-on-suggestions', desk().roles).allowed;
  const rows = () => (
    <Rows
      page={page()}
      consultation={desk().consultation.id}
      mayWork={mayWork}
      outcome={props.data.outcome}
      hrefOf={hrefOf}
    />
  );
  return (
    <ConsultationFrame desk={desk()} title={t('desk.room.suggestions')}>
      <Show when={props.data.outcome}>{(outcome) => <Left outcome={outcome()} page={page()} hrefOf={hrefOf} />}</Show>
      <Filters page={page()} documents={props.data.documents} />
      <p class="hint" id="found">
        {t('suggestions.found', { count: page().total })}
        <Show when={page().rows.length > 0}>
          {' · '}
          {t('suggestions.range', {
            first: number(page().from + 1),
            last: number(page().from + page().rows.length),
          })}
        </Show>
        {' · '}
        <Show when={page().countedAt} fallback={t('suggestions.not-counted')}>
          {(at) => (
            <>
              {t('suggestions.counted-at')} <Time at={at()} zone={desk().place.timeZone} />
            </>
          )}
        </Show>
      </p>
      <Show when={page().rows.length > 0} fallback={<p>{t('suggestions.none')}</p>}>
        <Show when={mayWork} fallback={rows()}>
          <PostForm class="stack">
            <input type="hidden" name="form" value="many" />
            <Show when={!props.data.outcome}>
              <FormProblem form={form} />
              <Explanation />
            </Show>
            {rows()}
            <Afterwards>
              <WithChosen colleagues={colleagues()} languages={desk().consultation.languages} />
            </Afterwards>
          </PostForm>
        </Show>
      </Show>
      <Pages page={page()} />
      <Show when={mayWork}>
        <Shortcuts all={listKeys(t)} />
        <Afterwards>
          <NameGroups page={page()} languages={desk().consultation.languages} />
        </Afterwards>
      </Show>
      <p class="row">
        {t('suggestions.take-along')}
        <a href={`/api/consultations/${desk().consultation.id}/suggestions/export.csv`} download="">
          {t('suggestions.csv')}
        </a>
        <a href={`/api/consultations/${desk().consultation.id}/suggestions/export.json`} download="">
          {t('suggestions.json')}
        </a>
      </p>
    </ConsultationFrame>
  );
};

/** The desk and the text that the list belongs to. */
const around = async (loading: Loading): Promise<Omit<Data, 'page'> | null> => {
  const found = await loadWholeConsultation(loading);
  return found && { desk: found.desk, documents: found.consultation.documents };
};

const load = async (loading: Loading & { standing?: Data }): Promise<Data | null> => {
  const found = loading.standing ?? (await around(loading));
  if (!found) return null;
  const { desk, documents } = found;
  const { done: _, ...query } = Object.fromEntries(loading.url.searchParams);
  const page = await answer(
    loading.api.consultations[':con'].suggestions.$get({
      param: { con: desk.consultation.id },
      query: { ...query, readIn: loading.locale },
    }),
  );
  return { desk, documents, page };
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, url } = posting;
  const param = { con: idIn('consultation', params) };
  const named = await postGroupName(posting);
  if (named) return named;
  const json: WorkOnMany = { of: chosenIn(form), act: actIn(form) };
  const outcome = await ofFields(answer(api.consultations[':con'].suggestions.many.$post({ param, json })));
  if (outcome.left.length === 0) return { redirect: withDone(url.pathname + url.search, 'saved') };
  const problem = { code: 'changed-meanwhile', errors: [] } as const;
  return { problem, data: { ...(await load(posting)), outcome } };
};

export default definePage<Data>({
  cache: 'private',
  load,
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.suggestions')}: ${readingOf(desk.consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: SuggestionsView,
  stays: isStill,
});
