import { existsSync } from 'node:fs';
import { resolveCname } from 'node:dns/promises';
import type { Stage } from '../stages.ts';

/** What stands in the way (`missing`), what works but wants to be known (`note`), or nothing. */
export type Finding = { what: string; state: 'ok' | 'missing' | 'note'; say?: string };

const ok = (what: string): Finding => ({ what, state: 'ok' });
const missing = (what: string, say: string): Finding => ({ what, state: 'missing', say });
const note = (what: string, say: string): Finding => ({ what, state: 'note', say });

const EXAMPLE_ACCOUNT = '111111111111';
const isExample = (text: string): boolean => text.endsWith('example.org');

/** Is the stage a city's own, or still the example? */
export const checkSettings = ({ name, account, domain, mailFrom, operator, hostedZone }: Stage): Finding[] => {
  const where = `infra/stages.ts, ${name}`;
  const own = (what: string, value: string): Finding =>
    isExample(value) ? missing(what, `${where}: "${value}" is the example. Write your own.`) : ok(what);
  return [
    /^\d{12}$/.test(account) && account !== EXAMPLE_ACCOUNT
      ? ok('account')
      : missing('account', `${where}: write the twelve digits of your AWS account.`),
    own('domain', domain),
    own('operator', operator),
    mailFrom.includes(`@${domain}>`) || mailFrom.endsWith(`@${domain}`)
      ? ok('sender of mails')
      : missing('sender of mails', `${where}: mailFrom has to be an address at ${domain}.`),
    !hostedZone || domain === hostedZone.name || domain.endsWith(`.${hostedZone.name}`)
      ? ok('DNS zone')
      : missing('DNS zone', `${where}: ${domain} does not lie in the zone ${hostedZone.name}.`),
  ];
};

export const checkBuild = (folders: readonly string[]): Finding =>
  folders.every((folder) => existsSync(folder))
    ? ok('build')
    : missing('build', 'Nothing is built. Run: npm run build');

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Asks AWS two things that change nothing: may we ask at all, and may mail go out to anybody. */
export const checkAws = async ({ region, domain }: Stage): Promise<Finding[]> => {
  const { GetAccountCommand, GetEmailIdentityCommand, SESv2Client } = await import('@aws-sdk/client-sesv2');
  const client = new SESv2Client({ region, maxAttempts: 2 });
  try {
    const account = await client.send(new GetAccountCommand({}));
    const identity = await client.send(new GetEmailIdentityCommand({ EmailIdentity: domain })).catch(nameOf);
    const isVerified = typeof identity === 'object' && identity.VerifiedForSendingStatus === true;
    return [
      ok('credentials'),
      account.ProductionAccessEnabled
        ? ok('mail to anybody')
        : note(
            'mail to anybody',
            `SES in ${region} is in its sandbox: mails reach verified addresses only. Ask AWS for production access.`,
          ),
      isVerified
        ? ok('mail identity')
        : note(
            'mail identity',
            `${domain} may not send yet. The deploy prints three CNAME records; mails wait until your DNS has them.`,
          ),
    ];
  } catch (error) {
    return [
      missing(
        'credentials',
        `AWS did not answer in ${region} (${nameOf(error)}). Sign in first, for example: aws sso login, or set AWS_PROFILE.`,
      ),
    ];
  } finally {
    client.destroy();
  }
};

export const checkDomain = async ({ domain, hostedZone }: Stage): Promise<Finding> => {
  if (hostedZone) return ok('address');
  const names = await resolveCname(domain).catch(() => []);
  return names.some((name) => name.endsWith('.cloudfront.net'))
    ? ok('address')
    : note(
        'address',
        `${domain} does not point at us yet. The deploy waits for the certificate’s CNAME, then prints the address to point at.`,
      );
};
