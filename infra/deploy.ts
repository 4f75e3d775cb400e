import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { folderOf } from './built.ts';
import { bundle } from './bundle.ts';
import { checkAws, checkBuild, checkDomain, checkSettings, type Finding } from './deploy/checks.ts';
import { ENTRIES } from './entries.ts';
import { idleMonth } from './idle-cost.ts';
import { dollars, PRICES_OF, sumOf } from './prices.ts';
import { STAGES, tablePrefix, type Stage } from './stages.ts';

const NEEDS = `This needs: an AWS account and credentials for it, a region, a domain whose DNS you can change, and an
address of the operator, all in infra/stages.ts. Nothing is touched before everything is checked.
`;
const SIGNS = { ok: '✓', missing: '✗', note: '!' };

const stageFrom = (name: string | undefined): Stage => {
  const stage = Object.values(STAGES).find((one) => one.name === name);
  if (stage) return stage;
  console.error(`Which stage? npm run deploy -- --stage ${Object.keys(STAGES).join(' | ')}`);
  process.exit(1);
};

const tell = (findings: readonly Finding[]): void => {
  for (const { what, state, say } of findings) console.info(`  ${SIGNS[state]} ${what}${say ? `\n      ${say}` : ''}`);
  if (findings.every(({ state }) => state !== 'missing')) return;
  console.error('\nNothing was touched.');
  process.exit(1);
};

const cdk = (...words: string[]): void => {
  const { status } = spawnSync('cdk', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error(`\ncdk ${words[0]} did not succeed. What was deployed before still runs.`);
    process.exit(status ?? 1);
  }
};

const agreed = async (): Promise<boolean> => {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asking.question('\nGo on? Type yes: ');
  asking.close();
  return answer.trim() === 'yes';
};

const readArguments = () => {
  try {
    return parseArgs({
      options: {
        stage: { type: 'string' },
        yes: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
};

const values = readArguments();
const stage = stageFrom(values.stage);
const stacks = [`EqualSay-${stage.name}-edge`, `EqualSay-${stage.name}`];

console.info(NEEDS);
const settings = [...checkSettings(stage), checkBuild([folderOf('dist/client'), folderOf('dist/server')])];
tell(
  settings.every(({ state }) => state === 'ok')
    ? [...settings, ...(await checkAws(stage)), await checkDomain(stage)]
    : settings,
);

console.info(`
An idle month of "${stage.name}" costs about ${dollars(sumOf(idleMonth(stage)))}${stage.firewall ? ' with the firewall' : ''} (list prices as of ${PRICES_OF}, without tax);
what consultations cost on top: npm run bench -- cost. At 80 % of ${dollars(stage.monthlyBudget)} a month ${stage.operator} is told.
`);
await Promise.all(ENTRIES.map(bundle));
console.info('What would change:');
cdk('diff', ...stacks);
if (values.check || !(values.yes || (await agreed()))) {
  console.info('Nothing was touched.');
  process.exit();
}
cdk('bootstrap', `aws://${stage.account}/us-east-1`, `aws://${stage.account}/${stage.region}`);
cdk('deploy', ...stacks, '--require-approval', values.yes ? 'never' : 'broadening');

const { status } = spawnSync(process.execPath, [folderOf('functions/first-run.ts')], {
  stdio: 'inherit',
  env: {
    ...process.env,
    AWS_REGION: stage.region,
    TABLE_PREFIX: tablePrefix(stage),
    ORIGIN: `https://${stage.domain}`,
  },
});
if (status !== 0)
  console.error('\nIt is deployed, but the link to the first place could not be made. Deploy again for it.');
