import { For, Show, untrack } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { VersionsView, VersionView } from '#shared/versions/views.ts';
import { answer } from '#web/api.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Within } from '#web/consultations/load.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { VersionBrief } from './version-parts.tsx';

type Data = { within: Within; versions: VersionsView };

const One = (props: { within: Within; document: string; version: VersionView }) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.within.id));
  const name = () => versionName(props.version.version);
  const id = () => `${props.document}-${name()}`;
  return (
    <Show when={props.version.at} fallback={<p>{t('versions.first', { name: name() })}</p>}>
      {(at) => (
        <Card labelledBy={id()}>
          <h3 class="card-heading" id={id()}>
            {name()} · <Time at={at()} zone={props.within.place.timeZone} day />
          </h3>
          <VersionBrief version={props.version} />
          <p>
            <a href={to.version(props.version.version, props.document)}>{t('versions.see', { name: name() })}</a>
          </p>
        </Card>
      )}
    </Show>
  );
};

const VersionsPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { within, versions } = untrack(() => props.data);
  const to = useAddresses(within.id);
  return (
    <>
      <p class="hint">
        <a href={to.home}>
          <Wording texts={within.title} />
        </a>
      </p>
      <h1>{t('versions.title')}</h1>
      <For each={versions} fallback={<p>{t('versions.none')}</p>}>
        {(document) => (
          <section class="stack" aria-labelledby={document.id}>
            <h2 id={document.id}>
              <Wording texts={document.title} />
            </h2>
            <Show when={document.versions.length > 1} fallback={<p>{t('versions.none')}</p>}>
              <For each={document.versions}>
                {(version) => <One within={within} document={document.id} version={version} />}
              </For>
            </Show>
          </section>
        )}
      </For>
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params }) {
    const con = idIn('consultation', params);
    const [{ consultation }, versions] = await Promise.all([
      loadConsultation(api, con),
      answer(api.consultations[':con'].versions.$get({ param: { con } })),
    ]);
    return { within: withinOf(consultation), versions };
  },
  head: ({ within }, { t, locale }) => ({
    description: t('versions.key'),
    title: `${t('versions.title')}: ${readingOf(within.title, [locale])?.text ?? ''}`,
  }),
  place: ({ within }) => within.place,
  View: VersionsPage,
});
