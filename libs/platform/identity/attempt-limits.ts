import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { RuleBrokenError } from '../errors';
import { log, REDIS_PREFIX, RedisConnections } from '../jobs';
import { Seal } from './seal';

/** Failures allowed, and the seconds after which they are forgotten. */
const buckets = {
  /** One address, whatever account. */
  place: { points: 50, duration: 600 },
  'account-place': { points: 5, duration: 900 },
  account: { points: 50, duration: 3_600 },
  /** The whole installation. */
  overall: { points: 600, duration: 60 },
  /** A browser that signed in to this account before. */
  device: { points: 10, duration: 900 },
  'second-factor': { points: 5, duration: 900 },
  /** Over all sessions of an account: whoever guesses codes here knows the password already. */
  'second-factor-account': { points: 20, duration: 3_600 },
  reset: { points: 20, duration: 3_600 },
  'reset-account': { points: 3, duration: 3_600 },
  link: { points: 60, duration: 600 },
  invite: { points: 100, duration: 3_600 },
} as const;

type Bucket = keyof typeof buckets;

/** Where an attempt comes from. */
export interface Place {
  readonly ip: string;
  readonly userAgent: string;
  /** Content of the device cookie, if there is one. */
  readonly device: string | undefined;
}

/** Counted as a failure when it began; `succeeded` takes that back. */
export interface Attempt {
  succeeded(): Promise<void>;
}

/**
 * Limits guessing per address, per account and overall (ASVS 6.3.1), in such a way that the victim of a stuffing run can
 * still sign in: the account's own limit does not close the account, it only leaves each address two failures; and
 * a browser that signed in to the account before is counted by itself. Counted in Redis; in memory while Redis is away.
 */
@Injectable()
export class AttemptLimits {
  private readonly limiters: ReadonlyMap<Bucket, RateLimiterAbstract>;

  constructor(
    connections: RedisConnections,
    private readonly seal: Seal,
  ) {
    const storeClient = connections.connect('limits');
    this.limiters = new Map(
      Object.entries(buckets).map(([name, limit]) => [
        name as Bucket,
        new RateLimiterRedis({
          ...limit,
          storeClient,
          keyPrefix: `${REDIS_PREFIX}:limit:${name}`,
          rejectIfRedisNotReady: true,
          insuranceLimiter: new RateLimiterMemory({ ...limit, keyPrefix: name }),
        }),
      ]),
    );
  }

  /** Begins an attempt at an account's password; refused with 429 when there were too many failures. */
  async password(place: Place, email: string): Promise<Attempt> {
    const device = this.knownDevice(place.device, email);
    if (device !== null) return this.count([['device', device]]);

    const address = addressOf(place.ip);
    const fromHere = await this.count([
      ['place', address],
      ['account-place', `${email} ${address}`],
    ]);
    const account = await this.add('account', email);
    const overall = await this.add('overall', 'all');
    const pressed = account > buckets.account.points || overall > buckets.overall.points;
    const failedHere = await this.failures(
      overall > buckets.overall.points ? 'place' : 'account-place',
      email,
      address,
    );
    // this attempt is counted already: under pressure an address may fail twice
    if (pressed && failedHere > 2) throw tooMany(buckets['account-place'].duration);
    return {
      succeeded: async () => {
        await Promise.all([fromHere.succeeded(), this.take('account', email), this.take('overall', 'all')]);
      },
    };
  }

  /** A browser that signed in before is counted by itself, so that the guesses of others do not close it out. */
  secondFactor(place: Place, sessionId: string, email: string): Promise<Attempt> {
    const device = this.knownDevice(place.device, email);
    return this.count([
      ['second-factor', sessionId],
      ['second-factor-account', device ?? email],
    ]);
  }

  async passwordReset(place: Place): Promise<void> {
    await this.count([['reset', addressOf(place.ip)]]);
  }

  /** Whether the account may be sent another link now. Asked after the answer, so it tells the caller nothing. */
  async mayMailReset(email: string): Promise<boolean> {
    return (await this.add('reset-account', email)) <= buckets['reset-account'].points;
  }

  /** Trying links of invitations and resets. */
  async link(place: Place): Promise<Attempt> {
    return this.count([['link', addressOf(place.ip)]]);
  }

  /** Invitations send mail to strangers. */
  async invitation(tenantId: string, actorId: string): Promise<void> {
    await this.count([['invite', `${tenantId} ${actorId}`]]);
  }

  /** What the device cookie says after a complete sign-in. */
  deviceFor(email: string): string {
    const id = randomBytes(16).toString('base64url');
    return `${id}.${this.deviceMark(id, email)}`;
  }

  private knownDevice(cookie: string | undefined, email: string): string | null {
    const [id, mark] = (cookie ?? '').split('.');
    if (!id || !mark) return null;
    const expected = Buffer.from(this.deviceMark(id, email));
    const given = Buffer.from(mark);
    return given.length === expected.length && timingSafeEqual(given, expected) ? id : null;
  }

  private deviceMark(id: string, email: string): string {
    return createHmac('sha256', this.seal.key('known-device')).update(`${id} ${email}`).digest('base64url');
  }

  private async count(keys: readonly (readonly [Bucket, string])[]): Promise<Attempt> {
    for (const [bucket, key] of keys) {
      const failures = await this.add(bucket, key);
      if (failures > buckets[bucket].points) {
        log.warn({ bucket }, 'too many attempts');
        throw tooMany(buckets[bucket].duration);
      }
    }
    return {
      succeeded: async () => {
        await Promise.all(keys.map(([bucket, key]) => this.take(bucket, key)));
      },
    };
  }

  private async failures(bucket: 'place' | 'account-place', email: string, address: string): Promise<number> {
    const key = bucket === 'place' ? address : `${email} ${address}`;
    const state = await this.limiter(bucket).get(this.keyOf(key));
    return state?.consumedPoints ?? 0;
  }

  private async add(bucket: Bucket, key: string): Promise<number> {
    const { consumedPoints } = await this.limiter(bucket).penalty(this.keyOf(key));
    return consumedPoints;
  }

  private async take(bucket: Bucket, key: string): Promise<void> {
    await this.limiter(bucket).reward(this.keyOf(key));
  }

  private limiter(bucket: Bucket): RateLimiterAbstract {
    const limiter = this.limiters.get(bucket);
    if (!limiter) throw new Error(`no limiter ${bucket}`);
    return limiter;
  }

  /** Redis holds no e-mail and no address. */
  private keyOf(key: string): string {
    return createHmac('sha256', this.seal.key('limiter-key')).update(key).digest('base64url');
  }
}

function tooMany(seconds: number): RuleBrokenError {
  return new RuleBrokenError(
    'too-many-attempts',
    'There were too many failed attempts. Wait a few minutes, or reset the password.',
    [],
    429,
    seconds,
  );
}

/** An IPv6 subscriber has a whole /64: all of it is one address here. */
export function addressOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [
    ...left,
    ...Array<string>(tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)).fill('0'),
    ...right,
  ];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
