import type { Request, Response } from 'express';
import { parseCookie } from 'cookie';

/** Bound to this host by its prefix: no subdomain can set or read it, and it travels over TLS only (ASVS 3.3). */
export const SESSION_COOKIE = '__Host-plumbline';
/** Says that an account was signed in from this browser before (attempt-limits.ts). Grants nothing. */
export const DEVICE_COOKIE = '__Host-plumbline-device';

const attributes = { secure: true, httpOnly: true, sameSite: 'lax', path: '/' } as const;
const DEVICE_DAYS = 180;

export function cookieOf(request: Request, name: string): string | undefined {
  const header = request.header('cookie');
  return header === undefined ? undefined : parseCookie(header)[name];
}

/** Ends with the browser; how long it is good for is decided by the server. */
export function setSessionCookie(response: Response, token: string): void {
  response.cookie(SESSION_COOKIE, token, attributes);
}

export function clearSessionCookie(response: Response): void {
  response.clearCookie(SESSION_COOKIE, attributes);
}

export function setDeviceCookie(response: Response, value: string): void {
  response.cookie(DEVICE_COOKIE, value, { ...attributes, maxAge: DEVICE_DAYS * 86_400_000 });
}
