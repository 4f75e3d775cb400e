import { For, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Time } from '#web/ui/time/time.tsx';
import type { Sections } from './sections.ts';

/** Who was given the votes, without names. */
const Auditors = (props: { auditors: Sections['auditors']; zone: string }) => {
  const { t } = useI18n();
  return (
    <Show when={props.auditors.length > 0} fallback={<p>{t('opinion.check-nobody')}</p>}>
      <p>{t('opinion.check-who')}</p>
      <ul>
        <For each={props.auditors}>
          {({ auditor, reason, at }) => (
            <li>
              <strong>
                <bdi>{auditor}</bdi>
              </strong>
              , <Time at={at} zone={props.zone} />: <bdi>{reason}</bdi>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
};

/** By what anybody can tell that a result is still the same one, and how it can be counted again. */
export const Provenance = (props: { consultation: string; result: Sections; zone: string }) => {
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
        <Auditors auditors={props.result.auditors} zone={props.zone} />
        <p>{t('opinion.check-left')}</p>
      </Details>
    </section>
  );
};
