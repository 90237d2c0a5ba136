import type { Response } from 'express';

/** Never shown in place: what a partner sends must not run in our pages (ASVS 3.2.1). */
export function asAttachment(response: Response, name: string, type: string): Response {
  response.attachment(name);
  response.setHeader('Content-Type', type);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Security-Policy', `sandbox; default-src 'none'`);
  response.setHeader('Cache-Control', 'private, no-store');
  return response;
}
