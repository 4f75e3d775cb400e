import { For, Show, untrack } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { versionName } from '#shared/versions/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { useAddresses } from './addresses.ts';
import { toConfirm } from '#web/versions/to-confirm.ts';
import type { Own } from './load.ts';

type DocumentPartsProps = { consultation: ConsultationView; document: ConsultationView['documents'][number]; own: Own };

/** A text under consultation as a list of its parts, each with what it means and her own vote. */
export const DocumentParts = (props: DocumentPartsProps) => {
  const { t, number } = useI18n();
  const to = useAddresses(untrack(() => props.consultation.id));
  return (
    <section class="stack" aria-labelledby={props.document.id}>
      <h3 id={props.document.id}>
        <Wording texts={props.document.title} />
      </h3>
      <Show when={props.document.version > 1}>
        <p>
          <a href={to.version(props.document.version, props.document.id)}>
            {t('consultations.changed-in', { name: versionName(props.document.version) })}
          </a>{' '}
          · <a href={to.versions}>{t('consultations.all-versions')}</a>
        </p>
      </Show>
      <ol class="parts" role="list">
        <For each={props.document.passages}>
          {(passage) => (
            <li class="part">
              <span class="part-number" aria-hidden="true">
                {number(passage.position)}
              </span>
              <div class="stack stack-tight">
                <h4>
                  <a href={to.passage(passage.id)}>
                    <span class="visually-hidden">{t('site.part', { number: number(passage.position) })} </span>
                    <Wording texts={passage.heading} />
                  </a>
                </h4>
                <p>
                  <Wording texts={passage.summary} />
                </p>
                <Show when={toConfirm(passage, props.own)}>
                  <p class="hint">
                    <strong>{t('consultations.changed-since')}</strong>
                  </p>
                </Show>
                <Show when={props.own.votes[passage.item]}>
                  {(choice) => (
                    <p class="hint">
                      {t('consultations.your-vote')} <strong>{t(`ui.choice.${choice()}`)}</strong>
                    </p>
                  )}
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
};
