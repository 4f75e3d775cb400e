import { Match, Show, Switch, onMount } from 'solid-js';
import { addressesOf } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { useVisit } from '#web/visit.ts';
import { postMyPage } from './acts.ts';
import { loadMyPage, type MyPage } from './load.ts';
import { OverviewView } from './overview.tsx';
import { PartView } from './part.tsx';

/** Somebody without a session: nothing is held about her. A link in a mail says which consultation she came for. */
const Nobody = (props: { consultation: string | undefined }) => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('participants.title')}</h1>
      <p class="lead">{t('participants.nobody')}</p>
      <p>{t('participants.nobody-how')}</p>
      <p class="row">
        <Show
          when={props.consultation}
          fallback={<LinkButton href={`/${locale}`}>{t('participants.to-places')}</LinkButton>}
        >
          {(con) => <LinkButton href={addressesOf(locale, con()).home}>{t('participants.to-consultation')}</LinkButton>}
        </Show>
        <LinkButton href={`/${locale}/return`} look="plain">
          {t('participants.return')}
        </LinkButton>
      </p>
    </div>
  );
};

const MyPageView = (props: { data: MyPage }) => {
  const { api, go, current } = useVisit();
  onMount(async () => {
    if (props.data.kind === 'nobody') return;
    const { sendUnsent } = await import('#web/ballots/send-unsent.ts');
    // Now there are more votes of hers than the page says.
    if (await sendUnsent(api)) go(current.at.url.href);
  });
  return (
    <Switch fallback={<Nobody consultation={props.data.kind === 'nobody' ? props.data.consultation : undefined} />}>
      <Match when={props.data.kind === 'overview' && props.data.overview}>
        {(overview) => <OverviewView overview={overview()} />}
      </Match>
      <Match when={props.data.kind === 'part' && props.data.part}>{(part) => <PartView part={part()} />}</Match>
    </Switch>
  );
};

export default definePage<MyPage>({
  cache: 'private',
  load: loadMyPage,
  head: (_, { t }) => ({ title: t('participants.title') }),
  place: (data) => (data.kind === 'part' ? data.part.consultation.placeBrief : undefined),
  post: postMyPage,
  View: MyPageView,
});
