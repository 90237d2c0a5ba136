import { Injectable } from '@nestjs/common';
import { Door, newId } from '../database';
import { Clock } from '../tenancy';
import { AfterAnswer } from './after-answer';
import { AttemptLimits, type Place } from './attempt-limits';
import { isRefusedDemoAccount } from './demo-accounts';
import { Letters } from './letters';
import { newToken } from './tokens';

const LINK_MINUTES = 30;

/** A forgotten password: a link by mail, good once and for half an hour (ASVS 6.4). */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly limits: AttemptLimits,
    private readonly afterAnswer: AfterAnswer,
    private readonly letters: Letters,
  ) {}

  /** Answers alike, and as fast, whether or not there is such an account: the rest happens after the answer. */
  async request(email: string, place: Place): Promise<void> {
    await this.limits.passwordReset(place);
    this.afterAnswer.run('mail a password reset', () => this.mailLink(email.trim().toLowerCase()));
  }

  private async mailLink(email: string): Promise<void> {
    if (isRefusedDemoAccount(email) || !(await this.limits.mayMailReset(email))) return;
    await this.door.withRole('identity', async (client) => {
      const { rows } = await client.query<{ id: string; name: string }>(
        'select id, name from person where email = $1 and disabled_at is null',
        [email],
      );
      const [person] = rows;
      if (!person) return;
      const { token, hash } = newToken();
      const now = this.clock.date();
      await client.query(
        `insert into person_token (id, purpose, person_id, token_hash, created_at, expires_at)
         values ($1, 'password-reset', $2, $3, $4, $5)`,
        [newId(), person.id, hash, now, new Date(now.getTime() + LINK_MINUTES * 60_000)],
      );
      await this.letters.passwordLink(client, { name: person.name, email }, token, LINK_MINUTES);
    });
  }
}
