import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContributionPage } from '#shared/consultations/views.ts';
import { CONTRIBUTION_LENGTH, NAME_LENGTH } from '#shared/contributions/rules.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { MESSAGE_LENGTH, NOTICE_LENGTH, NOTIFIER_NAME_LENGTH } from '#shared/moderation/rules.ts';
import type { Receipt } from '#shared/moderation/schema.ts';
import type { NoticeState } from '#shared/moderation/views.ts';
import type { PublicReply, ThreadPage } from '#shared/replies/schema.ts';
import { later, MINUTE } from '#shared/time.ts';
import { Words } from '#shared/words.ts';
import { aConsultation, aStaffMember, type TestConsultation } from '#test/support/builders.ts';
import { aModerator, aNotice, decidedBy, tellNow } from '#test/support/cases.ts';
import { hostileStrings, inGroups, OWN } from '#test/support/hostile.ts';
import { wholeLedger } from '#test/support/ledger.ts';
import { aParticipant, someoneIn } from '#test/support/people.ts';
import type { Resident } from '#test/support/resident.ts';
import { aWorld, type TestWorld } from '#test/support/world.ts';

const lists = hostileStrings();
const one = (every: number) => (_: string, i: number) => process.env.FULL || i % every === 0;
const naughty = (lists?.naughty ?? []).filter(one(3));
const scripts = (lists?.scripts ?? []).filter(one(60));
const strings = [...OWN, ...naughty, ...scripts];
const which = lists
  ? `${strings.length} strings: our own, ${naughty.length} of ${lists.naughty.length} naughty ones, ${scripts.length} of ${lists.scripts.length} script injections; all with FULL=1`
  : `${strings.length} strings of our own; the lists do not lie beside this checkout`;

let world: TestWorld;
let made: TestConsultation;
let anna: Resident;
beforeAll(async () => {
  world = await aWorld();
  made = await aConsultation(world);
  anna = await aParticipant(world, made.consultation);
});
afterAll(() => world.end());

const at = (rest: string): string => `/consultations/${made.consultation.id}${rest}`;
/** What Words documents: NFC, line feeds, no space around; undefined where it is refused. */
const documented = (text: string, length: number): string | undefined => {
  const kept = text.replaceAll('\r\n', '\n').normalize('NFC').trim();
  return Words(length).safeParse(text).success ? kept : undefined;
};
const REPORT = aNotice({ kind: 'contribution', id: `ctr_${'0'.repeat(16)}` });
const isRefusal = (status: number): boolean => status >= 400 && status < 500;

/** Sends each string; what is accepted is told by `id`, and read again by `read`. */
const sendAll = async (
  length: number,
  send: (text: string) => Promise<Response>,
  keep: (text: string, answer: Response) => Promise<void>,
): Promise<{ accepted: number; refused: number }> => {
  let [accepted, refused] = [0, 0];
  for (const group of inGroups(strings, 16)) {
    await Promise.all(
      group.map(async (text) => {
        const response = await send(text);
        const expected = documented(text, length);
        if (expected === undefined) {
          expect([text, isRefusal(response.status)]).toEqual([text, true]);
          refused++;
        } else {
          expect([text, response.status < 300]).toEqual([text, true]);
          await keep(expected, response);
          accepted++;
        }
      }),
    );
  }
  return { accepted, refused };
};

