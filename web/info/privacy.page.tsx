import { For, Show } from 'solid-js';
import type { PlaceView } from '#shared/consultations/views.ts';
import { useI18n, type PlainUnder } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { FullText } from '#web/ui/full-text/full-text.tsx';
import { frameOf, loadPlace, type Frame } from './load.ts';

type Data = Frame & Pick<PlaceView, 'privacy' | 'consent' | 'translator' | 'triage'>;

const KEPT = ['no-name', 'votes', 'words', 'languages', 'card', 'email', 'cookie', 'address'] as const;
const RIGHTS = ['see', 'change', 'leave', 'complain'] as const;

const Points = (props: { keys: readonly PlainUnder<'info.privacy.'>[] }) => {
  const { t } = useI18n();
  return (
    <ul>
      <For each={props.keys}>{(key) => <li>{t(key)}</li>}</For>
    </ul>
  );
};

/** What is kept, where, how long. The place says who and why; how the platform works is the same everywhere. */
const PrivacyPage = (props: { data: Data }) => {
  const i18n = useI18n();
  const { t, locale } = i18n;
  return (
    <div class="stack narrow">
      <h1>{t('info.privacy.title')}</h1>
      <p class="lead">{t('info.privacy.lead')}</p>
      <h2>{t('info.privacy.what')}</h2>
      <Points keys={KEPT.map((one) => `info.privacy.kept-${one}` as const)} />
      <h2>{t('info.privacy.link')}</h2>
      <p>{t('info.privacy.link-text')}</p>
      <p>{t('info.privacy.link-operator')}</p>
      <p>{t('info.privacy.link-auditor')}</p>
      <h2>{t('info.privacy.where')}</h2>
      <p>{t('info.privacy.where-text')}</p>
      <Show when={props.data.translator}>
        {(service) => <p>{t('info.privacy.translator', { service: service() })}</p>}
      </Show>
      <Show when={props.data.triage}>{(service) => <p>{t('info.privacy.triage', { service: service() })}</p>}</Show>
      <h2>{t('info.privacy.how-long')}</h2>
      <p>{t('info.privacy.retention', { count: props.data.privacy.retentionMonths })}</p>
      <p>{t('info.privacy.session-length')}</p>
      <h2>{t('info.privacy.rights')}</h2>
      <Points keys={RIGHTS.map((one) => `info.privacy.right-${one}` as const)} />
      <p>
        <LinkButton href={`/${locale}/me`} look="plain">
          {t('info.privacy.to-my-page')}
        </LinkButton>
      </p>
      <h2>{t('info.privacy.who')}</h2>
      <p>
        {t('info.privacy.controller')} <bdi>{props.data.privacy.controller}</bdi>
      </p>
      <p>
        {t('info.privacy.contact')} <bdi>{props.data.privacy.contact}</bdi>
      </p>
      <h2>{t('info.privacy.why')}</h2>
      <FullText texts={props.data.privacy.legalBasis} />
      <h2>{t('info.privacy.consent')}</h2>
      <p class="hint">{t('info.privacy.consent-version', { version: i18n.number(props.data.consent.version) })}</p>
      <FullText texts={props.data.consent.text} />
    </div>
  );
};

export default definePage<Data>({
  cache: 'public',
  load: async (loading) => {
    const place = await loadPlace(loading);
    const { privacy, consent, translator, triage } = place;
    const outside = { ...(translator && { translator }), ...(triage && { triage }) };
    return { ...frameOf(place), privacy, consent, ...outside };
  },
  head: (_, { t }) => ({ title: t('info.privacy.title'), description: t('info.privacy.lead') }),
  place: (place) => place,
  View: PrivacyPage,
});
