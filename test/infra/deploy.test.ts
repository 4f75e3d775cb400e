import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkSettings } from '#infra/deploy/checks.ts';
import { folderOf } from '#infra/built.ts';
import { STAGES, type Stage } from '#infra/stages.ts';
import { resourcesOf, synthesised } from './support/synthesised.ts';

const ours: Stage = {
  ...STAGES.prod,
  account: '123456789012',
  domain: 'say.city.test',
  operator: 'it@city.test',
  mailFrom: 'Equal Say <no-reply@say.city.test>',
};
const missingIn = (stage: Stage): string[] =>
  checkSettings(stage)
    .filter(({ state }) => state === 'missing')
    .map(({ what }) => what);

const deploy = (...words: string[]) =>
  spawnSync(process.execPath, [folderOf('infra/deploy.ts'), ...words], { encoding: 'utf8', cwd: folderOf('') });

describe('to whoever deploys', () => {
  test('the example settings are refused by name, before anything is touched', () => {
    const { status, stdout, stderr } = deploy('--stage', 'prod', '--yes');
    expect(status).toBe(1);
    expect(stdout).toContain('write the twelve digits of your AWS account');
    expect(stdout).not.toContain('What would change');
    expect(stderr).toContain('Nothing was touched.');
  });

  test('without a stage she is asked which', () => {
    expect(deploy().stderr).toContain('--stage dev | prod');
  });

  test('settings of her own are taken; a sender or a zone elsewhere is not', () => {
    expect(missingIn(ours)).toEqual([]);
    expect(missingIn({ ...ours, mailFrom: 'no-reply@elsewhere.test' })).toEqual(['sender of mails']);
    expect(missingIn({ ...ours, hostedZone: { id: 'Z1', name: 'elsewhere.test' } })).toEqual(['DNS zone']);
    expect(missingIn({ ...ours, account: '12345' })).toEqual(['account']);
  });

  test('with a DNS zone of hers, certificate, address and mail records are made by the deploy', () => {
    const stacks = synthesised({ prod: { ...ours, hostedZone: { id: 'Z123', name: 'say.city.test' } } });
    const records = resourcesOf(stacks['EqualSay-prod'], 'AWS::Route53::RecordSet').map(
      ({ Properties }) => Properties.Type,
    );
    expect(records.sort()).toEqual(['A', 'AAAA', 'CNAME', 'CNAME', 'CNAME']);
    expect(JSON.stringify(resourcesOf(stacks['EqualSay-prod-edge'], 'AWS::CertificateManager::Certificate'))).toContain(
      'Z123',
    );
  });
});

describe('to a city on its own ground', () => {
  const settings = readFileSync(folderOf('functions/local/settings.ts'), 'utf8');
  test.each([
    ['equal-say.service', /\b([A-Z_]{4,})=/g],
    ['Containerfile', /\b([A-Z_]{4,})=(?!production)/g],
  ])('%s sets only what the platform reads', (file, setting) => {
    const named = [...readFileSync(folderOf(`infra/ground/${file}`), 'utf8').matchAll(setting)].map(
      ([, name = '']) => name,
    );
    expect(named).toContain('DATA_DIR');
    for (const name of named.filter((one) => one !== 'NODE_ENV')) expect(settings).toContain(name);
  });
});
