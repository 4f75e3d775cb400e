import type { Passage } from '#shared/documents/schema.ts';
import type { DraftPassageView, DraftView, WritingView } from '#shared/versions/views.ts';
import type { Arrange, PublishVersion, Version } from '#shared/versions/schema.ts';
import { aStaffMember, type TestConsultation } from './builders.ts';
import { someoneIn } from './people.ts';
import type { TestWorld } from './world.ts';

type Given<Act> = Act extends unknown ? Omit<Act, 'version'> : never;

/** A drafter at the desk of a consultation's only document. */
export const aDrafter = async (world: TestWorld, { place, consultation, passages }: TestConsultation) => {
  const who = someoneIn(world);
  who.useCookie(`__Host-session=${(await aStaffMember(world, place, 'drafter')).token}`);
  const document = passages[0]?.document ?? '';
  const at = (rest = ''): string => `/consultations/${consultation.id}/documents/${document}/draft${rest}`;
  const writing = async (): Promise<WritingView> => {
    const [first] = await who.ask<WritingView[]>('GET', `/consultations/${consultation.id}/drafts`);
    if (!first) throw new Error('There is no document.');
    return first;
  };
  const draft = async (): Promise<DraftView> => {
    const found = (await writing()).draft;
    if (!found) throw new Error('No draft was begun.');
    return found;
  };
  const passage = (id: string) => who.ask<DraftPassageView>('GET', at(`/passages/${id}`));
  return {
    who,
    at,
    writing,
    draft,
    passage,
    begin: () => who.ask<undefined>('POST', at()),
    arrange: async (act: Given<Arrange>) =>
      who.ask<{ focus: Passage['id'] }>('POST', at('/order'), { ...act, version: (await draft()).version }),
    rework: async (id: string, text: string, heading?: string) => {
      const { words, version } = await passage(id);
      return who.ask<undefined>('PUT', at(`/passages/${id}`), {
        heading: { en: heading ?? words.heading.en?.text ?? '' },
        text: { en: text },
        summary: { en: words.summary.en?.text ?? '' },
        version,
      });
    },
    cite: async (id: string, contributions: string[]) =>
      who.ask<undefined>('PUT', at(`/passages/${id}/cites`), { contributions, version: (await passage(id)).version }),
    note: async (text = 'We heard you.', shared = false) =>
      who.ask<undefined>('PUT', at('/note'), { note: { en: text }, shared, version: (await draft()).version }),
    publish: async (more: Partial<PublishVersion> = {}) =>
      who.ask<Version>('POST', at('/publication'), { version: (await draft()).version, ...more }),
  };
};
export type Drafter = Awaited<ReturnType<typeof aDrafter>>;
