import type { Look } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** The picture by which people know a place, small. Its room is kept free while it is on the way. */
export const PlaceLogo = (props: { logo: NonNullable<Look['logo']> }) => {
  const { locale } = useI18n();
  return (
    <img
      class="place-logo"
      src={`/pictures/${props.logo.id}`}
      alt={readingOf(props.logo.alt, [locale])?.text ?? ''}
      width={props.logo.width}
      height={props.logo.height}
      decoding="async"
    />
  );
};
