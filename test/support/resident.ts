import type { Choice } from '#shared/ballots/rules.ts';
import type { OwnBallot, Vote, VoteReceipt } from '#shared/ballots/schema.ts';
import type { DeckView } from '#shared/consultations/views.ts';
import type { PublicContribution, Suggest } from '#shared/contributions/schema.ts';
import type { Language, Locale } from '#shared/locales.ts';
import type { ProblemDetails } from '#shared/problems.ts';

type Requests = (path: string, init?: RequestInit) => Response | Promise<Response>;

export class Refused extends Error {
  override name = 'Refused';
  readonly problem: ProblemDetails;
  constructor(problem: ProblemDetails) {
    super(`${problem.status} ${problem.code}`);
    this.problem = problem;
  }
}

/** Somebody with a device, speaking HTTP as a browser would: `request` is `app.request`, or fetch against a server. */
export const aResident = (request: Requests) => {
  let cookie: string | undefined;
  let number = 0;

  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const response = await request(`/api${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookie = /max-age=0/i.test(set) ? undefined : pair;
    }
    return response;
  };

  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await send(method, path, body);
    if (!response.ok) throw new Refused((await response.json()) as ProblemDetails);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };

  return {
    send,
    ask,
    cookie: () => cookie,
    useCookie: (given: string | undefined) => void (cookie = given),
    join: async (con: string, given: { reads?: Language[]; locale?: Locale; consent?: number } = {}): Promise<void> => {
      const { locale = 'en', reads = [locale], consent: consentVersion = 1 } = given;
      const { nextNumber } = await ask<{ nextNumber: number }>('POST', `/consultations/${con}/join`, {
        consentVersion,
        oldEnough: true,
        locale,
        reads,
      });
      number = Math.max(number, nextNumber);
    },
    /** Casts in one write; `as` repeats an earlier number. */
    cast: (con: string, votes: Vote[], as?: number): Promise<VoteReceipt> =>
      ask('POST', `/consultations/${con}/ballot`, { number: as ?? ++number, votes }),
    vote: (con: string, item: number, choice: Choice, deal?: string): Promise<VoteReceipt> =>
      ask('POST', `/consultations/${con}/ballot`, {
        number: ++number,
        votes: [{ item, choice, ...(deal && { deal }) }],
      }),
    lastNumber: () => number,
    ballot: (con: string) => ask<OwnBallot>('GET', `/consultations/${con}/ballot`),
    deck: (con: string, count = 10) => ask<DeckView>('GET', `/consultations/${con}/deck?count=${count}`),
    suggest: (con: string, text: string, more: Partial<Suggest> = {}) =>
      ask<PublicContribution>('POST', `/consultations/${con}/contributions`, {
        kind: 'suggestion',
        text,
        language: 'en',
        ...more,
      }),
  };
};
export type Resident = ReturnType<typeof aResident>;
