import type { Component } from 'solid-js';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import type { Locale } from '#shared/locales.ts';
import type { FieldError, ProblemCode } from '#shared/problems.ts';
import type { Instant } from '#shared/time.ts';
import type { Api } from './api.ts';
import type { I18n } from './messages/i18n.ts';
import type { OnDemand } from './messages/on-demand.ts';

/** Where a page stands: its address, taken apart. */
export type At = { url: URL; locale: Locale; params: Record<string, string> };

export type Loading = At & { api: Api; now: Instant };
export type Posting = Loading & {
  form: FormData;
  /** Does the proof of work that many joins from one address make necessary; only a browser can. */
  prove?: () => Promise<string>;
};

/** What a shared link shows. */
type Head = { title: string; description?: string };

/** An act that was not done, and why. */
export type Refused = {
  code: ProblemCode;
  errors: readonly FieldError[];
  retryAfter?: number;
  /** Said instead of the problem's title: its words may be out of reach. */
  title?: string;
};

/** What one field of a form held, kept for the page that shows the form again. */
export type Words = Record<string, string[]>;

/**
 * `data` shows the page at once with something that is shown this one time and has no address; with a problem, what such
 * a page showed before.
 */
export type PostAnswer = { redirect: string } | { problem: Refused; data?: unknown } | { data: unknown };

/**
 * One page. `load` and `post` run on the server for plain requests and in the browser once its script is there, by the
 * same API; `null` means that there is no such page. A refusal that `post` does not catch is shown on the page again,
 * with the words kept.
 */
export type Page<Data> = {
  /** `public`: the same for everybody who has no session, and so cacheable for them. */
  cache: 'public' | 'private';
  load(loading: Loading & { standing?: Data }): Promise<Data | null>;
  head(data: Data, i18n: I18n): Head;
  /** Words on demand that this page needs; without this, those that its source names. */
  says?(data: Data): readonly OnDemand[];
  /** The place that the page belongs to: named in the header, linked in the footer, and its colour. */
  place?(data: Data): Pick<PlaceBrief, 'slug' | 'name' | 'look'> | undefined;
  /** The id of a form that goes along to the same page in another language, because a link would lose what it holds. */
  along?(data: Data, words?: Words): string | undefined;
  post?(posting: Posting): Promise<PostAnswer>;
  View: Component<{ data: Data }>;
  /**
   * Does it stay, and show other data? Then its view reads `data` where it shows it, and `load` need not fetch again what
   * is `standing` there.
   */
  stays?(was: Current, is: Pick<Current, 'at' | 'problem'>): boolean;
};
export type AnyPage = Page<unknown>;

/** The page that is shown: everything a view needs, and on the way to the browser everything but `page` as JSON. */
export type Current = {
  at: At;
  file: string;
  page: AnyPage;
  data: unknown;
  status: number;
  now: Instant;
  /** She is in office somewhere. Whoever she is, the server says it: with another person the whole page is loaded anew. */
  inOffice: boolean;
  problem?: Refused;
  words?: Words;
};

/** The router hands a page what the page's own `load` made; only here that cannot be written as a type. */
export const definePage = <Data>(page: Page<Data>): AnyPage => page as unknown as AnyPage;

/** Thrown by `load` where another page is the right one. */
export class Elsewhere extends Error {
  readonly href: string;
  constructor(href: string) {
    super(href);
    this.href = href;
  }
}
