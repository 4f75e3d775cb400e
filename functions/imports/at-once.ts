/** Does the same with each thing, a few at a time, and says how many are done. */
export const eachAtOnce = async <Thing>(
  things: readonly Thing[],
  act: (thing: Thing) => Promise<void>,
  done: (count: number) => void,
): Promise<void> => {
  const waiting = things.values();
  let count = 0;
  const work = async (): Promise<void> => {
    for (const thing of waiting) {
      await act(thing);
      done(++count);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
};
