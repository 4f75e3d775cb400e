import { invite } from '#functions/staff/invitations.ts';
import { newId } from '#functions/world.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import { ADDRESSES } from '#test/support/addresses.ts';
import { aBatch } from '#test/support/batches.ts';
import { aCase } from '#test/support/cases.ts';
import { aConsultation, aStaffMember } from '#test/support/builders.ts';
import { peopleIn, type Town } from '#test/support/every-route.ts';
import { aParticipant } from '#test/support/people.ts';
import type { TestWorld } from '#test/support/world.ts';
import type { Cloud } from './cloud.ts';
import { LET_IN } from './every-answer.ts';
import { aPersonIn } from './person.ts';

/** What stands in an address for each parameter. A page with one that is not named here fails the run. */
const namesIn = async (world: TestWorld, { place }: Town): Promise<Record<string, string>> => {
  const { consultation, passages } = await aConsultation(world, { place });
  const { actor } = await aStaffMember(world, place, 'coordinator');
  const { link } = await invite(world, actor, place.id, { name: 'Amal', roles: ['moderator'], locale: 'en' });
  const author = await aParticipant(world, consultation);
  const { id: cas, contribution } = await aCase(world, { place, con: consultation.id, author });
  const target = passages[0]?.id ?? '';
  const thread = `/consultations/${consultation.id}/threads/${target}`;
  const reply = await author.ask<PublicReply>('POST', thread, { text: 'A reply.', language: 'en' });
  return {
    slug: place.slug,
    con: consultation.id,
    psg: target,
    target,
    root: reply.root,
    reply: reply.id,
    doc: passages[0]?.document ?? '',
    ctr: contribution,
    batch: String((await aBatch(world, place)).number),
    // Nobody was asked: the page reads who was before it says so.
    adr: newId(world, 'addressee'),
    cas,
    case: cas,
    n: '1',
    at: '1',
    token: link.split('/invite/')[1] ?? '',
    code: 'not-found',
  };
};

/** Residents and people in office look at every page. */
export const readEveryPage = async (cloud: Cloud, world: TestWorld, town: Town): Promise<void> => {
  const names = await namesIn(world, town);
  const addressOf = (pattern: string): string =>
    pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
      const known = names[name];
      if (known === undefined) throw new Error(`Nobody knows what stands for :${name} in ${pattern}.`);
      return known;
    });
  for (const column of LET_IN) {
    const [found] = await peopleIn(world, town, column, false);
    const reader = aPersonIn(cloud);
    reader.useCookie(found?.cookie());
    for (const [pattern] of ADDRESSES) await reader.read(`/en${addressOf(pattern)}`);
  }
};
