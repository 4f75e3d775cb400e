import { beforeAll, describe, expect, test } from 'vitest';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { ROLES } from '#shared/places/rules.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { decided, toldAll, undo } from '#test/support/decided.ts';
import { inOffice } from '#test/support/office.ts';
import type { Resident } from '#test/support/resident.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { ADDRESSES } from '#test/support/addresses.ts';

/** Everything here goes as a browser without JavaScript sends it: addresses and plain forms. */
const town = aRunningTown('Solmira');

type Answer = { status: number; html: string; location: string | null };
const headersOf = (who?: Resident) => (who?.cookie() ? { cookie: who.cookie() ?? '' } : {});
const read = async (path: string, who?: Resident): Promise<Answer> => {
  const response = await fetch(town().address + path, { headers: headersOf(who), redirect: 'manual' });
  return { status: response.status, html: await response.text(), location: response.headers.get('location') };
};
const send = async (path: string, fields: Record<string, string>, who?: Resident): Promise<Answer> => {
  const response = await fetch(town().address + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { ...headersOf(who), origin: town().address },
    redirect: 'manual',
  });
  return { status: response.status, html: await response.text(), location: response.headers.get('location') };
};

const joined = async (): Promise<Resident> => {
  const resident = town().resident();
  await resident.join(town().in('suggesting').id, { consent: town().consentVersion });
  return resident;
};
const inEveryOffice = async (): Promise<Resident> => {
  const who = town().resident();
  const participant = await appointStaff(town().world, town().in('suggesting').place, [...ROLES], 'Olga');
  who.useCookie(`__Host-session=${await openSession(town().world, participant)}`);
  return who;
};

const home = () => `/en/c/${town().in('suggesting').id}`;
/** What stands in the page itself, its data and its scripts taken away. */
const shownIn = (html: string): string => html.replaceAll(/<script\b.*?<\/script>/gs, '');
const codeIn = (html: string): string => /\d{4} \d{4} \d{4} \d{4}/.exec(html)?.[0] ?? '';

/** Every page there is, as an address that leads somewhere. */
const everyPage = (ctr: string, reply: PublicReply): string[] => {
  const { id, documents } = town().in('suggesting');
  const known: Record<string, string> = {
    slug: town().slug,
    con: id,
    ctr,
    psg: documents[0]?.passages[0]?.id ?? '',
    n: '1',
    batch: '1',
    at: '1',
    token: 'x'.repeat(43),
    code: 'not-found',
    cas: `cas_${'0'.repeat(16)}`,
  };
  const filled = ADDRESSES.map(
    ([pattern]) => `/en${pattern.replaceAll(/:(\w+)/g, (_, name: string) => known[name] ?? '1')}`,
  );
  const { root, target } = reply;
  const reports = [{ ctr }, { reply: reply.id, root, on: target }].map(
    (what) => `${home()}/report?${new URLSearchParams(what)}`,
  );
  return [...filled, ...reports, `${home()}?order=oldest`, `${home()}/desk/suggestions?words=quixotic`];
};

describe('to somebody whose words were removed', () => {
  const WORDS = 'Quixotic words of a page.';
  const REPLY = 'Quaint words of a page.';
  let pages: string[];
  let people: Resident[];

  /** Which of all pages hold them: in what is read, in the head, or in the data below. */
  const holding = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const path of pages)
      for (const [i, who] of people.entries()) {
        const { html } = await read(path, who);
        for (const words of [WORDS, REPLY]) if (html.includes(words)) found.push(`${path} ${i} ${words}`);
      }
    return found;
  };

  test('no page holds them, for nobody, in no part of it; when it was undone, the same pages do again', async () => {
    const author = await joined();
    const { id: con, documents } = town().in('suggesting');
    const psg = documents[0]?.passages[0]?.id ?? '';
    const reply = await author.ask<PublicReply>('POST', `/consultations/${con}/threads/${psg}`, {
      text: REPLY,
      language: 'en',
    });
    const { id: contribution } = await author.suggest(con, WORDS);
    pages = everyPage(contribution, reply);
    people = [town().resident(), await joined(), await inEveryOffice()];
    const before = await holding();
    expect(before.length).toBeGreaterThan(10);
    const one = await decided(town(), { contribution, words: WORDS });
    const other = await decided(town(), { reply, words: REPLY });
    expect(await holding()).toEqual([]);
    for (const each of [one, other]) await undo(town(), each);
    expect(await holding()).toEqual(before);
  });
});