describe(`to a resident whose page shows what others wrote (${which})`, () => {
  test('a suggestion and its name come back as they were written, or are refused', async () => {
    const kept = new Map<string, [string, 'text' | 'name']>();
    for (const field of ['text', 'name'] as const) {
      const words = { kind: 'suggestion', text: 'Words.', language: 'en', passage: made.passages[0]?.id };
      const { accepted, refused } = await sendAll(
        field === 'text' ? CONTRIBUTION_LENGTH : NAME_LENGTH,
        (text) => anna.send('POST', at('/contributions'), { ...words, [field]: text }),
        async (text, response) => void kept.set(((await response.json()) as PublicContribution).id, [text, field]),
      );
      expect(accepted).toBeGreaterThan(10);
      expect(refused).toBeGreaterThan(5);
    }
    const read = new Map<string, PublicContribution>();
    let cursor: string | undefined;
    do {
      const query = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const page = await someoneIn(world).ask<ContributionPage>(
        'GET',
        at(`/contributions?passage=${made.passages[0]?.id}${query}`),
      );
      for (const contribution of page.contributions) read.set(contribution.id, contribution);
      cursor = page.next;
    } while (cursor);
    expect(read.size).toBe(kept.size);
    for (const [id, [text, field]] of kept) expect(read.get(id)?.[field]).toBe(text);
  });

  test('a reply, its name and its change come back as they were written, or are refused', async () => {
    const thread = at(`/threads/${made.passages[1]?.id}`);
    const kept = new Map<string, string>();
    await sendAll(
      CONTRIBUTION_LENGTH,
      (text) => anna.send('POST', thread, { text, language: 'ar', label: 'for' }),
      async (text, response) => void kept.set(((await response.json()) as PublicReply).id, text),
    );
    const changing = await anna.ask<PublicReply>('POST', thread, { text: 'To be changed.', language: 'en', name: 'x' });
    await sendAll(
      CONTRIBUTION_LENGTH,
      (text) => anna.send('PATCH', `${thread}/${changing.root}/${changing.id}`, { text }),
      async (text, response) => expect(((await response.json()) as PublicReply).text).toBe(text),
    );
    const read = new Map<string, string | null>();
    let cursor: string | undefined;
    do {
      const page = await someoneIn(world).ask<ThreadPage>('GET', `${thread}?${cursor ? `cursor=${cursor}` : ''}`);
      for (const { id, text } of page.replies) read.set(id, text);
      cursor = page.next;
    } while (cursor);
    for (const [id, text] of kept) expect(read.get(id)).toBe(text);
  });

  test('a report, an appeal and a message come back to whoever wrote them as they were written, or are refused', async () => {
    const subject = { kind: 'contribution', id: (await anna.suggest(made.consultation.id, 'Reported.')).id } as const;
    const notice = (more: object) => someoneIn(world).send('POST', at('/notices'), { ...aNotice(subject), ...more });
    const codes: string[] = [];
    for (const [field, length] of [
      ['why', NOTICE_LENGTH],
      ['name', NOTIFIER_NAME_LENGTH],
    ] as const)
      await sendAll(
        length,
        (text) => notice({ [field]: text }),
        async (_, response) => void codes.push(((await response.json()) as Receipt).code),
      );
    const id = await caseAbout(world, subject.id);
    const about = {
      id: id ?? ('cas_' as const),
      place: made.place,
      con: made.consultation.id,
      contribution: subject.id,
    };
    const path = `/places/${made.place.slug}/cases/${about.id}`;
    await decidedBy(world, { ...about, text: 'Reported.', path }, await aModerator(world, made.place));
    await tellNow(world, about);
    const stateOf = (code: string) => someoneIn(world).ask<NoticeState>('POST', '/notices/state', { code });
    const written: string[] = [];
    await sendAll(
      MESSAGE_LENGTH,
      (text) => someoneIn(world).send('POST', '/notices/messages', { code: codes[0], text, language: 'en' }),
      async (text) => void written.push(text),
    );
    const { messages } = await stateOf(codes[0] ?? '');
    expect(messages.map(({ text }) => text).toSorted()).toEqual(written.toSorted());
    // One appeal is heard at a time: each of these is taken, or told what stands in its way.
    const [first, ...others] = strings.filter((text) => documented(text, NOTICE_LENGTH) !== undefined);
    const appeal = { code: codes[1], why: first, language: 'en' };
    expect((await someoneIn(world).send('POST', '/notices/appeal', appeal)).status).toBe(204);
    expect((await stateOf(codes[1] ?? '')).appeal?.why).toBe(documented(first ?? '', NOTICE_LENGTH));
    for (const why of others.filter(one(7)))
      expect((await someoneIn(world).send('POST', '/notices/appeal', { ...appeal, why })).status).toBe(409);
  });

  test('the reason of a phase change stands in the ledger as it was written, or is refused', async () => {
    const own = await aConsultation(world, { phase: 'deliberating' });
    const coordinator = someoneIn(world);
    coordinator.useCookie(`__Host-session=${(await aStaffMember(world, own.place, 'coordinator')).token}`);
    let version = 1;
    const kept: string[] = [];
    for (const reason of strings.filter((_, i) => i % 3 === 0)) {
      const to = { to: 'drafting', at: later(world.now(), MINUTE), reason, version };
      const response = await coordinator.send('POST', `/consultations/${own.consultation.id}/phases`, to);
      const expected = documented(reason, 500);
      if (response.ok) {
        kept.push(expected ?? 'refused by Words');
        version++;
      } else expect([reason, response.status, (expected?.length ?? 0) < 3]).toEqual([reason, 400, true]);
    }
    const read = (await wholeLedger(coordinator, own.place.slug)).flatMap(({ act, why }) =>
      act === 'change-phase' ? [why?.replace(/^drafting \S+: /, '') ?? ''] : [],
    );
    expect(read.toSorted()).toEqual(kept.toSorted());
  });

  test('in any other field, path, query, cookie or header they are refused, and never an error of ours', async () => {
    const { id } = made.consultation;
    const vote = { item: made.passages[0]?.item, choice: 'agree' };
    const join = { consentVersion: 1, oldEnough: true, locale: 'en', reads: ['en'] };
    const encode = (text: string): string => encodeURIComponent(text.toWellFormed());
    const asks: ((text: string) => [string, string, unknown?])[] = [
      (text) => ['POST', at('/contributions'), { kind: text, text: 'x', language: 'en' }],
      (text) => ['POST', at('/contributions'), { kind: 'suggestion', text: 'x', language: text }],
      (text) => ['POST', at('/contributions'), { kind: 'suggestion', text: 'x', language: 'en', passage: text }],
      (text) => ['POST', at(`/threads/${made.passages[0]?.id}`), { text: 'x', language: 'en', label: text }],
      (text) => [
        'POST',
        at(`/threads/${made.passages[0]?.id}`),
        { text: 'x', language: 'en', answers: { id: text, root: text } },
      ],
      (text) => ['POST', at('/ballot'), { number: text, votes: [vote] }],
      (text) => ['POST', at('/ballot'), { number: 1, votes: [{ ...vote, choice: text }] }],
      (text) => ['POST', at('/ballot'), { number: 1, votes: [{ ...vote, item: text }] }],
      (text) => ['POST', at('/join'), { ...join, locale: text }],
      (text) => ['POST', at('/join'), { ...join, reads: [text] }],
      (text) => ['POST', '/sessions', { digits: text }],
      (text) => ['PUT', '/me/settings', { reads: [text] }],
      (text) => ['PUT', at('/contact'), { email: text, locale: 'en' }],
      (text) => ['POST', at('/notices'), { ...aNotice({ kind: 'contribution', id: `ctr_${text}` }) }],
      (text) => ['POST', at('/notices'), { ...REPORT, kind: text }],
      (text) => ['POST', at('/notices'), { ...REPORT, grounds: [text] }],
      (text) => ['POST', at('/notices'), { ...REPORT, email: text }],
      (text) => ['POST', at('/notices'), { ...REPORT, flagger: text }],
      (text) => ['POST', '/notices/state', { code: text }],
      (text) => ['POST', '/me/decisions/x/appeal', { why: 'No.', language: text }],
      (text) => ['POST', '/contacts/confirm', { token: text }],
      (text) => ['GET', `/places/x${encode(text)}`],
      (text) => ['GET', `/consultations/x${encode(text)}`],
      (text) => ['GET', `/consultations/${id}/contributions/${encode(`ctr_${text}`)}`],
      (text) => ['GET', `/consultations/${id}/threads/${encode(`psg_${text}`)}`],
      (text) => ['GET', at(`/contributions?order=x${encode(text)}`)],
      (text) => ['GET', at(`/contributions?passage=x${encode(text)}`)],
      (text) => ['GET', at(`/deck?count=x${encode(text)}`)],
      (text) => ['GET', at(`/deck?not=x${encode(text)}`)],
    ];
    const wrong: unknown[] = [];
    for (const [i, text] of strings.entries()) {
      // Each string in two of the fields, each field with every thirteenth string; in the full run all with all.
      const here = process.env.FULL ? asks : asks.filter((_, j) => (i + j) % 13 === 0);
      for (const ask of here) {
        const [method, path, body] = ask(text);
        const { status } = await anna.send(method, path, body);
        if (!isRefusal(status)) wrong.push([method, path, body, status]);
      }
      const response = await world.app.request(`/api/places?x=${encode(text)}`, {
        headers: {
          cookie: `__Host-session=${encode(text)}`,
          'accept-language': text.replaceAll(/[^\u0020-\u007e]/g, ''),
          'x-locale': encode(text),
        },
      });
      if (response.status !== 200) wrong.push(['header', text, response.status]);
    }
    expect(wrong).toEqual([]);
  });

  test('a deal, a proof or a cursor that is nonsense is nonsense, and no error of ours', async () => {
    const wrong: unknown[] = [];
    for (const text of strings.filter(one(2))) {
      const item = made.passages[0]?.item ?? 0;
      const vote = await anna.send('POST', at('/ballot'), {
        number: anna.lastNumber() + 1,
        votes: [{ item, choice: 'agree', deal: text }],
      });
      const proof = await anna.send('POST', '/sessions', { digits: '0000000000000000', proof: text });
      const page = await anna.send('GET', at(`/contributions?cursor=${encodeURIComponent(text.toWellFormed())}`));
      for (const { status } of [vote, proof, page]) if (status >= 500) wrong.push([text, status]);
    }
    expect(wrong).toEqual([]);
  });
});
