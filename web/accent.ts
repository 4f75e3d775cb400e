import type { Look } from '#shared/places/schema.ts';

/** The stylesheet of a place's own colour, if it has one. */
export const accentHref = (place: { look?: Look | undefined } | undefined): string | undefined =>
  place?.look?.accent && `/accent/${place.look.accent.slice(1)}.css`;

/** Shows the page in the colour of its place, or in that of the house. The first page came in its colour already. */
export const dress = (href: string | undefined): void => {
  const link = document.getElementById('accent') ?? document.createElement('link');
  if (!href) return link.remove();
  if (link.getAttribute('href') === href) return;
  link.id = 'accent';
  link.setAttribute('rel', 'stylesheet');
  link.setAttribute('href', href);
  document.head.append(link);
};
