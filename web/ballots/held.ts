import type { Vote } from '#shared/ballots/schema.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { voteIn } from './cast.ts';

const HELD = 'vote before joining';

/** A browser may refuse to keep anything; then she is asked again. */
const tab = (): Storage | undefined => {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
};

/**
 * A first vote waits here for the screen before it. An address would stay in the browser's history, where whoever uses
 * the device next reads what she thinks; this ends with the tab, or once the vote is cast.
 */
export const holdVote = (con: ConsultationId, { item, choice }: Vote): void =>
  tab()?.setItem(HELD, `${con} ${item} ${choice}`);

/** Only for whoever goes back to where she voted: a vote that she left behind is not cast by another way in. */
export const heldVote = (con: ConsultationId, then: string): Vote | undefined => {
  const [where, item = '', choice = ''] = (tab()?.getItem(HELD) ?? '').split(' ');
  if (where !== con || !then.endsWith(`#vote-${item}`)) return undefined;
  return voteIn((name) => (name === 'item' ? item : name === 'choice' ? choice : ''));
};

export const letGoOfVote = (): void => tab()?.removeItem(HELD);
