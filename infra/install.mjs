// Installs what is missing. Runs on whatever Node there is (20 or later); everything after it runs on Node 24, which
// npm brings along as a package.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Equal Say needs Node.js 20 or later to begin with; this is ${process.version}.`);
  process.exit(1);
}

const installed = 'node_modules/.package-lock.json';
const isFresh =
  existsSync(installed) &&
  existsSync('node_modules/.bin/vite') &&
  statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs - 1000;

const versionsMatch = () => {
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.keys(present).every((path) => wanted[path]?.version === present[path].version);
};

if (!isFresh && !(existsSync(installed) && existsSync('node_modules/.bin/vite') && versionsMatch())) {
  console.info('Installing what is missing (about a minute the first time) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
