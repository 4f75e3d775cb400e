import type { BedrockRuntimeClientConfig } from '@aws-sdk/client-bedrock-runtime';
import type { Language } from '#shared/locales.ts';
import { RATINGS, type Rating } from '#shared/moderation/hints.ts';
import { SECOND } from '#shared/time.ts';
import { GUARDRAILS, type Triage } from './triage.ts';

/**
 * What its content filters speak in the Standard tier; "ineffective with languages that aren't supported", so words in
 * others stay here. The Classic tier speaks English, French and Spanish only.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-supported-languages.html
 */
const SPOKEN: readonly Language[] = [
  ...(['en', 'it', 'de', 'es', 'fr', 'nl', 'pl', 'pt', 'ro', 'sq', 'tr', 'el', 'bg', 'ru', 'sr', 'uk'] as const),
  ...(['ar', 'fa', 'zh-Hans', 'zh-Hant'] as const),
];
const CLASSIC: readonly Language[] = ['en', 'fr', 'es'];

type Settings = {
  GUARDRAIL_ID?: string | undefined;
  GUARDRAIL_VERSION?: string | undefined;
  GUARDRAIL_TIER: 'STANDARD' | 'CLASSIC';
};

/** There is a triage where a guardrail is named, with the version that the platform means. */
export const triageFrom = ({ GUARDRAIL_ID: id, GUARDRAIL_VERSION, GUARDRAIL_TIER }: Settings): { triage?: Triage } =>
  id && GUARDRAIL_VERSION
    ? { triage: guardrailTriage({ id, version: GUARDRAIL_VERSION, isClassic: GUARDRAIL_TIER === 'CLASSIC' }) }
    : {};

/** The filters that have to do with attacks on people. */
const ABOUT_PEOPLE: ReadonlySet<string | undefined> = new Set(['HATE', 'INSULTS', 'VIOLENCE']);

/** Nobody waits for it, but the job that asks has other cases, too. */
const PATIENCE = 5 * SECOND;
const TRIES = 2;

type Given = {
  id: string;
  version: string;
  isClassic?: boolean;
  settings?: BedrockRuntimeClientConfig;
  patience?: number;
};

/** It was asked for something that it does not take: these words, not the next ones. */
const isOfWords = (error: unknown): boolean => error instanceof Error && error.name === 'ValidationException';

/** A guardrail of Amazon Bedrock, of which only the figures of the content filters are read, never what it would block. */
export const guardrailTriage = ({ id, version, isClassic, settings = {}, patience = PATIENCE }: Given): Triage => {
  const load = async () => {
    const { BedrockRuntimeClient, ApplyGuardrailCommand } = await import('@aws-sdk/client-bedrock-runtime');
    return { client: new BedrockRuntimeClient({ maxAttempts: TRIES, ...settings }), ApplyGuardrailCommand };
  };
  let loaded: ReturnType<typeof load> | undefined;
  return {
    service: GUARDRAILS,
    knows: (language) => (isClassic ? CLASSIC : SPOKEN).includes(language),
    rate: async (text) => {
      const { client, ApplyGuardrailCommand } = await (loaded ??= load());
      const asked = new ApplyGuardrailCommand({
        guardrailIdentifier: id,
        guardrailVersion: version,
        source: 'INPUT',
        outputScope: 'FULL',
        content: [{ text: { text } }],
      });
      const abortSignal = AbortSignal.timeout(patience);
      const answer = await client.send(asked, { abortSignal }).catch((error: unknown) => {
        if (isOfWords(error)) return undefined;
        throw error;
      });
      const figures = (answer?.assessments ?? [])
        .flatMap(({ contentPolicy }) => contentPolicy?.filters ?? [])
        .filter(({ type }) => ABOUT_PEOPLE.has(type))
        .map(({ confidence }) => RATINGS.indexOf(confidence?.toLowerCase() as Rating));
      return figures.length > 0 ? RATINGS[Math.max(...figures)] : undefined;
    },
  };
};
