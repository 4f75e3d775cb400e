import { For, Show } from 'solid-js';
import type { CaseView } from '#shared/moderation/desk-views.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { ActForm } from './act-form.tsx';
import type { CaseData } from './case-load.ts';
import { proposed } from './proposed.ts';
import { GroundQuote, Said } from './said.tsx';

const Decision = (props: { decision: CaseView['decisions'][number]; zone: string }) => {
  const { t } = useI18n();
  const { decision } = props;
  return (
    <li class="stack stack-tight">
      <p>
        <strong>{t(`cases.visibility.${decision.visibility}`)}</strong> · {t(`moderation.kind.${decision.kind}`)}
        <Show when={decision.mark}>{(mark) => <> · {t(`looks.mark.${mark()}`)}</>}</Show>
        <Show when={decision.author}>{(author) => <> · {t(`cases.measure.${author().measure}`)}</>}</Show>
      </p>
      <p class="hint">
        <bdi>{decision.by}</bdi> · <Time at={decision.at} zone={props.zone} />
        <Show when={decision.superseded}> · {t('cases.superseded')}</Show>
      </p>
      <Said said={decision.facts} />
      <Show when={decision.ground}>{(ground) => <GroundQuote ground={ground()} />}</Show>
      <Show when={decision.counterStatement}>
        {(texts) => (
          <>
            <p class="hint">{t('cases.counter-statement')}</p>
            <Reading texts={texts()} />
          </>
        )}
      </Show>
    </li>
  );
};

const Appeal = (props: { appeal: CaseView['appeals'][number]; zone: string }) => {
  const { t } = useI18n();
  return (
    <li class="stack stack-tight">
      <p class="hint">
        {t(`cases.appeal-by.${props.appeal.by}`)} · <Time at={props.appeal.at} zone={props.zone} />
      </p>
      <AuthorWords text={props.appeal.why} language={props.appeal.language} />
      <Show when={props.appeal.review}>
        {(review) => (
          <p>
            <strong>{t(`cases.review.${review()}`)}</strong>
          </p>
        )}
      </Show>
      <Show when={props.appeal.reasons}>{(reasons) => <Said said={reasons()} />}</Show>
    </li>
  );
};

/** What was decided about the same pseudonym before, and what the numbers suggest (DSA Art. 23). */
const Earlier = (props: { data: CaseData }) => {
  const { t, number } = useI18n();
  return (
    <section class="stack stack-tight" aria-labelledby="earlier">
      <h2 id="earlier">{t('cases.earlier')}</h2>
      <ul role="list" class="lines">
        <For each={props.data.one.earlier} fallback={<li>{t('cases.earlier-none')}</li>}>
          {(one) => (
            <li>
              <Time at={one.at} zone={props.data.desk.place.timeZone} day />: {t(`moderation.kind.${one.kind}`)} ·{' '}
              {t(`cases.visibility.${one.visibility}`)}
              <Show when={one.measure}>{(measure) => <> · {t(`cases.measure.${measure()}`)}</>}</Show>
              <Show when={one.manifest}> · {t('cases.manifest')}</Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.data.one.proposal}>
        {(proposal) => (
          <p>
            {t('cases.misuse.author', { manifest: number(proposal().manifest), all: number(proposal().all) })}{' '}
            <strong>{proposed(t, proposal())}</strong>
          </p>
        )}
      </Show>
    </section>
  );
};

/** Warnings and suspensions in all of the place. They come from the vault, so each look is a line of the ledger. */
const Measures = (props: { data: CaseData }) => {
  const { t } = useI18n();
  const zone = () => props.data.desk.place.timeZone;
  const all = ({ warnedOn, suspendedOn }: NonNullable<CaseData['measures']>) => [
    ...warnedOn.map((at) => ({ at, what: 'warned' as const })),
    ...suspendedOn.map((at) => ({ at, what: 'suspended' as const })),
  ];
  return (
    <section class="stack stack-tight" aria-labelledby="measures">
      <h2 id="measures">{t('cases.measures.title')}</h2>
      <Show
        when={props.data.measures}
        fallback={
          <ActForm name="earlier" version={props.data.one.version}>
            <p class="hint">{t('cases.measures.what')}</p>
            <p>
              <Button look="plain">{t('cases.measures.show')}</Button>
            </p>
          </ActForm>
        }
      >
        {(measures) => (
          <ul role="list" class="lines">
            <For each={all(measures())} fallback={<li>{t('cases.earlier-none')}</li>}>
              {({ at, what }) => (
                <li>
                  <Time at={at} zone={zone()} day />: {t(`cases.measures.${what}`)}
                </li>
              )}
            </For>
            <Show when={measures().until}>
              {(until) => (
                <li>
                  {t('cases.measures.until')} <Time at={until()} zone={zone()} />
                </li>
              )}
            </Show>
          </ul>
        )}
      </Show>
    </section>
  );
};

/** Everything that was decided in the case, and about its author elsewhere. */
export const CaseHistory = (props: { data: CaseData }) => {
  const { t } = useI18n();
  const zone = () => props.data.desk.place.timeZone;
  return (
    <>
      <Show when={props.data.one.appeals.length > 0}>
        <section class="stack stack-tight" aria-labelledby="appeals">
          <h2 id="appeals">{t('cases.appeals')}</h2>
          <ul role="list" class="lines">
            <For each={props.data.one.appeals}>{(appeal) => <Appeal appeal={appeal} zone={zone()} />}</For>
          </ul>
        </section>
      </Show>
      <Show when={props.data.one.decisions.length > 0}>
        <section class="stack stack-tight" aria-labelledby="decisions">
          <h2 id="decisions">{t('cases.decisions')}</h2>
          <ol role="list" class="lines">
            <For each={props.data.one.decisions}>{(decision) => <Decision decision={decision} zone={zone()} />}</For>
          </ol>
        </section>
      </Show>
      <Show when={props.data.one.author}>
        <Earlier data={props.data} />
        <Measures data={props.data} />
      </Show>
    </>
  );
};
