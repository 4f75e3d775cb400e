import { For, Show, untrack } from 'solid-js';
import { mayNow, type Schedule } from '#shared/consultations/phases.ts';
import type { ContributionPage } from '#shared/consultations/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import type { Own } from '#web/consultations/load.ts';
import { Card } from '#web/ui/card/card.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { useVisit } from '#web/visit.ts';
import { AuthorName } from './author-words.tsx';
import { ModeratedWords } from './moderated-words.tsx';

type ContributionListProps = {
  consultation: { id: ConsultationId; stages: Schedule };
  page: ContributionPage;
  own: Own;
};

/** What people wrote, newest first and without any count: nobody shall vote with the crowd. */
export const ContributionList = (props: ContributionListProps) => {
  const { t } = useI18n();
  const { at, now } = useVisit().current;
  const consultation = untrack(() => props.consultation);
  const to = useAddresses(consultation.id);
  const open = mayNow(consultation, 'vote', now).allowed ? 'open' : 'look';
  return (
    <>
      <Show when={props.page.contributions.length > 0} fallback={<p>{t('contributions.none')}</p>}>
        <ul role="list" class="stack stack-tight">
          <For each={props.page.contributions}>
            {(contribution) => (
              <li>
                <Card id={contribution.id}>
                  <p class="hint">
                    {t(`site.kind.${contribution.kind}`)} · <AuthorName by={contribution} />
                  </p>
                  <ModeratedWords words={contribution} />
                  <Show when={contribution.state === 'waiting'}>
                    <p class="hint">{t('own-words.waiting')}</p>
                  </Show>
                  <p class="row">
                    <a href={to.contribution(contribution.id)} aria-describedby={contribution.id}>
                      {t(`contributions.${open}`)}
                    </a>
                    <Show when={props.own.votes[contribution.item]}>
                      {(choice) => (
                        <span class="hint">
                          {t('consultations.your-vote')} {t(`ui.choice.${choice()}`)}
                        </span>
                      )}
                    </Show>
                  </p>
                </Card>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.page.next}>
        {(next) => (
          <NextLink
            href={`${at.url.pathname}?from=${encodeURIComponent(next())}#contributions`}
            label={t('contributions.more')}
          />
        )}
      </Show>
    </>
  );
};
