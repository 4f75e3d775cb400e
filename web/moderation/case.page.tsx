import { Show } from 'solid-js';
import { casePage, queuePage } from '#shared/moderation/addresses.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { Shortcuts } from '#web/desk/shortcuts.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { useVisit } from '#web/visit.ts';
import { caseKeys } from './case-keys.ts';
import { CaseHistory } from './case-history.tsx';
import { Facts, Place } from './case-line.tsx';
import { loadCase, type CaseData } from './case-load.ts';
import { CaseNotices } from './case-notices.tsx';
import { postCase } from './case-post.ts';
import { CaseStanding, mayI } from './case-standing.tsx';
import { CaseMessages } from './case-messages.tsx';
import { CaseWays } from './case-ways.tsx';
import { CaseWords } from './case-words.tsx';
import { AnswerForm, DecideForm, TypedBefore } from './decide-form.tsx';
import { Escalation } from './escalation.tsx';
import { HintOnCase } from './hint.tsx';
import { Opinions } from './opinions.tsx';
import { inPart } from './queue-part.ts';

const CasePage = (props: { data: CaseData }) => {
  const { t, locale } = useI18n();
  const { now } = useVisit().current;
  const one = () => props.data.one;
  const { place } = props.data.desk;
  const isMine = () => one().holder?.isMe ?? false;
  const isAsked = () => one().opinions.some(({ isMine: isForMe, text }) => isForMe && !text);
  const asks = () => isMine() && mayI(props.data, one().state === 'appealed' ? 'decide-appeal' : 'decide', now);
  // Made before what stands above it, so that the problem of a form that is gone is shown by nobody else.
  const form = () => (
    <Show when={asks()}>
      <Show when={one().state === 'appealed'} fallback={<DecideForm data={props.data} />}>
        <AnswerForm data={props.data} />
      </Show>
    </Show>
  );
  // These too, so that what was typed in one of them stands in it and nowhere else.
  const others = {
    ways: (
      <Show when={isMine()}>
        <CaseWays data={props.data} />
      </Show>
    ),
    messages: <CaseMessages data={props.data} />,
    opinions: <Opinions data={props.data} />,
  };
  return (
    <PlaceFrame desk={props.data.desk} title={t(`moderation.kind.${one().kind}`)}>
      <Show when={props.data.decided}>
        {(decided) => (
          <p>
            <a href={inPart(`/${locale}${casePage(place.slug, encodeURIComponent(decided()))}`, props.data.shown)}>
              {t('cases.just-decided')}
            </a>
          </p>
        )}
      </Show>
      <Place line={one()} zone={place.timeZone} />
      <Facts line={one()} zone={place.timeZone} />
      <CaseStanding data={props.data} />
      <Escalation data={props.data} />
      <div class="case-sides">
        <div class="stack">
          <CaseWords data={props.data} />
          <CaseNotices data={props.data} />
          <Show when={one().hint}>{(hint) => <HintOnCase hint={hint()} quality={one().quality} />}</Show>
        </div>
        <div class="stack case-decide">
          {form()}
          <TypedBefore />
          <Show when={isAsked()}>{others.opinions}</Show>
          {others.ways}
          {others.messages}
        </div>
        <div class="stack">
          <CaseHistory data={props.data} />
          <Show when={!isAsked()}>{others.opinions}</Show>
        </div>
      </div>
      <Shortcuts all={caseKeys(t)} />
      <p>
        <a href={inPart(`/${locale}${queuePage(place.slug)}`, props.data.shown)}>{t('cases.back')}</a>
        {' · '}
        <a href={`/${locale}/p/${place.slug}/rules`}>{t('cases.rules')}</a>
      </p>
    </PlaceFrame>
  );
};

/** Everything that a moderator has before her when she decides. */
export default definePage<CaseData>({
  cache: 'private',
  load: (asking) => loadCase(asking),
  head: ({ one }, { t }) => ({ title: `${t('cases.case')}: ${t(`moderation.kind.${one.kind}`)}` }),
  place: ({ desk }) => desk.place,
  post: postCase,
  View: CasePage,
});
