import { For, untrack } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { ComparisonView } from '#shared/versions/views.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { draftAddresses } from './draft-address.ts';
import { loadWriting, type Writing } from './load-draft.ts';
import { Compared } from './version-parts.tsx';

type Data = { writing: Writing; compared: ComparisonView; base: number };

const ComparePage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { writing, compared, base } = untrack(() => props.data);
  const to = draftAddresses(locale, writing.desk.consultation.id, compared.document.id);
  const others = () => Array.from({ length: base }, (_, i) => i + 1).filter((one) => one !== compared.from);
  return (
    <ConsultationFrame desk={writing.desk} title={t('drafting.compare')}>
      <p class="row">
        <a href={to.home}>{t('drafting.back')}</a>
        <For each={others()}>
          {(from) => (
            <a href={`${to.compare}&from=${from}`}>
              {t('versions.compare', { before: versionName(from), after: versionName(base + 1) })}
            </a>
          )}
        </For>
      </p>
      <h2>{t('versions.compare', { before: versionName(compared.from), after: versionName(base + 1) })}</h2>
      <Compared consultation={writing.desk.consultation.id} passages={compared.passages} at={to.passage} />
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const writing = await loadWriting(loading);
    const doc = writing?.writing?.document.id;
    const base = writing?.writing?.draft?.base;
    if (!writing || !doc || base === undefined) return null;
    const compared = await answer(
      loading.api.consultations[':con'].documents[':doc'].comparison.$get({
        param: { con: writing.desk.consultation.id, doc },
        query: { from: loading.url.searchParams.get('from') ?? String(base), to: 'draft', language: loading.locale },
      }),
    );
    return { writing, compared, base };
  },
  head: ({ compared }, { t, locale }) => ({
    title: `${t('drafting.compare')}: ${readingOf(compared.document.title, [locale])?.text ?? ''}`,
  }),
  place: ({ writing }) => writing.desk.place,
  View: ComparePage,
});
