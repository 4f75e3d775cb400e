import type { PublicReply } from '#shared/replies/schema.ts';
import { noteMails } from '#functions/operations/runs.ts';
import { planBatch } from '#functions/batches/service.ts';
import { openSession } from '#functions/participants/service.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { nowIn } from '#functions/world.ts';
import type { Role } from '#shared/places/rules.ts';
import { DAY, dayOf, later } from '#shared/time.ts';
import { asOperator, asStaff } from './as-staff.ts';
import { aPlace } from './builders.ts';
import { aDeadLetter } from './letters.ts';
import { STAFF_STATES } from './staff-states.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import { CASE_STATES } from './case-states.ts';
import { TEXT_STATES } from './text-states.ts';
import type { Visitor } from './visitor.ts';

const open = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);

/** A room of a desk as somebody with these roles finds it; `sign` is on the page once it is there. */
export const room = (name: string, roles: Role[], at: (town: RunningTown) => string, sign = '.desk'): State => ({
  name,
  reach: async (visitor, town) => {
    await asStaff(visitor, town, roles);
    await open(visitor, at(town));
    await visitor.page.locator(sign).waitFor();
  },
});

const place = ({ slug }: RunningTown) => `/p/${slug}/desk`;
const consultation = (town: RunningTown) => `/c/${town.in('suggesting').id}/desk`;

/** A batch of cards of the town, whoever looks at it. */
const aBatchIn = async ({ world, slug, in: phase }: RunningTown): Promise<number> => {
  const participant = await appointStaff(world, phase('suggesting').place, ['coordinator'], 'Amal');
  const coordinator = await whoIs(world, await openSession(world, participant));
  const { number } = await planBatch(world, coordinator, slug, {
    purpose: 'Evenings at the library',
    size: 10,
    lastDay: dayOf(later(nowIn(world), 30 * DAY)),
    consultations: [],
    name: 'Amina',
  });
  return number;
};

const press = ({ page }: Visitor, form: string) =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

