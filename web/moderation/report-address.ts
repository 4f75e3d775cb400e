import { addressesOf } from '#web/consultations/addresses.ts';

/** What can be reported, as the address of the form says it: a contribution, a reply, or a passage and its translations. */
export type Reported =
  | { ctr: string }
  | { reply: string; root: string; on: string }
  | { psg: string; translation?: string };

export const reportAddress = (locale: string, con: string, reported: Reported): string =>
  `${addressesOf(locale, con).home}/report?${new URLSearchParams(reported)}`;

export const reportedIn = ({ searchParams }: URL): Reported | undefined => {
  const [ctr, reply, root, on, psg, translation] = ['ctr', 'reply', 'root', 'on', 'psg', 'translation'].map(
    (name) => searchParams.get(name) ?? undefined,
  );
  if (ctr) return { ctr };
  if (reply && root && on) return { reply, root, on };
  return psg ? { psg, ...(translation && { translation }) } : undefined;
};
