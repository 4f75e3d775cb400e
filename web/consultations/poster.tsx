import { Show } from 'solid-js';
import { directionOf, type Locale } from '#shared/locales.ts';
import type { Reading } from '#shared/reading.ts';
import { QrPicture } from '#web/batches/qr-picture.tsx';
import { useI18n } from '#web/messages/i18n.ts';

/** What a sheet says, in its own language; what the place wrote, in the language it has. */
export type PosterWords = {
  locale: Locale;
  place: Reading;
  title: Reading;
  question?: Reading;
  call: string;
  when: string;
  how: string;
  free: string;
  read: string;
};

const Said = (props: { words: Reading }) => (
  <span lang={props.words.language} dir={directionOf(props.words.language)}>
    {props.words.text}
  </span>
);

/** One sheet of A4 for a wall or a hand. Black on white: no colour carries anything, and any printer will do. */
export const Poster = (props: { words: PosterWords; origin: string; consultation: string; slug: string }) => {
  const { t } = useI18n();
  const picture = () => `${props.origin}/${props.words.locale}/c/${props.consultation}`;
  // Short enough to be typed: the place's page, which names what is open.
  const address = () => `${new URL(props.origin).host}/p/${props.slug}`;
  return (
    <article class="poster" lang={props.words.locale} dir={directionOf(props.words.locale)}>
      <p class="poster-place">
        <Said words={props.words.place} />
      </p>
      <h2 class="poster-title">
        <Said words={props.words.title} />
      </h2>
      <Show when={props.words.question}>
        {(question) => (
          <p class="poster-question">
            <Said words={question()} />
          </p>
        )}
      </Show>
      <p class="poster-call">{props.words.call}</p>
      <QrPicture class="poster-qr" label={t('poster.picture')} address={picture()} />
      <div class="poster-how">
        <p>{props.words.how}</p>
        <p class="poster-address" dir="ltr">
          {address()}
        </p>
      </div>
      <p class="poster-when">{props.words.when}</p>
      <p>{props.words.free}</p>
      <p class="poster-read">{props.words.read}</p>
    </article>
  );
};
