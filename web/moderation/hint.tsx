import { Show } from 'solid-js';
import type { CaseLine, CaseView } from '#shared/moderation/desk-views.ts';
import { useI18n } from '#web/messages/i18n.ts';

type Hint = NonNullable<CaseLine['hint']>;

/** Why a case stands further up than its time alone would have it. */
export const HintInLine = (props: { hint: Hint }) => {
  const { t } = useI18n();
  const { rating } = props.hint;
  return (
    <Show when={rating === 'medium' || rating === 'high' ? rating : undefined}>
      {(up) => (
        <>
          {' · '}
          {t(`cases.hint.up.${up()}`)}
        </>
      )}
    </Show>
  );
};

/** What a service outside made of the words, and how far it can be trusted in their language. */
export const HintOnCase = (props: { hint: Hint; quality: CaseView['quality'] }) => {
  const { t, number, day } = useI18n();
  return (
    <section class="stack stack-tight" aria-labelledby="hint-title">
      <h3 id="hint-title">{t('cases.hint.title', { by: props.hint.by })}</h3>
      <p>{t(`cases.hint.rating.${props.hint.rating}`)}</p>
      <p class="hint">{t('cases.hint.only-order')}</p>
      <Show when={props.quality} fallback={<p class="hint">{t('cases.hint.not-measured')}</p>}>
        {(quality) => (
          <p class="hint">
            {t('cases.hint.quality', { found: number(quality().found), wrong: number(quality().wrong) })}{' '}
            {t('cases.hint.quality-source', { date: day(quality().on, 'UTC'), source: quality().source })}
          </p>
        )}
      </Show>
    </section>
  );
};
