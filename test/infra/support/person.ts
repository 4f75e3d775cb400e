import { aResident, type Resident } from '#test/support/resident.ts';
import type { Cloud } from './cloud.ts';

export type Person = Resident & {
  /** Sends a form to a page's own address, as a browser without JavaScript does; answers the status. */
  post: (path: string, fields: Record<string, string>) => Promise<number>;
  read: (path: string) => Promise<number>;
};

/** Somebody who uses pages and forms beside the API. */
export const aPersonIn = ({ request }: Pick<Cloud, 'request'>): Person => {
  const resident = aResident((path, init) => request(path, init));
  const own = (): Record<string, string> => {
    const cookie = resident.cookie();
    return cookie ? { cookie } : {};
  };
  return {
    ...resident,
    post: async (path, fields) => {
      const headers = { ...own(), 'content-type': 'application/x-www-form-urlencoded' };
      const response = await request(path, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
      for (const set of response.headers.getSetCookie()) {
        const [pair = ''] = set.split(';');
        resident.useCookie(/max-age=0/i.test(set) ? undefined : pair);
      }
      return response.status;
    },
    read: async (path) => (await request(path, { headers: own() })).status,
  };
};
