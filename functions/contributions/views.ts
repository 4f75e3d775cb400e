import type { State } from '#shared/contributions/rules.ts';
import type { Contribution, PublicContribution } from '#shared/contributions/schema.ts';
import { spokenName } from '../participants/pseudonyms.ts';

type Authored = { by: string; text: string; name?: string | undefined; state: State };

/** What everybody may see of words, of a contribution or a reply. The pseudonym itself never leaves the server. */
export const publicWords = <Words extends Authored>({ by, text, name, ...rest }: Words, reader: string | undefined) => {
  const shown = rest.state === 'published';
  return {
    ...rest,
    text: shown ? text : null,
    ...(shown && name && { name }),
    author: spokenName(by),
    mine: by === reader,
  };
};

export const publicContribution = (contribution: Contribution, reader: string | undefined): PublicContribution =>
  publicWords(contribution, reader);
