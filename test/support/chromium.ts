import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const require = createRequire(import.meta.url);
const ARABIC_LETTERS = dirname(require.resolve('@expo-google-fonts/noto-sans-arabic/package.json'));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url));

/** Software for one sort of machine; others use the Chrome that they have. */
const HAS_PACKAGE = process.platform === 'linux' && process.arch === 'x64';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  // A page lives for a second here: what is compiled thoroughly is gone before it pays, and what is compiled once is
  // kept for the next page.
  '--js-flags=--no-opt --no-maglev --no-flush-bytecode',
];

/** The folder of the package is found from its entry: it does not export its package.json. */
const sparticuz = (): string => dirname(dirname(require.resolve('@sparticuz/chromium')));

/** Unpacks the browser that npm brought along, once for each version; two processes may do it at the same time. */
const unpacked = async (): Promise<string> => {
  const root = sparticuz();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  // The package unpacks below the folder for temporary files, wherever that is.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = fresh;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const archives = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'];
    await Promise.all(archives.map((archive) => inflate(join(root, 'bin', archive))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(fresh, folder);
  } catch {
    rmSync(fresh, { recursive: true });
  }
  return folder;
};

/** The same letters on every machine, Arabic ones among them: what the machine has installed is not looked at. */
const writeFontsConf = (folder: string): string => {
  const fonts = [join(folder, 'fonts'), ARABIC_LETTERS];
  const text =
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>' +
    `${fonts.map((font) => `<dir>${font}</dir>`).join('')}<cachedir>${join(folder, 'fc-cache')}</cachedir></fontconfig>`;
  const where = join(folder, 'fontconfig');
  const file = join(where, 'fonts.conf');
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return where;
  mkdirSync(where, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  return where;
};

const options = async (): Promise<LaunchOptions> => {
  if (!HAS_PACKAGE) return { channel: 'chrome', args: ARGUMENTS };
  const folder = await unpacked();
  const libraries = [join(folder, 'al2023', 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGUMENTS,
    env: { ...process.env, LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: writeFontsConf(folder) },
  };
};

export const launchChromium = async (): Promise<Browser> => {
  try {
    return await chromium.launch(await options());
  } catch (error) {
    if (HAS_PACKAGE) throw error;
    throw new Error('The browser tests need Google Chrome on this kind of machine. Install it and start again.', {
      cause: error,
    });
  }
};
