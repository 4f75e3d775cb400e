import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTRIES } from '#infra/entries.ts';
import { civicApp } from '#infra/civic-app.ts';
import { STAGES, type Stage } from '#infra/stages.ts';

export type Resource = { Type: string; Properties: Record<string, unknown>; DeletionPolicy?: string };
export type Template = { Resources: Record<string, Resource> };

const withStandIns = <Result>(use: (folder: string) => Result): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-cloud-'));
  try {
    for (const path of [...ENTRIES.map((entry) => `lambda/${entry}`), 'client/assets']) {
      mkdirSync(join(folder, path), { recursive: true });
      writeFileSync(join(folder, path, 'a-file'), path);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const COMMIT = 'c0ffee000000';

/** What the CDK makes of the stages, offline. What is uploaded does not matter here, so small files stand in for it. */
export const synthesised = (stages: Record<string, Stage> = STAGES): Record<string, Template> =>
  withStandIns((folder) => {
    const folders = { bundles: join(folder, 'lambda'), client: join(folder, 'client') };
    const built = { ...folders, named: ['favicon.svg'], commit: COMMIT };
    const { stacks } = civicApp(built, { outdir: join(folder, 'out'), stages }).synth();
    return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template as Template]));
  });

export const resourcesOf = (template: Template | undefined, type: string): (Resource & { id: string })[] =>
  Object.entries(template?.Resources ?? {})
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ id, ...resource }));

/** The one resource of its type. */
export const onlyOf = (template: Template, type: string): Resource & { id: string } => {
  const [only, another] = resourcesOf(template, type);
  if (!only || another) throw new Error(`Not exactly one ${type}.`);
  return only;
};
