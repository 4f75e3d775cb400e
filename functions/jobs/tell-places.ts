import type { Place } from '#shared/places/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { queueMail } from '../mail/outbox.ts';
import { placeNow } from '../places/service.ts';
import { standingsToTell, toldStep, type StandingToTell } from '../places/to-tell.ts';
import { staffToMail, type StaffToMail } from '../staff/service.ts';
import { transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

type Places = { asking: Place; asked: Place };

/** A question goes to whoever may answer it, an answer to whoever may ask. */
const receiversOf = (world: World, { what }: StandingToTell, { asking, asked }: Places): Promise<StaffToMail[]> =>
  what === 'place-asks' ? staffToMail(world, asked.id, 'open-place') : staffToMail(world, asking.id, 'change-place');

const mailTo = (
  world: World,
  { what, at }: StandingToTell,
  { asking, asked }: Places,
  { participant, email, locale }: StaffToMail,
): Step => {
  const page = what === 'place-asks' ? `/p/${asked.slug}/desk/below` : `/p/${asking.slug}`;
  return queueMail(world, {
    receiver: participant,
    about: `standing#${asking.id}#${asked.id}#${what}#${at}`,
    kind: what,
    to: email,
    locale,
    says: {
      place: readingOf(asking.name, [locale])?.text ?? '',
      above: readingOf(asked.name, [locale])?.text ?? '',
      page: `${world.origin}/${locale}${page}`,
    },
  });
};

/**
 * Tells the coordinators of a place that another one asks to stand below it, and those of the other one what was
 * answered. A question that was taken back meanwhile is told to nobody.
 */
export const tellPlaces = async (world: World): Promise<number> => {
  let queued = 0;
  for (const told of await standingsToTell(world)) {
    const [asking, asked] = await Promise.all([placeNow(world, told.asking), placeNow(world, told.asked)]);
    const isTakenBack = told.what === 'place-asks' && asking.asks !== asked.id;
    const to = isTakenBack ? [] : await receiversOf(world, told, { asking, asked });
    const mails = to.map((one) => mailTo(world, told, { asking, asked }, one));
    if (await transact(world.storage, [...mails, toldStep(told)])) queued += mails.length;
  }
  return queued;
};
