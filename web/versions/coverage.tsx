import { For, Show, untrack } from 'solid-js';
import { LANGUAGES, isLanguage } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { RANK_TIERS } from '#shared/versions/coverage.ts';
import type { CheckView, DraftView } from '#shared/versions/views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';

type Of = { coverage: CheckView['coverage']; draft: DraftView; consultation: string };
type Rows = CheckView['coverage']['byLanguage'];

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

/** Which voices nobody took up and nobody answered: by language, group, part and rank, so that none is forgotten. */
export const Coverage = (props: Of) => {
  const { t, locale, number } = useI18n();
  const { coverage, draft, consultation } = untrack(() => ({ ...props }));
  const to = useAddresses(consultation);
  const headings = new Map<string, string>(
    [...draft.passages, ...draft.gone].map(({ id, heading }) => [id, readingOf(heading, [locale])?.text ?? '']),
  );
  const passage = (key: string) =>
    key === 'whole' ? t('drafting.whole') : (headings.get(key) ?? t('drafting.gone-part'));
  return (
    <>
      <p>
        {t('drafting.coverage-all', {
          all: coverage.all,
          cited: number(coverage.cited),
          answered: number(coverage.answered),
          left: number(coverage.left),
        })}
      </p>
      <Show when={coverage.left > 0} fallback={<p>{t('drafting.covered')}</p>}>
        <div class="two-columns">
          <Table
            title={t('drafting.by-language')}
            rows={coverage.byLanguage}
            say={(key) => (isLanguage(key) ? LANGUAGES[key] : key)}
          />
          <Table title={t('drafting.by-group')} rows={coverage.byGroup} say={(name) => t('drafting.group', { name })} />
          <Table title={t('drafting.by-passage')} rows={coverage.byPassage} say={passage} />
          <Table
            title={t('drafting.by-rank')}
            rows={coverage.byRank}
            say={(key) => t(`drafting.tier.${RANK_TIERS.find((tier) => tier === key) ?? 'too-little'}`)}
          />
        </div>
        <Details summary={t('drafting.listed')}>
          <ol role="list" class="stack stack-tight">
            <For each={coverage.listed}>
              {({ contribution, rank }) => (
                <li>
                  <AuthorWords text={contribution.text ?? ''} language={contribution.language} />
                  <p class="hint">
                    <a href={to.contribution(contribution.id)}>
                      {rank ? t('drafting.place', { rank: number(rank) }) : t('drafting.too-little')}
                    </a>
                  </p>
                </li>
              )}
            </For>
          </ol>
        </Details>
      </Show>
    </>
  );
};
