import { Match, Switch } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { postMyPage } from './acts.ts';
import { loadMyPage, type MyPage } from './load.ts';
import { OverviewView } from './overview.tsx';
import { PartView } from './part.tsx';

/** Somebody without a session: nothing is held about her. */
const Nobody = () => {
  const { t, locale } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('participants.title')}</h1>
      <p class="lead">{t('participants.nobody')}</p>
      <p>{t('participants.nobody-how')}</p>
      <p class="row">
        <LinkButton href={`/${locale}`}>{t('participants.to-places')}</LinkButton>
        <LinkButton href={`/${locale}/return`} look="plain">
          {t('participants.return')}
        </LinkButton>
      </p>
    </div>
  );
};

const MyPageView = (props: { data: MyPage }) => (
  <Switch fallback={<Nobody />}>
    <Match when={props.data.kind === 'overview' && props.data.overview}>
      {(overview) => <OverviewView overview={overview()} />}
    </Match>
    <Match when={props.data.kind === 'part' && props.data.part}>{(part) => <PartView part={part()} />}</Match>
  </Switch>
);

export default definePage<MyPage>({
  cache: 'private',
  load: loadMyPage,
  head: (_, { t }) => ({ title: t('participants.title') }),
  place: (data) => (data.kind === 'part' ? data.part.consultation.placeBrief : undefined),
  post: postMyPage,
  View: MyPageView,
});
