import { Injectable } from '@nestjs/common';
import { Door } from '../database';
import { InvalidError, RuleBrokenError } from '../errors';
import { Clock } from '../tenancy';
import { AccessLog } from './access-log';
import { AttemptLimits, type Place } from './attempt-limits';
import type { IdentityClient } from './identity-client';
import { Letters } from './letters';
import { membershipsOf } from './memberships';
import { PasswordHasher } from './password-hasher';
import { passwordProblem } from './password-rules';
import { Sessions } from './sessions';
import { hashToken } from './tokens';

/** A new password by a mailed link. Every session ends; the second factor stays as it is (ASVS 6.4, 7.4). */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly limits: AttemptLimits,
    private readonly hasher: PasswordHasher,
    private readonly letters: Letters,
    private readonly sessions: Sessions,
    private readonly accessLog: AccessLog,
  ) {}

  async byLink(token: string, password: string, place: Place): Promise<void> {
    const attempt = await this.limits.link(place);
    // before the link is used up, and while no row is locked
    const hash = passwordProblem(password) ? null : await this.hasher.hash(password);
    const { personId, memberships } = await this.door.withRole('identity', (client) =>
      this.useLink(client, token, password, hash),
    );
    await attempt.succeeded();
    await this.sessions.tell(personId);
    await this.accessLog.about(personId, memberships, 'password-reset');
  }

  private async useLink(client: IdentityClient, token: string, password: string, hash: string | null) {
    const now = this.clock.date();
    // of two uses at once, this statement lets a single one through
    const { rows } = await client.query<{ person_id: string }>(
      `update person_token set used_at = $2
       where token_hash = $1 and purpose = 'password-reset' and used_at is null and expires_at > $2 returning person_id`,
      [hashToken(token), now],
    );
    const personId = rows[0]?.person_id;
    if (personId === undefined) {
      throw new RuleBrokenError(
        'link-not-valid',
        'This link was used already, or is too old. Ask for a new one.',
      );
    }
    const people = await client.query<{ name: string; email: string }>(
      'select name, email from person where id = $1 and disabled_at is null',
      [personId],
    );
    const [person] = people.rows;
    if (!person) throw new RuleBrokenError('link-not-valid', 'This account is closed.');
    const memberships = await membershipsOf(client, personId);
    const problem = passwordProblem(password, [
      person.name,
      person.email,
      ...memberships.map(({ tenant }) => tenant.name),
    ]);
    // the transaction is undone, and the link stays good for a better password
    if (problem || hash === null)
      throw new InvalidError('invalid', problem?.detail ?? '', problem ? [problem] : []);
    await client.query(
      `insert into person_credential (person_id, password_hash, password_changed_at) values ($1, $2, $3)
       on conflict (person_id) do update set password_hash = $2, password_changed_at = $3`,
      [personId, hash, now],
    );
    await client.query('update person_token set used_at = $2 where person_id = $1 and used_at is null', [
      personId,
      now,
    ]);
    await this.sessions.endAll(client, personId, 'password-reset');
    await this.letters.passwordChanged(client, person);
    return { personId, memberships };
  }
}
