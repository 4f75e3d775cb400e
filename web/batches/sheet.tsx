import { For } from 'solid-js';
import type { MadeCards } from '#shared/batches/schema.ts';
import { directionOf } from '#shared/locales.ts';
import { groupedCardNumber } from '#shared/participants/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { QrPicture } from './qr-picture.tsx';

/** The cards of a batch, eight on a sheet of A4, to be cut apart. Black on white: no colour carries anything. */
export const Sheet = (props: { cards: MadeCards }) => {
  const { t, number } = useI18n();
  const first = () => props.cards.words[0]?.locale ?? 'en';
  const name = (nth: number) => t('batches.card-of', { nth: number(nth), count: number(props.cards.digits.length) });
  return (
    <ol role="list" class="handed-cards" dir={directionOf(first())}>
      <For each={props.cards.digits}>
        {(digits, nth) => (
          <li class="handed-card" aria-label={name(nth() + 1)}>
            <p class="handed-card-place">
              <bdi lang={first()}>{props.cards.words[0]?.place}</bdi>
            </p>
            <QrPicture
              class="handed-card-qr"
              label={t('participants.card-qr')}
              address={`${props.cards.join}#${digits}`}
            />
            <p class="handed-card-digits" dir="ltr">
              {groupedCardNumber(digits)}
            </p>
            <div class="handed-card-words">
              <For each={props.cards.words}>
                {({ locale, text }) => (
                  <p lang={locale} dir={directionOf(locale)}>
                    {text}
                  </p>
                )}
              </For>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
};
