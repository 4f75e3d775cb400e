import { Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import type { Sections } from './sections.ts';

/** By what anybody can tell that a result is still the same one, and how it can be counted again. */
export const Provenance = (props: { consultation: string; result: Sections }) => {
  const { t } = useI18n();
  const fileName = () => `result-${props.consultation}.json`;
  return (
    <section class="stack stack-tight" aria-labelledby="check">
      <h2 id="check">{t('opinion.check')}</h2>
      <p>{t('opinion.check-what')}</p>
      <dl class="facts fingerprints">
        <dt>{t('opinion.check-result')}</dt>
        <dd>
          <code dir="ltr">{props.result.hash}</code>
        </dd>
        <dt>{t('opinion.check-input')}</dt>
        <dd>
          <code dir="ltr">{props.result.inputHash}</code>
        </dd>
      </dl>
      <Details summary={t('opinion.check-how')}>
        <p>{t('opinion.check-same')}</p>
        <Show when={props.result.publishedFor}>
          <p>
            {t('opinion.check-file')}{' '}
            <a href={`/api/consultations/${props.consultation}/results/snapshot`} download={fileName()}>
              {fileName()}
            </a>
          </p>
          <p>
            <code dir="ltr">sha256sum {fileName()}</code>
          </p>
        </Show>
        <p>{t('opinion.check-auditor')}</p>
        <p>
          <code dir="ltr">npm run recount -- file.audit --published {props.result.hash}</code>
        </p>
        <p>{t('opinion.check-left')}</p>
      </Details>
    </section>
  );
};
