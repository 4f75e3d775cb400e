const WIDTH = 30;

/** A bar that stays on one line of a terminal; in a file or pipe, one line when a step is complete. */
export const progressBar = (out: NodeJS.WriteStream) => {
  let drawn = -1;
  return (step: string, done: number, all: number): void => {
    const share = all === 0 ? 1 : done / all;
    const percent = Math.floor(share * 100);
    if (!out.isTTY) {
      if (done === all) out.write(`${step}: ${all}\n`);
      return;
    }
    if (percent === drawn && done !== all) return;
    drawn = percent;
    const full = Math.round(share * WIDTH);
    out.write(
      `\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(percent).padStart(3)} % ${step} ${done}/${all} `,
    );
    if (done === all) out.write('\n');
  };
};
