import { isReadable, shadesOf, type Theme } from '#shared/places/colour.ts';

const declarations = (accent: string, theme: Theme): string =>
  Object.entries(shadesOf(accent, theme))
    .map(([token, colour]) => `--${token}:${colour}`)
    .join(';');

/**
 * The stylesheet of a place's accent colour, made from the colour alone; none for a colour that nobody could read. It
 * stands in the layer of the house's tokens and after them, so that paper and high contrast keep the last word.
 */
export const stylesheetFor = (accent: string): string | undefined =>
  isReadable(accent)
    ? `@layer tokens{:root{${declarations(accent, 'light')}}` +
      `@media (prefers-color-scheme:dark){:root{${declarations(accent, 'dark')}}}}\n`
    : undefined;
