/** How far two partitions of the same people agree (Hubert and Arabie 1985): 1 the same, 0 as by chance. */
export function adjustedRand(a: readonly unknown[], b: readonly unknown[]): number {
  const cells = new Map<string, number>();
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  let people = 0;
  const add = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  a.forEach((one, i) => {
    const other = b[i];
    if (one === null || other === null) return;
    people++;
    add(cells, JSON.stringify([one, other]));
    add(rows, JSON.stringify(one));
    add(columns, JSON.stringify(other));
  });
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const within = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
  const expected = (within(rows) * within(columns)) / pairs(people);
  return (within(cells) - expected) / ((within(rows) + within(columns)) / 2 - expected);
}
