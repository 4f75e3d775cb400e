import { isReadable } from '#shared/contributions/rules.ts';
import type { Contribution, PublicContribution } from '#shared/contributions/schema.ts';
import type { Reply } from '#shared/replies/schema.ts';
import { spokenName } from '../participants/pseudonyms.ts';

type Authored = Pick<Contribution, 'by' | 'text' | 'name' | 'state' | 'mark' | 'counterStatement' | 'version'> &
  Partial<Pick<Contribution, 'movedIn' | 'anchor'>> &
  Partial<Pick<Reply, 'translations'>>;

/** What everybody may see of words, of a contribution or a reply. The pseudonym itself never leaves the server. */
export const publicWords = <Words extends Authored>(
  { by, text, name, mark, counterStatement, version: _, movedIn: __, translations: ___, anchor, ...rest }: Words,
  reader: string | undefined,
) => {
  const shown = isReadable(rest.state) || (rest.state === 'waiting' && by === reader);
  return {
    ...rest,
    text: shown ? text : null,
    ...(shown && name && { name }),
    ...(shown && mark && { mark }),
    ...(shown && anchor && { anchor }),
    ...(shown && counterStatement && { counterStatement }),
    author: spokenName(by),
    mine: by === reader,
  };
};

export const publicContribution = (contribution: Contribution, reader: string | undefined): PublicContribution =>
  publicWords(contribution, reader);
