import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { RuleBrokenError } from '../errors';

/** argon2id, the library's default algorithm, at the cost OWASP recommends: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More at once would take memory and the processor from everybody else. */
const AT_ONCE = 2;
const MAY_WAIT = 64;

/** Hashes and checks passwords, a few at a time; an unknown account costs the same as a known one (ASVS 6.3.8). */
@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private dummy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normal(password), COST));
  }

  /** `stored` null (no such account, or one without a password): the same work, then false. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.dummy ??= hash(randomBytes(32).toString('base64url'), COST);
    const against = stored ?? (await this.dummy);
    const same = await this.inTurn(() => this.check(against, normal(password)));
    return stored !== null && same;
  }

  protected check(stored: string, password: string): Promise<boolean> {
    return verify(stored, password);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) {
      if (this.waiting.length >= MAY_WAIT) {
        throw new RuleBrokenError('busy', 'Too many people are signing in at this moment.', [], 503);
      }
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}

/** The same letters typed on another keyboard are the same password. */
function normal(password: string): string {
  return password.normalize('NFKC');
}
