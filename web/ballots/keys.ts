import type { Choice } from '#shared/ballots/rules.ts';

/** The answer a key stands for. Arrows point at the buttons as they lie on the screen, whichever way one reads. */
export const choiceForKey = (key: string, direction: 'ltr' | 'rtl'): Exclude<Choice, 'withdrawn'> | undefined => {
  const [start, end] = direction === 'ltr' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (key === '1' || key === start) return 'agree';
  if (key === '2' || key === 'ArrowDown') return 'pass';
  if (key === '3' || key === end) return 'disagree';
  return undefined;
};
