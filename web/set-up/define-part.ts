import type { Component } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import type { SetUpPart } from '#shared/places/rules.ts';
import { definePage, type AnyPage, type PostAnswer, type Posting } from '#web/page.ts';
import { loadSetUp, type SetUpData } from './load.ts';

type Part<More> = {
  part: SetUpPart;
  /** What its form needs besides, from what everybody knows. */
  more?: (data: SetUpData) => More;
  post: (posting: Posting) => Promise<PostAnswer>;
  View: Component<{ data: SetUpData & More }>;
};

/** The page of one part: what it loads and how it is called is the same for all. */
export const definePart = <More extends object = object>({ part, more, post, View }: Part<More>): AnyPage =>
  definePage<SetUpData & More>({
    cache: 'private',
    async load(loading) {
      const data = await loadSetUp(loading);
      return data && { ...data, ...(more?.(data) ?? ({} as More)) };
    },
    head: ({ desk }, { t, locale }) => ({
      title: `${t(`setup.part.${part}`)}: ${readingOf(desk.place.name, [locale])?.text ?? ''}`,
    }),
    place: ({ desk }) => desk.place,
    post,
    View,
  });
