import { describe, expect, test } from 'vitest';
import { filesOf, reach, type Import, type SourceFile } from './support/imports.ts';

/** The house's one rule, read from import lines: shared ← functions, web, infra ← test, and inside functions downwards only. */
const files = filesOf('shared', 'functions', 'web', 'infra', 'test');
const inLayer = (layer: string): SourceFile[] => files.filter(({ path }) => path.startsWith(`${layer}/`));
const LAYERS = ['shared', 'functions', 'web', 'infra', 'test'];
const layerOf = (path: string): string | undefined => LAYERS.find((layer) => path.startsWith(`${layer}/`));
const told = ({ from, to }: Import): string => `${from} imports ${to}`;
const importsOf = (layer: string): Import[] => inLayer(layer).flatMap(({ imports }) => imports);
const broken = (imports: Import[], isAllowed: (one: Import) => boolean): string[] =>
  imports.filter((one) => !isAllowed(one)).map(told);

const sliceOf = (path: string): string | undefined => /^functions\/([\w-]+)\//.exec(path)?.[1];
const isStore = (path: string): boolean => path.endsWith('/store.ts');
const isRoutes = (path: string): boolean => /\/([a-z]+-)?routes\.ts$/.test(path);
const isEntry = (path: string): boolean => /^functions\/[\w-]+\.ts$/.test(path);
const isService = (path: string): boolean =>
  path.startsWith('functions/') &&
  !isStore(path) &&
  !isRoutes(path) &&
  !isEntry(path) &&
  !['http', 'storage', 'local', 'jobs', 'town', 'imports'].includes(sliceOf(path) ?? '');

