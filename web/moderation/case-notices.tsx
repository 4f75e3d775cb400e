import { For, Show } from 'solid-js';
import type { NoticeView } from '#shared/moderation/desk-views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import type { CaseData } from './case-load.ts';
import { proposed } from './proposed.ts';

/** Somebody's notices were unfounded again and again: the numbers propose, a person decides (DSA Art. 23). */
const Measure = (props: { notice: NoticeView; proposal: NonNullable<NoticeView['proposal']> }) => {
  const { t, number } = useI18n();
  const form = useForm(`notifier-${props.notice.id}`);
  const { measure, days, manifest, all } = props.proposal;
  return (
    <>
      <p>{t('cases.misuse.notifier', { manifest: number(manifest), all: number(all) })}</p>
      <Confirm ask={proposed(t, props.proposal)}>
        <PostForm class="stack stack-tight">
          <FormProblem form={form} />
          <Explanation />
          <input type="hidden" name="form" value={`notifier-${props.notice.id}`} />
          <input type="hidden" name="notice" value={props.notice.id} />
          <input type="hidden" name="measure" value={measure} />
          <input type="hidden" name="days" value={days ?? ''} />
          <p>{t(`cases.misuse.what-${measure}`)}</p>
          <p>
            <Button look="stop">{t('cases.misuse.do')}</Button>
          </p>
        </PostForm>
      </Confirm>
    </>
  );
};

const One = (props: { notice: NoticeView; zone: string }) => {
  const { t } = useI18n();
  const how = () => {
    const { organisation, isArticle16 } = props.notice;
    if (organisation) return t('cases.notice.trusted');
    return t(isArticle16 ? 'cases.notice.article-16' : 'cases.notice.anonymous');
  };
  return (
    <li class="stack stack-tight">
      <p>
        <strong>{t(`moderation.kind.${props.notice.kind}`)}</strong>
        <Show when={props.notice.grounds.length > 0}>
          {' · '}
          {props.notice.grounds.map((ground) => t(`topics.ground.${ground}`)).join(', ')}
        </Show>
      </p>
      <p class="hint">
        {how()} <bdi>{props.notice.organisation}</bdi> · <Time at={props.notice.at} zone={props.zone} />
      </p>
      <Show when={props.notice.danger}>
        <p class="case-loud">{t('cases.danger')}</p>
      </Show>
      <AuthorWords text={props.notice.why} language={props.notice.language} />
      <Show when={props.notice.unfounded}>
        <p class="hint">{t('cases.notice.unfounded')}</p>
      </Show>
      <Show when={props.notice.proposal}>{(proposal) => <Measure notice={props.notice} proposal={proposal()} />}</Show>
    </li>
  );
};

const Lines = (props: { notices: readonly NoticeView[]; zone: string }) => (
  <ul role="list" class="lines">
    <For each={props.notices}>{(notice) => <One notice={notice} zone={props.zone} />}</For>
  </ul>
);

/** So many stand open: those of organisations and those that tell of danger among the first. */
const OPEN = 3;
const weight = ({ danger, organisation, isArticle16 }: NoticeView): number =>
  danger ? 0 : organisation ? 1 : isArticle16 ? 2 : 3;

/** Everybody's reasons, a page of them at a time. Who they are is not here: it lies in the vault. */
export const CaseNotices = (props: { data: CaseData }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const isLater = () => current.at.url.searchParams.has('notices');
  const zone = () => props.data.desk.place.timeZone;
  const all = () => [...props.data.one.notices].sort((a, b) => weight(a) - weight(b));
  const first = () => all().slice(0, OPEN);
  const others = () => all().slice(OPEN);
  const to = (last?: string) => {
    const { shown } = props.data;
    return `?${new URLSearchParams({ ...(shown && { show: shown }), ...(last && { notices: last }) })}#notices`;
  };
  return (
    <Show when={props.data.one.notices.length > 0 || isLater()}>
      <section class="stack stack-tight" aria-labelledby="notices">
        <h2 id="notices">{t('cases.notice.title', { count: props.data.one.noticeCount })}</h2>
        <Lines notices={first()} zone={zone()} />
        <Show when={others().length > 0}>
          <Details summary={t('cases.notice.others')} open={isLater()}>
            <Lines notices={others()} zone={zone()} />
          </Details>
        </Show>
        <Show when={isLater()}>
          <p>
            <a href={to()}>{t('cases.notice.first')}</a>
          </p>
        </Show>
        <Show when={props.data.one.nextNotices}>
          {(last) => (
            <p>
              <a href={to(last())}>{t('cases.notice.next')}</a>
            </p>
          )}
        </Show>
      </section>
    </Show>
  );
};
