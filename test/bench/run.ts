/** `npm run bench` runs every bench; `npm run bench -- votes` one of them. Figures are ratios within one run. */
const BENCHES = ['votes', 'opinion', 'opinion-store', 'manipulation', 'moderation', 'desk', 'cold', 'cost'] as const;
const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = wanted.find((name) => !BENCHES.includes(name as (typeof BENCHES)[number]));
if (unknown) {
  console.error(`There is no bench called "${unknown}". There are: ${BENCHES.join(', ')}.`);
  process.exit(1);
}
for (const name of BENCHES.filter((bench) => wanted.length === 0 || wanted.includes(bench))) {
  console.info(`\n== ${name}`);
  const { run } = (await import(`./${name}.ts`)) as { run: () => Promise<void> };
  await run();
}
