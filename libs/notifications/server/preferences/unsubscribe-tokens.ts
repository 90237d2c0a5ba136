import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isId } from '@plumbline/platform/database';
import { Seal } from '@plumbline/platform/identity';

/** One kind of notice for one person in one tenant. */
export interface Subscription {
  readonly tenantId: string;
  readonly personId: string;
  readonly kind: string;
}

/** SHA-256 as base64url. */
const SIGNATURE_LENGTH = 43;

/** What stands in a mail for leaving its kind: whoever holds the mail may leave it, and can do nothing else with it. */
@Injectable()
export class UnsubscribeTokens {
  constructor(private readonly seal: Seal) {}

  make({ tenantId, personId, kind }: Subscription): string {
    const said = Buffer.from(`${tenantId}.${personId}.${kind}`).toString('base64url');
    // no dot: an address that ends like a file's name is taken for one
    return `${this.signature(said)}${said}`;
  }

  /** Null for anything that was not made here. */
  read(token: string): Subscription | null {
    const said = token.slice(SIGNATURE_LENGTH);
    const [given, right] = [token.slice(0, SIGNATURE_LENGTH), this.signature(said)].map((each) =>
      Buffer.from(each),
    );
    if (!given || !right || given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const [tenantId = '', personId = '', kind = ''] = Buffer.from(said, 'base64url')
      .toString('utf8')
      .split('.');
    return isId(tenantId) && isId(personId) ? { tenantId, personId, kind } : null;
  }

  private signature(said: string): string {
    return createHmac('sha256', this.seal.key('unsubscribe')).update(said).digest('base64url');
  }
}
