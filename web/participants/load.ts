import type { BecameView } from '#shared/answers/views.ts';
import type { Choice } from '#shared/ballots/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ConsultationView, PlaceBrief } from '#shared/consultations/views.ts';
import { editableUntil } from '#shared/contributions/rules.ts';
import type { PublicContribution } from '#shared/contributions/schema.ts';
import type { OwnCase, OwnNotice } from '#shared/moderation/views.ts';
import type { MyData, Subject } from '#shared/participants/my-data.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { Locale } from '#shared/locales.ts';
import { needsSecondWayIn } from '#shared/passkeys/rules.ts';
import type { PublicReply } from '#shared/replies/schema.ts';
import type { Instant } from '#shared/time.ts';
import { answer, answerOr, type Api } from '#web/api.ts';
import { Elsewhere, type Loading } from '#web/page.ts';

type Named = Pick<ConsultationView, 'id' | 'title' | 'stages' | 'placeBrief'>;

/** One consultation she takes part in, as a line of the overview. */
export type Summary = {
  consultation: Named;
  votes: number;
  words: number;
  /** The last version of the text that has words of hers. */
  inVersion?: number;
};

export type Overview = Pick<MyData, 'reads' | 'hasCard' | 'sessions'> & {
  /** What she reported while she was signed in. */
  notices: Pick<OwnNotice, 'kind' | 'at' | 'stand' | 'outcome'>[];
  parts: Summary[];
  office: Me['office'];
  /** She is in office with one way in only. */
  urged: boolean;
  /** Decisions of moderators about words of hers, and where she may write nothing for a time. */
  decisions: OwnCase[];
  suspensions: { until: Instant; place: PlaceBrief | undefined }[];
};

export type OwnVote = {
  item: number;
  choice: Exclude<Choice, 'withdrawn'>;
  counts: boolean;
  subject?: Subject | undefined;
};
type Changeable = { editable: boolean };
type Becoming = { became?: BecameView };

/** One consultation with everything she did in it. */
export type Part = {
  consultation: Named;
  votes: OwnVote[];
  contributions: (PublicContribution & Changeable & Becoming)[];
  replies: (PublicReply & Changeable)[];
  contact?: { email: string; confirmed: boolean; news: boolean };
  /** Whether she answered the question about affected groups, where there is one. */
  belonging?: 'asked' | 'said';
};

export type MyPage =
  | { kind: 'nobody'; consultation?: ConsultationId }
  | { kind: 'overview'; overview: Overview }
  | { kind: 'part'; part: Part };

const named = ({ id, title, stages, placeBrief }: ConsultationView): Named => ({ id, title, stages, placeBrief });

/** A consultation that is there no more leaves nothing to show; what she did in it is still in the download. */
const consultationOf = async (api: Api, con: ConsultationId): Promise<ConsultationView | undefined> =>
  (await answerOr(api.consultations[':con'].$get({ param: { con } }), 'not-found')).value;

const standing = (votes: MyData['consultations'][number]['votes']) =>
  votes.flatMap((vote) => (vote.choice === 'withdrawn' ? [] : [{ ...vote, choice: vote.choice }]));

/** Each of her contributions with what became of it, once the text may have taken something up. */
const becoming = <One extends PublicContribution>(
  api: Api,
  consultation: ConsultationView,
  given: readonly One[],
  locale: Locale,
): Promise<(One & Becoming)[]> =>
  Promise.all(
    given.map(async (one) => {
      if (!consultation.documents.some(({ version }) => version > 1)) return one;
      const param = { con: consultation.id, ctr: one.id };
      const became = await answer(
        api.consultations[':con'].contributions[':ctr'].became.$get({ param, query: { language: locale } }),
      );
      return { ...one, became };
    }),
  );

const lastVersionWith = async (
  api: Api,
  consultation: ConsultationView,
  given: readonly PublicContribution[],
  locale: Locale,
): Promise<number> => {
  const known = await becoming(api, consultation, given, locale);
  return Math.max(0, ...known.flatMap(({ became }) => became?.places.map(({ version }) => version) ?? []));
};

const summaries = async (api: Api, mine: MyData, locale: Locale): Promise<Summary[]> => {
  const parts = await Promise.all(
    mine.consultations.map(async ({ consent, votes, contributions, replies }): Promise<Summary[]> => {
      const consultation = await consultationOf(api, consent.consultation);
      const words = [...contributions, ...replies].filter(({ state }) => state !== 'withdrawn').length;
      if (!consultation) return [];
      const inVersion = await lastVersionWith(api, consultation, contributions, locale);
      return [
        {
          consultation: named(consultation),
          votes: standing(votes).length,
          words,
          ...(inVersion > 0 && { inVersion }),
        },
      ];
    }),
  );
  return parts.flat();
};

const partOf = async ({ api, now, locale }: Loading, mine: MyData, con: string): Promise<Part | null> => {
  const found = mine.consultations.find(({ consent }) => consent.consultation === con);
  const consultation = found && (await consultationOf(api, found.consent.consultation));
  if (!found || !consultation) return null;
  const votes = standing(found.votes).sort((a, b) => b.at.localeCompare(a.at));
  const changeable = <Thing extends { at: Instant; state: string }>(thing: Thing) => ({
    ...thing,
    editable: (thing.state === 'published' || thing.state === 'waiting') && now <= editableUntil(thing),
  });
  return {
    consultation: named(consultation),
    votes: votes.map(({ at: _, ...vote }) => vote),
    ...(found.contact && { contact: found.contact }),
    ...(consultation.belonging && { belonging: found.belonging ? 'said' : 'asked' }),
    contributions: await becoming(api, consultation, found.contributions.map(changeable), locale),
    replies: found.replies.map(changeable),
  };
};

/** Her page: nobody's, all of it in short, or one consultation (`?con=`) in full. */
export const loadMyPage = async (loading: Loading): Promise<MyPage> => {
  const { api, url, locale } = loading;
  const { signedIn, office } = await answer(api.me.$get());
  const con = url.searchParams.get('con');
  if (!signedIn) {
    const meant = con === null ? undefined : await consultationOf(api, con as ConsultationId);
    return { kind: 'nobody', ...(meant && { consultation: meant.id }) };
  }
  const mine = await answer(api.me.data.$get());
  if (con === null) {
    const { reads, hasCard, sessions } = mine;
    const keys = mine.office?.keys;
    const urged =
      office === 'open' && keys !== undefined && needsSecondWayIn({ ...keys, passkeys: keys.passkeys.length });
    const [parts, { cases: decisions, suspensions }] = await Promise.all([
      summaries(api, mine, locale),
      answer(api.me.decisions.$get()),
    ]);
    const places = parts.map(({ consultation }) => consultation.placeBrief);
    const suspended = suspensions.map(({ place, until }) => ({ until, place: places.find(({ id }) => id === place) }));
    const notices = mine.notices.map(({ kind, at, stand, outcome }) => ({
      kind,
      at,
      stand,
      ...(outcome && { outcome }),
    }));
    const overview = { reads, hasCard, sessions, notices, parts, office, urged, decisions, suspensions: suspended };
    return { kind: 'overview', overview };
  }
  const part = await partOf(loading, mine, con);
  // She left it meanwhile, here or on another device.
  if (!part) throw new Elsewhere(`/${locale}/me`);
  return { kind: 'part', part };
};
