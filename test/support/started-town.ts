import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LIMITS, type LimitName, type Limits } from '#functions/limits/limits.ts';
import { startPlatform, type Platform } from '#functions/local/platform.ts';
import { viewPlace } from '#functions/places/service.ts';
import type { World } from '#functions/world.ts';
import type { Phase } from '#shared/consultations/phases.ts';
import type { ContributionPage, ConsultationView } from '#shared/consultations/views.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { systemClock } from '#shared/time.ts';
import { aResident, type Resident } from './resident.ts';
import { copyTown, SECRET, type TownName } from './seeded-store.ts';

/** A whole platform with a town in it, as it serves people: built pages, API, jobs, and the real engine. */
export type RunningTown = {
  address: string;
  world: World;
  slug: string;
  consentVersion: number;
  /** The town's consultation in this phase, as the API shows it. */
  in: (phase: Phase) => ConsultationView;
  /** What people say about the first passage of the consultation in this phase. */
  contributions: (phase: Phase) => Promise<PublicContribution[]>;
  /** Lets time go by for the platform, not for the browsers. */
  pass: (milliseconds: number) => void;
  /** Somebody else in town, who speaks HTTP without a browser. */
  resident: () => Resident;
};

/** A test file is one address and hurries: limits on addresses have tests of their own. */
const GENEROUS = Object.fromEntries(
  (Object.keys(LIMITS) as LimitName[]).map((name) => [name, { points: 1_000_000, duration: LIMITS[name].duration }]),
) as Limits;

export const startTown = async (name: TownName): Promise<RunningTown & { stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-'));
  let ahead = 0;
  const { place } = await copyTown(name, folder);
  const platform: Platform = await startPlatform({
    folder,
    port: 0,
    host: 'localhost',
    secret: SECRET,
    world: { clock: () => systemClock() + ahead, log: () => undefined, limits: GENEROUS },
    prepare: async () => undefined,
  });
  const { world, address } = platform;
  // Known only now that the port is.
  world.origin = address;
  const ask = async <Answer>(path: string) => (await (await fetch(`${address}/api${path}`)).json()) as Answer;
  const { consultations, consent } = await viewPlace(world, place.slug);
  const views = await Promise.all(consultations.map(({ id }) => ask<ConsultationView>(`/consultations/${id}`)));
  const inPhase = (phase: Phase): ConsultationView => {
    const found = views.find(({ standing }) => standing.phase === phase);
    if (!found) throw new Error(`The town has no consultation that is ${phase}.`);
    return found;
  };
  return {
    address,
    world,
    slug: place.slug,
    consentVersion: consent.version,
    in: inPhase,
    contributions: async (phase) => {
      const { id, documents } = inPhase(phase);
      const first = documents[0]?.passages[0]?.id ?? 'none';
      return (await ask<ContributionPage>(`/consultations/${id}/contributions?passage=${first}`)).contributions;
    },
    pass: (milliseconds) => void (ahead += milliseconds),
    resident: () => aResident((path, init) => fetch(address + path, init)),
    stop: async () => {
      await platform.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
