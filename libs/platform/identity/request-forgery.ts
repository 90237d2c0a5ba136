import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { NotAllowedError } from '../errors';
import { PublicUrl } from './public-url';
import { Seal } from './seal';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Keeps other sites from acting with a visitor's cookie (ASVS 3.5): where the request comes from, and a token. */
@Injectable()
export class RequestForgery {
  constructor(
    private readonly seal: Seal,
    private readonly publicUrl: PublicUrl,
  ) {}

  tokenFor(sessionToken: string): string {
    return createHmac('sha256', this.seal.key('csrf-token')).update(sessionToken).digest('base64url');
  }

  /** Every unsafe request of a browser must come from our own pages; browsers say so in headers no page can set. */
  demandSameOrigin(request: Request): void {
    if (SAFE.has(request.method)) return;
    const site = request.header('sec-fetch-site');
    const origin = request.header('origin');
    const ours = site === undefined ? origin === this.publicUrl.origin : site === 'same-origin';
    if (!ours)
      throw new NotAllowedError('foreign-origin', 'This was sent from another site than Plumbline itself.');
  }

  demandToken(request: Request, sessionToken: string): void {
    if (SAFE.has(request.method)) return;
    const expected = Buffer.from(this.tokenFor(sessionToken));
    const given = Buffer.from(request.header('x-csrf-token') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new NotAllowedError(
        'csrf-token',
        'The header X-CSRF-Token is missing or belongs to another session: read it from GET /api/v1/session.',
      );
    }
  }
}
