import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { SECOND } from '#shared/time.ts';
import { SESSION_LIFETIME } from '../participants/sessions.ts';

/** `__Host-`: only over TLS (or to localhost), only from this host, for every path (RFC 6265bis §4.1.3.2). */
export const SESSION_COOKIE = '__Host-session';
const OPTIONS = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const;

export const sessionToken = (c: Context): string | undefined => getCookie(c, SESSION_COOKIE);
export const setSession = (c: Context, token: string): void =>
  setCookie(c, SESSION_COOKIE, token, { ...OPTIONS, maxAge: SESSION_LIFETIME / SECOND });
export const clearSession = (c: Context): void => void deleteCookie(c, SESSION_COOKIE, OPTIONS);
