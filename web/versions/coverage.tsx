import { For, Show, untrack } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import type { CheckView, DraftView } from '#shared/versions/views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { TranslatedWords } from '#web/contributions/translated-words.tsx';
import { useAddresses } from '#web/consultations/addresses.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { CoverageSaid, CoverageTables, ToLeft } from './coverage-tables.tsx';

type Of = { coverage: CheckView['coverage']; draft: DraftView; consultation: string };

/** Which voices nobody took up and nobody answered: by language, group, part and rank, so that none is forgotten. */
export const Coverage = (props: Of) => {
  const { t, locale, number } = useI18n();
  const { coverage, draft, consultation } = untrack(() => ({ ...props }));
  const to = useAddresses(consultation);
  const headings = new Map<string, string>(
    [...draft.passages, ...draft.gone].map(({ id, heading }) => [id, readingOf(heading, [locale])?.text ?? '']),
  );
  return (
    <>
      <CoverageSaid coverage={coverage} />
      <Show when={coverage.left > 0} fallback={<p>{t('drafting.covered')}</p>}>
        <CoverageTables coverage={coverage} headings={headings} />
        <ToLeft consultation={consultation} />
        <Details summary={t('drafting.listed')}>
          <ol role="list" class="stack stack-tight">
            <For each={coverage.listed}>
              {({ contribution, rank }) => (
                <li>
                  <TranslatedWords translated={contribution.translated} from={contribution.language}>
                    <AuthorWords text={contribution.text ?? ''} language={contribution.language} />
                  </TranslatedWords>
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
