/** A colour as red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** The grounds on which links and buttons of the accent colour stand, as `tokens.css` has them; a test compares. */
export const GROUNDS = {
  light: { paper: '#fcf9f4', sheet: '#ffffff', sand: '#f2ece1', 'point-tint': '#fdf1d8', 'stop-tint': '#fbe9e2' },
  dark: { paper: '#18151b', sheet: '#211d25', sand: '#2b2630', 'point-tint': '#3a2f17', 'stop-tint': '#42231a' },
} as const;
export type Theme = keyof typeof GROUNDS;

/** WCAG 2.2, 1.4.3 (AA): text on its ground. */
export const LEAST_CONTRAST = 4.5;

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/.test(text);

const rgbOf = (colour: string): Rgb => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance as WCAG 2.2 defines it. */
const luminance = (colour: string): number => {
  const [red, green, blue] = rgbOf(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1 (the same) to 21 (black on white). */
export const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** `share` of the way from one colour to another. */
const mix = (from: string, to: string, share: number): string => {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  return hexOf(a.map((part, i) => Math.round(part + ((b[i] ?? 0) - part) * share)) as unknown as Rgb);
};

const STEPS = 255;
/** The least of so many even steps that is good enough; the last one always is. */
const leastStep = (isEnough: (share: number) => boolean): number => {
  for (let step = 0; step < STEPS; step++) if (isEnough(step / STEPS)) return step / STEPS;
  return 1;
};

const lowest = (colour: string, grounds: readonly string[]): number =>
  Math.min(...grounds.map((ground) => contrast(colour, ground)));

/** Its lowest contrast on any ground of the theme. */
export const contrastIn = (theme: Theme, colour: string): number => lowest(colour, Object.values(GROUNDS[theme]));

/** May links and buttons have this colour on light paper? What dark paper needs, the house makes from it. */
export const isReadable = (colour: string): boolean => contrastIn('light', colour) >= LEAST_CONTRAST;

/** The same hue at its brightest. */
const brightest = (colour: string): string => {
  const rgb = rgbOf(colour);
  const most = Math.max(...rgb);
  return most === 0 ? '#ffffff' : hexOf(rgb.map((part) => Math.round((part * 255) / most)) as unknown as Rgb);
};

/** Half of the way it only shines more and keeps its hue; from there on it fades to white. */
const lighter = (colour: string, share: number): string =>
  share < 0.5 ? mix(colour, brightest(colour), share * 2) : mix(brightest(colour), '#ffffff', share * 2 - 1);

/** The same colour, only as much darker (on dark paper: lighter) as its readers need. */
export const nearestReadable = (colour: string, theme: Theme = 'light'): string => {
  const shade = (share: number): string => (theme === 'light' ? mix(colour, '#000000', share) : lighter(colour, share));
  return shade(leastStep((share) => contrastIn(theme, shade(share)) >= LEAST_CONTRAST));
};

/** The tokens of `tokens.css` that an accent colour replaces. */
export type Shades = Record<'act' | 'act-strong' | 'on-act' | 'act-tint', string>;

const TINT = { light: 0.88, dark: 0.82 };
const STRONGER = { light: '#000000', dark: '#ffffff' };
const STRONGER_BY = 0.3;

/** A ground with a breath of the colour, so faint that the colour itself can still be read on it. */
const tintOf = (colour: string, theme: Theme): string => {
  const { paper, sheet } = GROUNDS[theme];
  const clearest = theme === 'light' ? sheet : paper;
  const shade = (share: number): string => mix(mix(clearest, colour, 1 - TINT[theme]), clearest, share);
  return shade(leastStep((share) => contrast(colour, shade(share)) >= LEAST_CONTRAST));
};

/** All that the house makes from one readable colour, for light and for dark paper. */
export const shadesOf = (accent: string, theme: Theme): Shades => {
  const act = nearestReadable(accent, theme);
  return {
    act,
    'act-strong': mix(act, STRONGER[theme], STRONGER_BY),
    'on-act': theme === 'light' ? GROUNDS.light.sheet : GROUNDS.dark.paper,
    'act-tint': tintOf(act, theme),
  };
};
