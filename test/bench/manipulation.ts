/**
 * The attack suite on real conversations. Prints, for every attack, how many of the honest top
 * ten remain and how often the pushed item enters it. `SEEDS` sets the runs of each kind (20), `SHARES` the hostile
 * ballots per honest one (0.05,0.1,0.2), `DOORS` the half to run (all open, half handed), `ATTACK` words in the names of
 * those to run.
 */
import { defaultParameters, type Parameters } from '#shared/opinion/parameters.ts';
import { recount, type Recount } from '#shared/opinion/recount.ts';
import { seeded, mix } from '#shared/opinion/random.ts';
import { attacks, packedScene, sceneOf, withHonestBlock, type Scene } from '../opinion/support/attacks.ts';
import { conversation, conversations } from '../opinion/support/polis.ts';

const seeds = Number(process.env['SEEDS'] ?? 20);
const shares = (process.env['SHARES'] ?? '0.05,0.1,0.2').split(',').map(Number);
/** Told apart: nothing about the defence is chosen by looking at this conversation. */
const heldOut = 'scoop-hivemind.affordable-housing';
const parameters: Parameters = { ...defaultParameters, locales: ['en'] };

type Doors = { name: string; handedOut: number };
const doorways: Doors[] = [
  { name: 'all open', handedOut: 0 },
  { name: 'half handed', handedOut: 2 },
];

const counted = (scene: Scene): Recount => recount(packedScene(scene), scene.items, undefined, parameters);

/** Columns of the ten best-ranked items. */
function topTen({ snapshot }: Recount, scene: Scene): number[] {
  const best = snapshot.items.filter((item) => item.rank !== null && item.rank <= 10);
  return best.map(({ id }) => scene.items.findIndex((item) => item.id === id));
}

/** Columns in the lower half by lower bound, by how many votes they have. */
function targetsOf({ snapshot }: Recount, scene: Scene, few: boolean): number[] {
  const order = snapshot.items.toSorted((a, b) => b.agree.low - a.agree.low);
  const fits = (seen: number): boolean => (few ? seen >= 5 && seen <= 60 : seen > 60);
  return order
    .slice(Math.ceil(order.length / 2))
    .filter((item) => fits(item.weighed.seen))
    .map(({ id }) => scene.items.findIndex((item) => item.id === id));
}

type Score = { kept: number[]; entered: number; onlyWithOpen: number; touched: number };
const blank = (): Score => ({ kept: [], entered: 0, onlyWithOpen: 0, touched: 0 });

function attacked(
  scene: Scene,
  honest: Recount,
  name: string,
  few: boolean,
  share: number,
  seed: number,
  score: Score,
) {
  const random = seeded(mix(seed, share * 100));
  const targets = targetsOf(honest, scene, few);
  if (targets.length === 0) return;
  const top = topTen(honest, scene);
  const target = targets[random.below(targets.length)]!;
  const after = attacks[name]!(scene, { target, top, share, random });
  const result = counted(after);
  const now = topTen(result, after);
  const pushed = after.items.length > scene.items.length ? after.items.length - 1 : target;
  score.kept.push(top.filter((item) => now.includes(item)).length);
  if (!now.includes(pushed)) return;
  score.entered++;
  const { changedByOpenDoor } = result.snapshot.lists;
  if (changedByOpenDoor.some(({ id }) => id === after.items[pushed]!.id)) score.onlyWithOpen++;
}

function line(score: Score): string {
  const runs = score.kept.length;
  if (runs === 0) return '-';
  const kept = score.kept.reduce((sum, one) => sum + one, 0) / runs;
  const said = score.entered > 0 ? ` said ${score.onlyWithOpen}/${score.entered}` : '';
  return `${kept.toFixed(2)} kept (worst ${Math.min(...score.kept)}), ${((100 * score.entered) / runs).toFixed(1)} % in${said}`;
}

/**
 * How well an honest block of a fifth of all ballots shows as a group of its own. Where many others have too few votes
 * to form groups, one whose members all have enough is more than a fifth of the groups (`enough`); one whose ballots are
 * as short as the others' is a fifth of them too, and harder to see.
 */
