import { rmSync } from 'node:fs';
import { startEngine } from '../storage/engine.ts';
import { createWorld } from '../world.ts';
import { seedTown } from './seed.ts';
import { solmira } from './solmira.ts';
import { viewPlace } from '../places/service.ts';
import { publicResults } from '../opinion/service.ts';
import { latestHeader, rowsOf } from '../opinion/store.ts';
import { listAbout } from '../contributions/service.ts';
import { readingOf } from '#shared/reading.ts';
rmSync('/tmp/D/store', { recursive: true, force: true });
const engine = await startEngine('/tmp/D/store');
try {
  const world = createWorld({ storage: engine.storage, secret: 'x'.repeat(40) });
  const t = performance.now();
  const seeded = await seedTown(world, solmira);
  console.log('seeded in', Math.round(performance.now() - t), 'ms', seeded);
  const view = await viewPlace(world, 'solmira');
  for (const c of view.consultations) {
    console.log('\n##', c.title.en?.text, c.standing.phase, c.standing.next?.from);
    const h = await latestHeader(world, c.id);
    console.log('snapshot', h?.at, h?.ballots, h?.publishedFor);
    const rows = h ? await rowsOf(world, h) : [];
    console.log(rows.map((r) => `${r.item}:${r.dealt.agree}/${r.dealt.disagree}/${r.dealt.pass}`).join(' '));
    console.log(rows.at(-1)?.exposure);
    try {
      const r = await publicResults(world, undefined, c.id);
      console.log('public rows', r.rows.length, r.ballots);
      for (const row of r.rows.slice(0, 4))
        console.log(
          row.lowerBound.toFixed(2),
          row.contribution?.text ?? (row.passage && readingOf(row.passage.heading, ['en'])?.text),
        );
    } catch (e) {
      console.log('results:', (e as Error).message);
    }
    const l = await listAbout(world, undefined, c.id, { passage: undefined, order: 'newest', after: undefined });
    console.log('whole', l.contributions.length, l.contributions[0]?.at);
  }
} finally {
  await engine.stop();
}
