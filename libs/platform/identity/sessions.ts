import { Injectable } from '@nestjs/common';
import { Door, newId, type TenantTransaction } from '../database';
import { NotAllowedError } from '../errors';
import { LiveEvents } from '../jobs';
import { Clock, roleDemandsMfa } from '../tenancy';
import { isRefusedDemoAccount } from './demo-accounts';
import type { IdentityClient } from './identity-client';
import { type MembershipOfPerson, membershipsOf } from './memberships';
import { hashToken, newToken } from './tokens';

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** `last_seen_at` is written at most this often. */
const SEEN_EVERY_MS = 60_000;

export type EndReason =
  'signed-out' | 'idle' | 'expired' | 'replaced' | 'password-reset' | 'factor-changed' | 'role-changed';
/** `none`: not asked of this person; `enrol`: must be set up first; `required`: set up, not given yet; `done`: given. */
export type MfaState = 'none' | 'enrol' | 'required' | 'done';

export interface SignedIn {
  readonly sessionId: string;
  readonly token: string;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly locale: string;
  };
  readonly memberships: readonly MembershipOfPerson[];
  readonly mfa: MfaState;
}

/** Before the second factor a session opens nothing but what gives it: 401 everywhere (ASVS 6.3.3). */
export function demandSecondFactor({ mfa }: Pick<SignedIn, 'mfa'>): void {
  if (mfa === 'required' || mfa === 'enrol')
    throw new NotAllowedError('mfa-required', 'Give your second factor first.', 401);
}

interface SessionRow {
  id: string;
  mfa_at: Date | null;
  last_seen_at: Date;
  expires_at: Date;
  person_id: string;
  name: string;
  email: string;
  locale: string;
  totp_confirmed_at: Date | null;
}

/** The topic on which pages and streams hear that a person's sessions ended. */
export function sessionsTopic(personId: string): string {
  return `sessions:${personId}`;
}

/** Sessions are rows: the browser holds 256 random bits, PostgreSQL their SHA-256, and every request looks. */
@Injectable()
export class Sessions {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly live: LiveEvents,
  ) {}

  /** Begins a session after the first factor; the one the browser had before ends. Answers the new token. */
  async begin(
    client: IdentityClient,
    personId: string,
    userAgent: string,
    previous?: string,
  ): Promise<string> {
    const now = this.clock.date();
    const { token, hash } = newToken();
    if (previous !== undefined) await this.endByHash(client, hashToken(previous), 'replaced');
    await client.query(
      `insert into session (id, token_hash, person_id, created_at, last_seen_at, expires_at, user_agent)
       values ($1, $2, $3, $4, $4, $5, $6)`,
      [newId(), hash, personId, now, new Date(now.getTime() + ABSOLUTE_MS), userAgent.slice(0, 300)],
    );
    return token;
  }

  /** The session goes on under a new token, with the second factor given; the old token is worth nothing. */
  async passMfa(client: IdentityClient, sessionId: string): Promise<string> {
    const { token, hash } = newToken();
    await client.query('update session set token_hash = $2, mfa_at = $3 where id = $1 and ended_at is null', [
      sessionId,
      hash,
      this.clock.date(),
    ]);
    return token;
  }

  /** Who is signed in with this token, or null: unknown, ended, idle too long, too old, or the person was disabled. */
  find(token: string): Promise<SignedIn | null> {
    return this.door.withRole('identity', (client) => this.findWith(client, token));
  }

  async findWith(client: IdentityClient, token: string): Promise<SignedIn | null> {
    const { rows } = await client.query<SessionRow>(
      `select s.id, s.mfa_at, s.last_seen_at, s.expires_at, p.id as person_id, p.name, p.email, p.locale,
              c.totp_confirmed_at
       from session s join person p on p.id = s.person_id left join person_credential c on c.person_id = p.id
       where s.token_hash = $1 and s.ended_at is null and p.disabled_at is null`,
      [hashToken(token)],
    );
    const [row] = rows;
    if (!row || isRefusedDemoAccount(row.email) || !(await this.stillGood(client, row))) return null;
    const memberships = await membershipsOf(client, row.person_id);
    return {
      sessionId: row.id,
      token,
      person: { id: row.person_id, name: row.name, email: row.email, locale: row.locale },
      memberships,
      mfa: mfaState(row.mfa_at !== null, row.totp_confirmed_at !== null, memberships),
    };
  }

  async end(signedIn: SignedIn, reason: EndReason): Promise<void> {
    await this.door.withRole('identity', (client) =>
      this.endByHash(client, hashToken(signedIn.token), reason),
    );
    await this.tell(signedIn.person.id);
  }

  /** Ends all of a person's sessions but `except`; call `tell` once the transaction is durable. */
  async endAll(client: IdentityClient, personId: string, reason: EndReason, except?: string): Promise<void> {
    await client.query(
      `update session set ended_at = $2, ended_reason = $3
       where person_id = $1 and ended_at is null and id is distinct from $4`,
      [personId, this.clock.date(), reason, except ?? null],
    );
  }

  /** The same inside a tenant's transaction, so that a changed role and the end of its sessions are one deed. */
  async endAllWithin(tx: TenantTransaction, personId: string, reason: EndReason): Promise<void> {
    await tx.query(
      'update session set ended_at = $2, ended_reason = $3 where person_id = $1 and ended_at is null',
      [personId, this.clock.date(), reason],
    );
    tx.afterCommit(() => this.tell(personId));
  }

  /** Open pages and event streams of the person look again at once. */
  tell(personId: string): Promise<void> {
    return this.live.publish('identity', sessionsTopic(personId));
  }

  private async stillGood(client: IdentityClient, row: SessionRow): Promise<boolean> {
    const now = this.clock.date();
    const reason: EndReason | null =
      now >= row.expires_at
        ? 'expired'
        : now.getTime() - row.last_seen_at.getTime() >= IDLE_MS
          ? 'idle'
          : null;
    if (reason) {
      await client.query(
        'update session set ended_at = $2, ended_reason = $3 where id = $1 and ended_at is null',
        [row.id, now, reason],
      );
      return false;
    }
    if (now.getTime() - row.last_seen_at.getTime() >= SEEN_EVERY_MS) {
      await client.query('update session set last_seen_at = $2 where id = $1', [row.id, now]);
    }
    return true;
  }

  private async endByHash(client: IdentityClient, hash: Buffer, reason: EndReason): Promise<void> {
    await client.query(
      'update session set ended_at = $2, ended_reason = $3 where token_hash = $1 and ended_at is null',
      [hash, this.clock.date(), reason],
    );
  }
}

function mfaState(given: boolean, enrolled: boolean, memberships: readonly MembershipOfPerson[]): MfaState {
  if (given) return 'done';
  if (enrolled) return 'required';
  return memberships.some(({ role }) => roleDemandsMfa(role)) ? 'enrol' : 'none';
}
