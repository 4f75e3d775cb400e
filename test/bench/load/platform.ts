import { startPlatform } from '#functions/local/platform.ts';
import { openConsultation } from '#functions/consultations/service.ts';
import { addDocument } from '#functions/documents/service.ts';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import { whoIs } from '#functions/participants/sessions.ts';
import { openPlace } from '#functions/places/service.ts';
import { DAY, later } from '#shared/time.ts';
import type { Texts } from '#shared/texts.ts';
import { nowIn } from '#functions/world.ts';

/** The platform as `serve` runs it, under its production limits, with one open consultation of 400 passages. */
const [folder = ''] = process.argv.slice(2);
const said = (text: string): Texts => ({ en: { text, provenance: 'original' } });
const ITEMS = 400;
let consultation = '';

const platform = await startPlatform({
  folder,
  port: 0,
  host: '127.0.0.1',
  secret: 'only for this bench',
  proxies: 1,
  prepare: async (world) => {
    const place = await openPlace(world, {
      slug: 'bench',
      kind: 'city',
      name: said('Bench'),
      about: said('A city to measure.'),
      languages: ['en'],
      timeZone: 'Europe/Rome',
      houseRules: said('Be kind.'),
      help: [],
      privacy: { controller: 'Bench', contact: 'bench@example.org', legalBasis: said('Consent'), retentionMonths: 1 },
      consent: { version: 1, text: said('I agree.') },
      ageOfConsent: 14,
    });
    const coordinator = await whoIs(
      world,
      await openSession(world, await appointStaff(world, place.id, ['coordinator'], 'Bench')),
    );
    const now = nowIn(world);
    const opened = await openConsultation(world, coordinator, {
      place: place.id,
      title: said('Bench'),
      question: said('How fast?'),
      why: said('To know.'),
      whatHappens: said('A table.'),
      areas: [],
      grounds: [],
      languages: ['en'],
      doors: ['open'],
      resultDates: [],
      stages: [
        { phase: 'preparing', from: later(now, -2 * DAY) },
        { phase: 'suggesting', from: later(now, -DAY) },
        { phase: 'deliberating', from: later(now, DAY) },
      ],
    });
    consultation = opened.id;
    const passages = Array.from({ length: ITEMS }, (_, i) => ({
      heading: said(`Passage ${i}`),
      text: said('Text.'),
      summary: said('Summary.'),
    }));
    await addDocument(world, opened.id, { kind: 'recommendations', title: said('Bench'), passages });
  },
});
const at = platform.server.address();
const port = typeof at === 'object' && at ? at.port : 0;
process.send?.({ port, consultation, endpoint: platform.engine.endpoint, items: ITEMS });
process.on('message', () => void platform.stop().then(() => process.exit(0)));