describe('to whoever reads this house for the first time', () => {
  test('shared knows nobody, and of packages only zod', () => {
    expect(broken(importsOf('shared'), ({ to }) => to === 'zod' || layerOf(to) === 'shared')).toEqual([]);
  });

  test('functions knows shared, and neither web nor infra nor the tests', () => {
    expect(
      broken(importsOf('functions'), ({ to }) => ['shared', 'functions', undefined].includes(layerOf(to))),
    ).toEqual([]);
  });

  test('web knows shared and the types of the app and of its pages, and nothing else of the server', () => {
    const types = ['functions/app.ts', 'functions/http/pages.ts'];
    expect(
      broken(
        importsOf('web'),
        ({ to, typeOnly }) => ['shared', 'web', undefined].includes(layerOf(to)) || (typeOnly && types.includes(to)),
      ),
    ).toEqual([]);
  });

  test('infra knows shared, key names and the paths of the entries, and runs no code of the app', () => {
    expect(
      broken(
        importsOf('infra'),
        ({ to }) => ['shared', 'infra', undefined].includes(layerOf(to)) || to === 'functions/storage/tables.ts',
      ),
    ).toEqual([]);
  });

  test('nobody but a test imports a test', () => {
    expect(
      broken(
        [...importsOf('shared'), ...importsOf('functions'), ...importsOf('web'), ...importsOf('infra')],
        ({ to }) => layerOf(to) !== 'test',
      ),
    ).toEqual([]);
  });

  test('no import points at nothing: every one names its file with its ending', () => {
    const known = new Set(files.map(({ path }) => path));
    const own = files.flatMap(({ imports }) => imports).filter(({ to }) => layerOf(to) !== undefined);
    expect(
      broken(own, ({ to }) => known.has(to) || /\.(css|json|svg|mjs|html)$|\/compiled\//.test(to) || to.includes('?')),
    ).toEqual([]);
  });
});

describe('to whoever wants to read one file without all the others', () => {
  test('no file imports itself by way of others, not even for a type', () => {
    const house = files.filter(({ path }) => layerOf(path) !== 'test');
    const importing = new Map(house.map(({ path, imports }) => [path, imports.filter(({ lazy }) => !lazy)]));
    const inCircle = (path: string): boolean => {
      const seen = new Set<string>();
      const visit = (at: string): boolean =>
        (importing.get(at) ?? []).some(({ to }) => to === path || (!seen.has(to) && seen.add(to) && visit(to)));
      return visit(path);
    };
    expect([...importing.keys()].filter(inCircle)).toEqual([]);
  });
});

describe('to whoever changes something on the server', () => {
  const imports = importsOf('functions');

  test('a slice asks another slice through its services, never its store', () => {
    expect(broken(imports, ({ from, to }) => !isStore(to) || sliceOf(from) === sliceOf(to))).toEqual([]);
  });

  test('routes are mounted by the app and known to nobody else', () => {
    expect(broken(imports, ({ from, to }) => !isRoutes(to) || from === 'functions/app.ts')).toEqual([]);
  });

  test('services know neither routes nor HTTP', () => {
    expect(
      broken(
        imports,
        ({ from, to }) =>
          !isService(from) ||
          !(isRoutes(to) || to.startsWith('functions/http/') || isEntry(to)) ||
          to === 'functions/world.ts',
      ),
    ).toEqual([]);
  });

  test('routes ask services, and never a store or the tables', () => {
    expect(
      broken(imports, ({ from, to }) => !isRoutes(from) || !(isStore(to) || to.startsWith('functions/storage/'))),
    ).toEqual([]);
  });

  test('a store knows the tables and the law; of other slices and of its own service it takes types only', () => {
    const below = (from: string, to: string): boolean =>
      layerOf(to) !== 'functions' ||
      to.startsWith('functions/storage/') ||
      to === 'functions/world.ts' ||
      to === from.replace('store.ts', 'page-scanner.ts');
    expect(broken(imports, ({ from, to, typeOnly }) => !isStore(from) || typeOnly || below(from, to))).toEqual([]);
  });

  test('storage knows nobody above it', () => {
    expect(
      broken(
        imports,
        ({ from, to, typeOnly }) =>
          !from.startsWith('functions/storage/') ||
          layerOf(to) !== 'functions' ||
          to.startsWith('functions/storage/') ||
          (typeOnly && to === 'functions/world.ts'),
      ),
    ).toEqual([]);
  });

  test('hono is known to the app, the entries, http, routes, the local platform and the demo door only', () => {
    const may = (from: string): boolean =>
      isEntry(from) || isRoutes(from) || /^functions\/(http|local)\//.test(from) || from === 'functions/town/door.ts';
    expect(broken(imports, ({ from, to }) => !/^(hono|@hono\/|hono-openapi)/.test(to) || may(from))).toEqual([]);
  });

  test('the SDK of AWS is known to storage, stores, limits and the adapters of AWS only', () => {
    const may = (from: string): boolean =>
      isStore(from) ||
      /^functions\/(storage|limits)\//.test(from) ||
      [
        'functions/aws-world.ts',
        'functions/mail/ses-mailer.ts',
        'functions/ledger/bucket-witness.ts',
        'functions/translations/amazon-translator.ts',
        'functions/moderation/guardrail.ts',
      ].includes(from);
    expect(broken(imports, ({ from, to }) => !to.startsWith('@aws-sdk/') || may(from))).toEqual([]);
  });

  test('nobody reads the clock or throws dice but time.ts and the world', () => {
    const own = [...inLayer('shared'), ...inLayer('functions'), ...inLayer('web')];
    const clock = own
      .filter(({ path, text }) => path !== 'shared/time.ts' && /\bDate\.now\(|\bnew Date\(\)/.test(text))
      .map(({ path }) => path);
    const dice = own.filter(({ text }) => /\bMath\.random\(/.test(text)).map(({ path }) => path);
    const system = broken(
      imports,
      ({ from, to }) =>
        to !== 'shared/time.ts' ||
        !/systemClock/.test(files.find(({ path }) => path === from)?.text ?? '') ||
        ['functions/world.ts', 'functions/storage/engine-upkeep.ts'].includes(from),
    );
    const bytes = broken(
      imports,
      ({ from, to }) =>
        to !== 'node:crypto' ||
        !/\brandomBytes\b(?!:)/.test(
          files
            .find(({ path }) => path === from)
            ?.text.split('\n')
            .filter((line) => line.includes("'node:crypto'"))
            .join() ?? '',
        ) ||
        ['functions/world.ts', 'functions/local/settings.ts', 'functions/import.ts'].includes(from),
    );
    expect({ clock, dice, system, bytes }).toEqual({ clock: [], dice: [], system: [], bytes: [] });
  });

  test('only a request path that reads one key or one partition exists: nothing scans a table but the upkeep of the engine', () => {
    const scanning = inLayer('functions').filter(
      ({ path, text }) =>
        path !== 'functions/storage/engine-upkeep.ts' &&
        /\bScanCommand\b|\bscan\(/i.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(scanning.map(({ path }) => path)).toEqual([]);
  });
});

describe('to the city whose production must not hold a demo', () => {
  const entries = inLayer('functions')
    .filter(({ path }) => isEntry(path))
    .map(({ path }) => path)
    .filter((path) => path !== 'functions/demo.ts');

  test.each(entries)('%s cannot reach the demo town or its door', (entry) => {
    const reached = [...reach(entry)];
    expect(reached).toContain(entry);
    expect(reached.filter((path) => path.startsWith('functions/town/') || path === 'functions/demo.ts')).toEqual([]);
  });

  test('the demo entry does reach it, so this test would notice', () => {
    expect([...reach('functions/demo.ts')]).toContain('functions/town/door.ts');
  });
});

describe('to residents with little data', () => {
  test('nothing that runs in a browser brings the schema library with it', () => {
    const withZod = inLayer('web').flatMap(({ path }) => {
      const reached = reach(path);
      return reached.has('zod') ? [path] : [];
    });
    expect(withZod).toEqual([]);
  });
});

describe('to whoever has to find something', () => {
  /** Without the words of the demo town, and the table of keys, of which the formatter makes a page. */
  const code = files.filter(({ path }) => !/^functions\/(town\/solmira\/|storage\/keys\.ts)/.test(path));

  test('files are small: none is over 260 lines', () => {
    const sizes = (layer: string): number[] =>
      code
        .filter(({ path }) => path.startsWith(`${layer}/`))
        .map(({ lines }) => lines)
        .toSorted((a, b) => a - b);
    const rows = LAYERS.map((layer) => {
      const all = sizes(layer);
      return {
        layer,
        files: all.length,
        median: all[Math.floor(all.length / 2)],
        p90: all[Math.floor(all.length * 0.9)],
        largest: all.at(-1),
      };
    });
    console.table(rows);
    const twice = code.filter(({ lines }) => lines > 200).map(({ path, lines }) => `${path} (${lines})`);
    if (twice.length > 0) console.info(`Look twice, over 200 lines: ${twice.join(', ')}`);
    expect(
      code
        .filter(({ path, lines }) => lines > 260 && !path.startsWith('test/'))
        .map(({ path, lines }) => `${path} (${lines})`),
    ).toEqual([]);
    for (const { layer, median } of rows)
      if (layer !== 'test') expect([layer, (median ?? 0) < 80]).toEqual([layer, true]);
  });

  test('a name says what is in a file: no barrels, no utils, helpers, common, managers or indexes', () => {
    const vague = code.filter(({ path }) =>
      /(^|[/-])(utils?|helpers?|common|manager|misc|index|lib)\.tsx?$|\/(utils|helpers|common|lib)\//.test(path),
    );
    const barrels = code.filter(
      ({ text }) =>
        text.trim() !== '' &&
        text
          .trim()
          .split('\n')
          .every((line) => /^export (\*|\{[^}]*\}) from /.test(line.trim())),
    );
    expect([...vague, ...barrels].map(({ path }) => path)).toEqual([]);
  });

  test('nothing is left for later without an owner, switched off, or allowed to be anything', () => {
    const traces =
      /\bTODO\b|\bFIXME\b|@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b|\b(test|describe|it)\.(only|skip)\(/;
    expect(
      code
        .filter(({ path, text }) => path !== 'test/architecture.test.ts' && traces.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
