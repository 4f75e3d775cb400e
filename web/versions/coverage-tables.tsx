import { For, Show } from 'solid-js';
import { LANGUAGES, isLanguage } from '#shared/locales.ts';
import { RANK_TIERS } from '#shared/versions/coverage.ts';
import type { CoverageCounts } from '#shared/versions/views.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';

type Rows = CoverageCounts['byLanguage'];

const Table = (props: { title: string; rows: Rows; say: (key: string) => string }) => {
  const { t, number } = useI18n();
  return (
    <Show when={props.rows.length > 0}>
      <div class="scroll-sideways" tabindex="0" role="region" aria-label={props.title}>
        <table>
          <caption>{props.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('drafting.key')}</th>
              <th scope="col">{t('drafting.all')}</th>
              <th scope="col">{t('drafting.left')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <bdi>{props.say(row.key)}</bdi>
                  </th>
                  <td>{number(row.all)}</td>
                  <td>{number(row.left)}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
};

/** How much there is, and how much of it is left. */
export const CoverageSaid = (props: { coverage: CoverageCounts }) => {
  const { t, number } = useI18n();
  return (
    <p>
      {t('drafting.coverage-all', {
        all: props.coverage.all,
        cited: number(props.coverage.cited),
        answered: number(props.coverage.answered),
        left: number(props.coverage.left),
      })}
    </p>
  );
};

/** What is left by language, group, part and place in the count. `headings`: of the parts, by their ids. */
export const CoverageTables = (props: { coverage: CoverageCounts; headings: ReadonlyMap<string, string> }) => {
  const { t } = useI18n();
  const passage = (key: string): string =>
    key === 'whole' ? t('drafting.whole') : (props.headings.get(key) ?? t('drafting.gone-part'));
  return (
    <div class="two-columns">
      <Table
        title={t('drafting.by-language')}
        rows={props.coverage.byLanguage}
        say={(key) => (isLanguage(key) ? LANGUAGES[key] : key)}
      />
      <Table
        title={t('drafting.by-group')}
        rows={props.coverage.byGroup}
        say={(name) => t('drafting.group', { name })}
      />
      <Table title={t('drafting.by-passage')} rows={props.coverage.byPassage} say={passage} />
      <Table
        title={t('drafting.by-rank')}
        rows={props.coverage.byRank}
        say={(key) => t(`drafting.tier.${RANK_TIERS.find((tier) => tier === key) ?? 'too-little'}`)}
      />
    </div>
  );
};

/** From what would be forgotten straight to where it is answered. */
export const ToLeft = (props: { consultation: string }) => {
  const { t, locale } = useI18n();
  const href = () => `/${locale}${consultationRoom(props.consultation, 'suggestions')}?outcome=left#found`;
  return (
    <p class="no-print">
      <a href={href()}>{t('drafting.to-left')}</a>
    </p>
  );
};
