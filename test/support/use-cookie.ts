import type { RunningTown } from './started-town.ts';
import type { Visitor } from './visitor.ts';

/** Somebody whom the platform knows, in this browser. */
export const useCookie = ({ context }: Visitor, town: RunningTown, cookie: string | undefined): Promise<void> => {
  const [name = '', value = ''] = (cookie ?? '').split('=');
  return context.addCookies([
    { name, value, url: town.address.replace('http:', 'https:'), secure: true, httpOnly: true },
  ]);
};