const BATCH_STATES: State[] = [
  {
    name: 'batches of cards, and a new one refused',
    reach: async (visitor, town) => {
      await aBatchIn(town);
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${place(town)}/cards`);
      await press(visitor, 'plan');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a batch of cards that is planned',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${place(town)}/cards/${await aBatchIn(town)}`);
      await visitor.page.locator('.confirm').waitFor();
    },
  },
  {
    name: 'about to print cards',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${place(town)}/cards/${await aBatchIn(town)}/print`);
      await visitor.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'printed cards, shown once',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${place(town)}/cards/${await aBatchIn(town)}/print`);
      await press(visitor, 'print');
      await visitor.page.locator('.handed-card').first().waitFor();
    },
  },
  {
    name: 'how batches are counted, a decision refused',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${place(town)}/cards/${await aBatchIn(town)}/print`);
      await press(visitor, 'print');
      await visitor.page.locator('.handed-card').first().waitFor();
      await open(visitor, `${consultation(town)}/batches`);
      await visitor.page.locator('form button').first().click();
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
];

/** Where a drafter writes the next version: it has begun, and changes one part. */
const written = (name: string, at: (desk: string, of: { passage: string; document: string }) => string): State => ({
  name,
  reach: async (visitor, town) => {
    await asStaff(visitor, town, ['drafter']);
    const { id, documents } = town.in('suggesting');
    const [text] = documents;
    const [part] = text?.passages ?? [];
    const of = { passage: part?.id ?? '', document: text?.id ?? '' };
    const drafter = town.resident();
    const [cookie] = await visitor.context.cookies();
    drafter.useCookie(`${cookie?.name}=${cookie?.value}`);
    const draft = `/consultations/${id}/documents/${of.document}/draft`;
    await drafter.send('POST', draft);
    const words = { heading: { en: 'Lifts' }, text: { en: 'Lifts first.' }, summary: {}, version: 0 };
    await drafter.send('PUT', `${draft}/passages/${of.passage}`, words);
    await open(visitor, at(`${consultation(town)}/version`, of));
    await visitor.page.locator('.desk').waitFor();
  },
});

/** The pages that only people in office see. */
export const DESK_STATES: State[] = [
  ...STAFF_STATES,
  room("a place's desk", ['coordinator'], place),
  {
    name: 'how the platform runs, with work that failed for good and mails that wait',
    reach: async (visitor, town) => {
      await asOperator(visitor, town);
      await aDeadLetter(town.world);
      await noteMails(town.world, {
        at: nowIn(town.world),
        kinds: [{ kind: 'invite', waiting: 2, failed: 1, mostTries: 3, oldest: nowIn(town.world) }],
      });
      await open(visitor, '/desk/operations');
      await visitor.page.locator('#letters').waitFor();
    },
  },
  {
    name: 'what the places below ask, and one that wants to stand there',
    reach: async (visitor, town) => {
      const { slug, id } = await asOperator(visitor, town);
      await aPlace({ ...town.world, now: () => nowIn(town.world) }, { asks: id });
      await open(visitor, `/p/${slug}/desk/below`);
      await visitor.page.locator('.desk h2').first().waitFor();
    },
  },
  room('a place to be opened below', ['coordinator'], (town) => `${place(town)}/below/new`),
  room("a consultation's desk", ['coordinator'], consultation),
  room('where no next version has begun', ['drafter'], (town) => `${consultation(town)}/version`),
  written('the next version of a text', (desk) => desk),
  written('a part of the next version', (desk, { passage, document }) => `${desk}/passages/${passage}?doc=${document}`),
  written('the changes of a draft', (desk) => `${desk}/compare`),
  written('before a version is published', (desk) => `${desk}/publish`),
  room('what waits for a translation', ['mediator'], (town) => `${consultation(town)}/translations`),
  {
    name: 'a translation beside what somebody wrote, refused',
    reach: async (visitor, town) => {
      const [one] = await town.contributions('suggesting');
      await asStaff(visitor, town, ['mediator']);
      await open(
        visitor,
        `${consultation(town)}/translations/contributions/${one?.id}?language=${one?.language === 'ar' ? 'en' : 'ar'}`,
      );
      await visitor.page.locator('[name=text]').fill('');
      await press(visitor, 'translate');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a contribution read in translation',
    reach: async (visitor, town) => {
      const all = await town.contributions('suggesting');
      const one = all.find(({ language }) => language !== visitor.locale);
      await asStaff(visitor, town, ['mediator']);
      const list = `${consultation(town)}/translations`;
      await open(visitor, `${list}/contributions/${one?.id}?language=${visitor.locale}`);
      await visitor.page.locator('[name=text]').fill('What it says, in words of this language.');
      await visitor.page.locator('[name=checked]').check();
      await press(visitor, 'translate');
      await visitor.arrive(/done=/);
      await open(visitor, `/c/${town.in('suggesting').id}/contributions/${one?.id}`);
      await visitor.page.locator('main details:has(.language-label)').first().waitFor();
    },
  },
  {
    name: 'a reply beside the field for its translation, and in its own language',
    reach: async (visitor, town) => {
      const { id, documents } = town.in('suggesting');
      const target = documents[0]?.passages[0]?.id ?? '';
      const somebody = town.resident();
      await somebody.join(id, { consent: town.consentVersion });
      const said = { text: 'Who checks it?', language: 'en' };
      const one = await somebody.ask<PublicReply>('POST', `/consultations/${id}/threads/${target}`, said);
      await asStaff(visitor, town, ['mediator']);
      await open(visitor, `${consultation(town)}/translations/replies/${target}/${one.root}/${one.id}?language=en`);
      await visitor.page.locator('main nav a[href*="language=ar"]').click();
      await visitor.arrive('**language=ar**');
    },
  },
  room(
    'a translation beside a part of the text',
    ['mediator'],
    (town) =>
      `${consultation(town)}/translations/passages/${town.in('suggesting').documents[0]?.passages[0]?.id}?language=ar`,
  ),
  room('the suggestions as drafters see them', ['drafter'], (town) => `${consultation(town)}/suggestions`),
  room('a consultation at a glance', ['drafter'], (town) => `${consultation(town)}/overview`, '.key-figures'),
  room('the report to print', ['analyst'], (town) => `${consultation(town)}/overview/report`, '.report'),
  room('the last count, for staff only', ['drafter'], (town) => `${consultation(town)}/snapshot`, '.notice-careful'),
  ...BATCH_STATES,
  {
    name: 'news, seen before it is told',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${consultation(town)}/announce`);
      await visitor.page.locator('[name="title.en"]').fill('A meeting');
      await visitor.page.locator('[name="text.en"]').fill('On Monday in the library.');
      await press(visitor, 'announce');
      await visitor.page.locator('#preview').waitFor();
    },
  },
  {
    name: 'news, refused',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `${consultation(town)}/announce`);
      await press(visitor, 'announce');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  room('how a consultation goes', ['coordinator'], (town) => `${consultation(town)}/progress`),
  ...CASE_STATES,
  ...TEXT_STATES,
];