describe('to a reader', () => {
  const WORDS = 'They should all go back.';
  const page = async (decision: Parameters<typeof decided>[2]): Promise<string> => {
    const { id: contribution } = await (await joined()).suggest(town().in('suggesting').id, WORDS);
    await decided(town(), { contribution, words: WORDS }, decision);
    return (await read(`${home()}/contributions/${contribution}`)).html;
  };

  test('restricted words stand behind a click, and a shared link does not read them out', async () => {
    const html = await page({ visibility: 'restrict', tier: 3 });
    const [head = '', body = ''] = html.split('</head>');
    expect(head).not.toContain(WORDS);
    const opened = shownIn(body).replaceAll(/<details\b(?![^>]*\bopen\b).*?<\/details>/gs, '');
    expect(shownIn(body)).toContain(WORDS);
    expect(opened).not.toContain(WORDS);
    expect(opened).not.toContain('value="agree"');
  });

  test('a label stands above the words, and the answer of the place below them', async () => {
    const answer = 'Everybody has the same rights.';
    const counterStatement = { words: answer, language: 'en' } as const;
    const shown = shownIn(await page({ visibility: 'label', mark: 'may-hurt', tier: 3, counterStatement }));
    const at = ['These words may hurt people.', WORDS, answer].map((words) => shown.indexOf(words));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(0);
  });
});

describe('to somebody who reports', () => {
  const WORDS = 'Somebody should hurt them.';
  const report = { form: 'report', language: 'ar', why: 'هذا يدعو إلى العنف.', kind: 'incitement' };
  let reported: { id: string };
  beforeAll(async () => {
    reported = await (await joined()).suggest(town().in('suggesting').id, WORDS, { name: 'A bad name' });
  });
  const formOf = (id: string) => `/ar/c/${town().in('suggesting').id}/report?ctr=${id}`;

  test('the link is on every page that shows words of others, and the form offers every kind', async () => {
    const { html } = await read(`${home()}/contributions/${reported.id}`);
    expect(html).toContain(`report?ctr=${reported.id}`);
    const form = (await read(formOf(reported.id))).html;
    for (const kind of NOTICE_KINDS) expect(form).toContain(`value="${kind}"`);
  });

  test('what is missing is said, and what was written stays', async () => {
    const { status, html } = await send(formOf(reported.id), { ...report, kind: '' });
    expect(status).toBe(400);
    expect(html).toContain(report.why);
    expect(html).toContain('id="report-kind-error"');
  });

  test('without a name it is an anonymous report and said so; with name, mail and good faith a notice under Article 16', async () => {
    const anonymous = shownIn((await send(formOf(reported.id), report)).html);
    expect(codeIn(anonymous)).not.toBe('');
    const named = { ...report, name: 'Nadia', email: 'nadia@example.org', goodFaith: 'yes', what: 'name' };
    const article16 = shownIn((await send(formOf(reported.id), named)).html);
    expect(codeIn(article16)).not.toBe('');
    const state = async (html: string) =>
      shownIn((await send('/en/notices', { form: 'look', code: codeIn(html) })).html);
    expect(await state(anonymous)).toContain('Anonymous report');
    expect(await state(article16)).toContain('Notice under Article 16');
  });

  test('with the number she sees what was decided, appeals once, and what was refused keeps her words', async () => {
    const made = await decided(town(), { contribution: reported.id, words: WORDS }, { visibility: 'keep', tier: 3 });
    await toldAll(town(), made);
    const { code } = made;
    const look = shownIn((await send('/en/notices', { form: 'look', code })).html);
    expect(look).toContain('The words stay.');
    const act = { form: 'appeal', code, language: 'en' };
    const empty = await send('/en/notices', { ...act, why: '' });
    expect([empty.status, shownIn(empty.html).includes('The words stay.')]).toEqual([422, true]);
    const done = shownIn((await send('/en/notices', { ...act, why: 'Look again, please.' })).html);
    expect(done).toContain('Your appeal is there.');
    expect(done).toContain('Look again, please.');
    const again = await send('/en/notices', { ...act, why: 'And again.' });
    expect([again.status, shownIn(again.html).includes('Look again, please.')]).toEqual([422, true]);
  });

  test('a trusted organisation comes to the form from the address of a page, in its lane', async () => {
    const address = `${town().address}${home()}/contributions/${reported.id}`;
    const token = 'x'.repeat(43);
    const { location } = await send(`/en/p/${town().slug}/flag/${token}`, { form: 'flag', address });
    expect(location).toBe(`${home()}/report?ctr=${reported.id}&flagger=${token}`);
    const wrong = await send(`/en/p/${town().slug}/flag/${token}`, { form: 'flag', address: 'https://example.org' });
    expect(wrong.status).toBe(422);
  });

  test('a trusted organisation is told that it is one, not that it has given no name, and when its link is over', async () => {
    const coordinator = await inOffice(town(), ['coordinator']);
    const day = { from: '2020-01-01T00:00:00.000Z', until: '2090-01-01T00:00:00.000Z' };
    const { token } = await coordinator.ask<{ token: string }>('POST', `/places/${town().slug}/flaggers`, {
      organisation: 'Watch',
      ...day,
    });
    const { html } = await send(`${formOf(reported.id)}&flagger=${token}`, report);
    const over = await send(`${formOf(reported.id)}&flagger=${'x'.repeat(43)}`, report);
    expect([html, over.html].map((page) => shownIn(page).includes('رابط الجهة لم يعد صالحًا'))).toEqual([false, true]);
    expect(shownIn(html)).toContain('بلاغ من جهة موثوق بها');
    const look = await send('/en/notices', { form: 'look', code: codeIn(shownIn(html)) });
    expect(shownIn(look.html)).toContain('Report of a trusted organisation');
  });
});

