import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import { bucketWitness } from './ledger/bucket-witness.ts';
import { triageFrom } from './moderation/guardrail.ts';
import { GUARDRAILS, namedOnly } from './moderation/triage.ts';
import { sesMailer } from './mail/ses-mailer.ts';
import { builtPages } from './built-pages.ts';
import { connect } from './storage/connect.ts';
import { translatorNamed, TranslatorName } from './translations/named.ts';
import { createWorld, type World } from './world.ts';

/** What the cloud's definition (infra/constructs) sets. Region and credentials the SDK finds by itself. */
const Environment = z.object({
  TABLE_PREFIX: z.string().min(1),
  ORIGIN: z.url(),
  /** Its guardrail, where the platform has one for the order of reports (infra/stages.ts). */
  GUARDRAIL_ID: z.string().optional(),
});
const WithSecrets = Environment.extend({
  SECRET_ID: z.string().min(1),
  WAY_IN_ID: z.string().min(1),
  /** Places may then switch it on. */
  TRANSLATOR: TranslatorName,
  /** Which commit this is, for the page of whoever runs the platform. */
  COMMIT: z.string().optional(),
});
const AtWork = Environment.extend({
  MAIL_FROM: z.string().min(1),
  MAIL_SET: z.string().min(1),
  WITNESS_BUCKET: z.string().min(1),
  GUARDRAIL_VERSION: z.string().optional(),
  GUARDRAIL_TIER: z.enum(['STANDARD', 'CLASSIC']).default('STANDARD'),
});

/** The content network is the one proxy that we believe: it says who asks, and `way-in.ts` that it was it. */
const PROXIES = 1;

/** A function's answer has at most 6 MB as text, in which three bytes take four signs; the rest is for its headers. */
const LARGEST_ANSWER = 4_600_000;

const readSecrets = async (...ids: string[]): Promise<string[]> => {
  const client = new SecretsManagerClient({});
  const read = await Promise.all(ids.map((SecretId) => client.send(new GetSecretValueCommand({ SecretId }))));
  client.destroy();
  return read.map(({ SecretString = '' }, i) => {
    if (SecretString.length < 32) throw new Error(`The secret ${ids[i]} is missing or too short.`);
    return SecretString;
  });
};

/** For the functions that answer people. Secrets are read once, when the process starts. */
export const answeringWorld = async (): Promise<{ world: World; wayIn: string }> => {
  const given = WithSecrets.parse(process.env);
  const { TABLE_PREFIX, ORIGIN, SECRET_ID, WAY_IN_ID, TRANSLATOR, GUARDRAIL_ID, COMMIT } = given;
  const [[secret = '', wayIn = ''], { say }] = await Promise.all([readSecrets(SECRET_ID, WAY_IN_ID), builtPages()]);
  const storage = connect({ prefix: TABLE_PREFIX });
  const outside = { ...translatorNamed(TRANSLATOR), ...(GUARDRAIL_ID && { triage: namedOnly(GUARDRAILS) }) };
  const limits = { proxies: PROXIES, largestAnswer: LARGEST_ANSWER };
  const around = { origin: ORIGIN, ...limits, ...(COMMIT && { commit: COMMIT }), ...outside };
  return { world: createWorld({ storage, secret, say, ...around }), wayIn };
};

const noSecret = (): never => {
  throw new Error('This function has no secret: it makes no cards, deals or sessions.');
};

/** For what no person waits for. */
export const reactingWorld = (): World => {
  const { TABLE_PREFIX, ORIGIN } = Environment.parse(process.env);
  return {
    ...createWorld({ storage: connect({ prefix: TABLE_PREFIX }), secret: 'none', origin: ORIGIN }),
    secretFor: noSecret,
  };
};

/** The same, with a way out for mail, the words that mails are made of, and the witness of the ledger. */
export const writingWorld = (): World => {
  const given = AtWork.parse(process.env);
  const { MAIL_FROM, MAIL_SET, WITNESS_BUCKET } = given;
  return {
    ...reactingWorld(),
    mail: sesMailer(MAIL_FROM, MAIL_SET),
    witness: bucketWitness(WITNESS_BUCKET),
    ...triageFrom(given),
    say: async (locale, key, parameters) => (await builtPages()).say(locale, key, parameters),
  };
};
