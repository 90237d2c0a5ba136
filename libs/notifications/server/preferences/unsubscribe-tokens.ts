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

/** What stands in a mail for leaving its kind: whoever holds the mail may leave it, and can do nothing else with it. */
@Injectable()
export class UnsubscribeTokens {
  constructor(private readonly seal: Seal) {}

  make({ tenantId, personId, kind }: Subscription): string {
    const said = Buffer.from(`${tenantId}.${personId}.${kind}`).toString('base64url');
    return `${said}.${this.signature(said)}`;
  }

  /** Null for anything that was not made here. */
  read(token: string): Subscription | null {
    const [said = '', signature = '', ...more] = token.split('.');
    const [given, right] = [Buffer.from(signature), Buffer.from(this.signature(said))];
    if (more.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const [tenantId = '', personId = '', kind = ''] = Buffer.from(said, 'base64url')
      .toString('utf8')
      .split('.');
    return isId(tenantId) && isId(personId) ? { tenantId, personId, kind } : null;
  }

  private signature(said: string): string {
    return createHmac('sha256', this.seal.key('unsubscribe')).update(said).digest('base64url');
  }
}