describe('to an author', () => {
  test('the decision about her words is on her page, in her language and in English, and she appeals there', async () => {
    const author = await joined();
    const { id: contribution } = await author.suggest(town().in('suggesting').id, 'Words of an author.');
    const made = await decided(town(), { contribution, words: 'Words of an author.' });
    await toldAll(town(), made);
    const { id } = made;
    expect((await read('/ro/me', author)).html).toContain(`/ro/me/decisions/${id}`);
    const { html } = await read(`/ro/me/decisions/${id}`, author);
    for (const said of [
      'Cuvintele dumneavoastră au fost eliminate.',
      'Your words were removed.',
      '2008/913/JAI',
      '2008/913/JHA',
    ])
      expect(shownIn(html)).toContain(said);
    expect(shownIn((await read(`/en/me/decisions/${id}`, author)).html).split('Your words were removed.').length).toBe(
      2,
    );
    const sent = await send(`/ro/me/decisions/${id}`, { form: 'appeal', why: 'Nu e așa.', language: 'ro' }, author);
    expect(sent.location).toContain('done=appealed');
    expect((await read(`/ro/me/decisions/${id}`, await joined())).status).toBe(404);
  });

  test('who may not write for a time is told so where she would write, until when, and what she can do', async () => {
    const author = await joined();
    const { id: contribution } = await author.suggest(town().in('suggesting').id, 'Words of a crime.');
    const measure = { tier: 1, author: { measure: 'suspend', days: 14 } } as const;
    await toldAll(town(), await decided(town(), { contribution, words: 'Words of a crime.' }, measure));
    for (const path of [`${home()}/suggest`, `${home()}/contributions/${contribution}`]) {
      const shown = shownIn((await read(path, author)).html);
      expect(shown.includes('You cannot write here for a time') || path.includes(contribution)).toBe(true);
      expect(shown).not.toContain('name="text"');
    }
    const own = shownIn((await read('/en/me', author)).html);
    expect(own).toContain('You cannot write here for a time');
    // What was removed she has written all the same.
    expect(own).toContain('1 text written.');
  });

  test('who has appealed with success reads that the suspension is over, and may write again', async () => {
    const author = await joined();
    const { id: contribution } = await author.suggest(town().in('suggesting').id, 'Words of a joke.');
    const measure = { tier: 1, author: { measure: 'suspend', days: 14 } } as const;
    const made = await decided(town(), { contribution, words: 'Words of a joke.' }, measure);
    await toldAll(town(), made);
    const path = `/places/${town().slug}/cases/${made.id}`;
    await author.ask('POST', `/me/decisions/${made.id}/appeal`, { why: 'It was a joke.', language: 'en' });
    const other = await inOffice(town(), ['moderator']);
    const { version } = await other.ask<{ version: number }>('GET', path);
    await other.ask('POST', `${path}/take`, { version });
    const { version: taken, seen } = await other.ask<{ version: number; seen: string }>('GET', path);
    const reasons = { phrases: ['shocks-but-lawful'], language: 'en' };
    await other.ask('POST', `${path}/answer`, { version: taken, seen, review: 'reversed', reasons });
    await toldAll(town(), made);
    const shown = shownIn((await read(`/en/me/decisions/${made.id}`, author)).html);
    expect(shown.split('The earlier suspension no longer holds.').length).toBe(2);
    expect(shownIn((await read(`${home()}/suggest`, author)).html)).toContain('name="text"');
  });

  test('advice comes once, before words with an address in them go out, and nothing is blocked', async () => {
    const author = await joined();
    const fields = { form: 'suggest', kind: 'suggestion', text: 'Ask anna@example.org.', language: 'en', name: '' };
    const first = await send(`${home()}/suggest`, fields, author);
    expect([first.status, first.html.includes('This looks like an e-mail address.')]).toEqual([422, true]);
    expect(first.html).toContain('Ask anna@example.org.');
    const second = await send(`${home()}/suggest`, { ...fields, advised: 'yes' }, author);
    expect(second.location).toContain('done=suggested');
  });
});
