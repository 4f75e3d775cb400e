import type { Contribution, PublicContribution } from '#shared/contributions/schema.ts';
import { spokenName } from '../participants/pseudonyms.ts';

/** What everybody may see. The pseudonym itself never leaves the server. */
export const publicContribution = (contribution: Contribution, reader: string | undefined): PublicContribution => {
  const { by, text, name, ...rest } = contribution;
  const shown = contribution.state === 'published';
  return {
    ...rest,
    text: shown ? text : null,
    ...(shown && name && { name }),
    author: spokenName(by),
    mine: by === reader,
  };
};
