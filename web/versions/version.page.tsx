import { For, Show, untrack } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { ComparisonView } from '#shared/versions/views.ts';
import { answer } from '#web/api.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Within } from '#web/consultations/load.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { documentIn } from './document-in.ts';
import { Compared, VersionBrief } from './version-parts.tsx';

type Data = { within: Within; compared: ComparisonView; to: number };

const VersionPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { within, compared, to } = untrack(() => props.data);
  const address = useAddresses(within.id);
  const others = Array.from({ length: to - 1 }, (_, i) => i + 1).filter((one) => one !== compared.from);
  return (
    <>
      <p class="hint row">
        <a href={address.home}>
          <Wording texts={within.title} />
        </a>
        <a href={address.versions}>{t('versions.all')}</a>
      </p>
      <h1>
        <Wording texts={compared.document.title} />: {versionName(to)}
      </h1>
      <Show when={compared.version}>{(version) => <VersionBrief version={version()} />}</Show>
      <h2>{t('versions.compare', { before: versionName(compared.from), after: versionName(to) })}</h2>
      <Show when={others.length > 0}>
        <p class="row">
          <For each={others}>
            {(from) => (
              <a href={`${address.version(to, compared.document.id)}&from=${from}`}>
                {t('versions.compare', { before: versionName(from), after: versionName(to) })}
              </a>
            )}
          </For>
        </p>
      </Show>
      <Compared consultation={within.id} passages={compared.passages} at={address.passage} />
    </>
  );
};

/** One version against the one before it, or against any other that the address names as `from`. */
export default definePage<Data>({
  cache: 'public',
  async load({ api, params, url, locale }) {
    const con = idIn('consultation', params);
    const to = Number(params['n']?.replace(/^R/i, ''));
    const { consultation } = await loadConsultation(api, con);
    const doc = documentIn(url, consultation.documents);
    if (!doc || !Number.isSafeInteger(to) || to < 1) return null;
    const from = url.searchParams.get('from') ?? String(Math.max(1, to - 1));
    const compared = await answer(
      api.consultations[':con'].documents[':doc'].comparison.$get({
        param: { con, doc },
        query: { from, to: String(to), language: locale },
      }),
    );
    return { within: withinOf(consultation), compared, to };
  },
  head: ({ compared, to }, { t, locale }) => ({
    description: t('versions.key'),
    title: `${versionName(to)}: ${readingOf(compared.document.title, [locale])?.text ?? ''}`,
  }),
  place: ({ within }) => within.place,
  View: VersionPage,
});
