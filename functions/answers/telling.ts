import type { Consultation } from '#shared/consultations/schema.ts';
import type { Contribution, ContributionId } from '#shared/contributions/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { versionName } from '#shared/versions/rules.ts';
import { consultationOf } from '../consultations/service.ts';
import { contactsToTell, mailTo, type Contact } from '../contacts/service.ts';
import { currentItems } from '../contributions/items.ts';
import { everyPassageOf } from '../documents/service.ts';
import { authorToTell } from '../participants/authors.ts';
import { isLinkable } from '../participants/pseudonyms.ts';
import { transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import type { ToTell } from './to-tell.ts';

type What = ToTell['what'];
/** What is to be told about each contribution. */
type News = Map<ContributionId, What[]>;

/** Every contribution that is meant: what a passage cites, and what was merged into that. */
const newsOf = async (
  world: World,
  { id }: Consultation,
  told: readonly ToTell[],
  contributions: readonly Contribution[],
): Promise<News> => {
  const passages = await everyPassageOf(world, id);
  const news: News = new Map();
  const add = (one: ContributionId, what: What): void => void news.set(one, [...(news.get(one) ?? []), what]);
  for (const { what } of told) {
    const cited = new Set(
      passages
        .filter((one) => (what.is === 'version' ? one.document === what.document : one.id === what.passage))
        .flatMap(({ cites }) => cites)
        .filter(({ version }) => what.is !== 'version' || version === what.version)
        .map(({ contribution }) => contribution),
    );
    for (const one of contributions) if (cited.has(one.id) || (one.merged && cited.has(one.merged))) add(one.id, what);
  }
  return news;
};

const say = async (world: World, { locale }: Contact, what: What): Promise<string> => {
  if (what.is === 'version') return world.say(locale, 'mail.told-version', { name: versionName(what.version) });
  return world.say(locale, `mail.told-${what.is}`, {});
};

/** Where everybody reads it: the last version named, before and after, else the answers. */
const openPage = (news: readonly What[]): string => {
  const last = news.findLast((what) => what.is === 'version');
  return last ? `/versions/${last.version}?doc=${last.document}` : '/answers';
};

const mailFor = async (world: World, contact: Contact, news: readonly What[], about: string) => {
  const { consultation, locale } = contact;
  const page = `${world.origin}/${locale}`;
  const lines = await Promise.all(news.map((what) => say(world, contact, what)));
  return mailTo(world, contact, 'your-words', about, {
    page: `${page}/me?con=${consultation}`,
    // Whoever reads her mail elsewhere has neither session nor card at hand.
    open: `${page}/c/${consultation}${openPage(news)}`,
    what: [...new Set(lines)].join('\n'),
  });
};

/**
 * Queues one mail for each author of words that became something, if she left an address for this consultation. Who
 * wrote them is looked up only for that, with a line in the ledger for each; where nobody left an address, for nobody.
 */
export const tellAuthorsIn = async (world: World, id: Consultation['id'], told: readonly ToTell[]): Promise<number> => {
  const consultation = await consultationOf(world, id);
  const contacts = await contactsToTell(world, id);
  if (contacts.length === 0 || !(await isLinkable(world, id))) return 0;
  const contributions = [...(await currentItems(world, id)).contributions.values()];
  const news = await newsOf(world, consultation, told, contributions);
  const byAuthor = Map.groupBy(
    contributions.filter((one) => news.has(one.id)),
    ({ by }) => by,
  );
  const forWhom = new Map<ParticipantId, What[]>();
  for (const [author, words] of byAuthor) {
    const who = await authorToTell(world, consultation.place, author, words[0]!.id);
    if (who)
      forWhom.set(
        who,
        words.flatMap((one) => news.get(one.id) ?? []),
      );
  }
  const about = `words#${id}#${told.at(-1)?.at ?? ''}`;
  let queued = 0;
  for (const contact of contacts) {
    const hers = forWhom.get(contact.participant);
    if (!hers) continue;
    await transact(world.storage, [await mailFor(world, contact, hers, about)]);
    queued++;
  }
  return queued;
};