function block(scene: Scene, seed: number, enough: boolean): { off: number; purity: number; groups: number } {
  const after = withHonestBlock(scene, 0.25, seeded(seed), enough ? parameters.votesToFormGroups : 1);
  const { group } = counted(after);
  const forming = group.flatMap((label, row) => (label === null ? [] : [{ label, own: row >= scene.ballots.length }]));
  const labels = [...new Set(forming.map(({ label }) => label))];
  const found = labels.map((label) => {
    const members = forming.filter((one) => one.label === label);
    return { own: members.filter(({ own }) => own).length, size: members.length };
  });
  const most = found.toSorted((a, b) => b.own - a.own)[0] ?? { own: 0, size: 0 };
  const truth = forming.filter(({ own }) => own).length / forming.length;
  return { off: 100 * (most.size / forming.length - truth), purity: most.own / most.size, groups: labels.length };
}

export async function run(): Promise<void> {
  if (conversations.length === 0) {
    console.log('manipulation: skipped, there is no ../shared/data/polis beside this checkout');
    return;
  }
  console.log(`${seeds} seeds; kept = of the honest top ten; in = the target entered it; said = the lists say so`);
  const only = process.env['DOORS'];
  for (const doors of doorways.filter(({ name }) => only === undefined || name === only)) {
    const scenes = conversations.map((name) => {
      const { items, ballots } = conversation(name);
      const scene = sceneOf(items, ballots, doors.handedOut);
      return { name, scene, honest: counted(scene) };
    });
    for (const { name, scene, honest } of scenes) tellHonest(doors, name, scene, honest);
    const wanted = Object.keys(attacks).filter((attack) => attack.includes(process.env['ATTACK'] ?? ''));
    for (const attack of wanted) {
      for (const few of [true, false]) {
        for (const share of shares) {
          const [score, apart] = [blank(), blank()];
          for (const { name, scene, honest } of scenes)
            for (let seed = 0; seed < seeds; seed++)
              attacked(scene, honest, attack, few, share, seed, name === heldOut ? apart : score);
          const targets = few ? '5-60 votes' : 'more votes';
          const title = `${doors.name} | ${attack} | ${targets} | ${share * 100} %`;
          console.log(`${title} | ${line(score)} | held out: ${line(apart)}`);
        }
      }
    }
    for (const enough of [true, false]) for (const { name, scene } of scenes) tellBlock(doors, name, scene, enough);
  }
}

function tellHonest(doors: Doors, name: string, scene: Scene, honest: Recount): void {
  const plain = recount(packedScene(scene), scene.items, undefined, {
    ...parameters,
    nearIdentical: 2,
    exposureSlack: 1e9,
  });
  const same = topTen(honest, scene).filter((item) => topTen(plain, scene).includes(item)).length;
  const { collapsed, otherDoorsTouched, balanced } = honest.snapshot.weights;
  const touched = ((100 * collapsed.ballots) / scene.ballots.length).toFixed(1);
  console.log(
    `${doors.name} | honest ${name} | ${touched} % of ballots collapsed | top ten ${same}/10 as without weights | ` +
      `${balanced.items} items balanced | verified doors touched: ${otherDoorsTouched}`,
  );
}

function tellBlock(doors: Doors, name: string, scene: Scene, enough: boolean): void {
  const runs = Array.from({ length: seeds }, (_, seed) => block(scene, seed, enough));
  const within = runs.filter(({ off }) => Math.abs(off) <= 3).length;
  const purity = runs.reduce((sum, one) => sum + one.purity, 0) / runs.length;
  const offs = runs.map(({ off }) => off.toFixed(1));
  console.log(
    `${doors.name} | honest block of 20 %, ${enough ? 'all with enough votes' : 'ballots like others'} | ${name} | within ±3 points ${within}/${seeds} | purity ${purity.toFixed(2)} | off ${offs.join(' ')} | groups ${runs.map((one) => one.groups).join('')}`,
  );
}

if (import.meta.main) await run();
