import { Injectable } from '@nestjs/common';
import { Door, newId } from '../database';
import { InvalidError, RuleBrokenError } from '../errors';
import { Mail } from '../notifications';
import { Clock } from '../tenancy';
import { AccessLog } from './access-log';
import { AfterAnswer } from './after-answer';
import { AttemptLimits, type Place } from './attempt-limits';
import { isRefusedDemoAccount } from './demo-accounts';
import type { IdentityClient } from './identity-client';
import { membershipsOf } from './memberships';
import { PasswordHasher } from './password-hasher';
import { passwordProblem } from './password-rules';
import { PublicUrl } from './public-url';
import { Sessions } from './sessions';
import { hashToken, newToken } from './tokens';

const LINK_MINUTES = 30;

/** A forgotten password: a link by mail, good once and for half an hour. The second factor stays as it is (ASVS 6.4). */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly limits: AttemptLimits,
    private readonly afterAnswer: AfterAnswer,
    private readonly mail: Mail,
    private readonly publicUrl: PublicUrl,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly accessLog: AccessLog,
  ) {}

  /** Answers alike, and as fast, whether or not there is such an account: the rest happens after the answer. */
  async request(email: string, place: Place): Promise<void> {
    await this.limits.passwordReset(place);
    this.afterAnswer.run('mail a password reset', () => this.mailLink(email.trim().toLowerCase()));
  }

  async complete(token: string, password: string, place: Place): Promise<void> {
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
      await this.mail.post(client, {
        to: email,
        subject: 'Choose a new password for Plumbline',
        text: [
          `Hello ${person.name},`,
          'somebody, probably you, asked for a new password for your Plumbline account. Choose it here:',
          this.publicUrl.link('reset-password', token),
          `The link works once, within ${LINK_MINUTES} minutes. Your authenticator app stays as it is.`,
          'If it was not you, nothing has changed, and you need do nothing.',
        ],
      });
    });
  }

  private async useLink(client: IdentityClient, token: string, password: string, hash: string | null) {
    const now = this.clock.date();
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
      ...memberships.map((m) => m.tenant.name),
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
    await this.mail.post(client, {
      to: person.email,
      subject: 'Your Plumbline password was changed',
      text: [
        `Hello ${person.name},`,
        'the password of your Plumbline account was just changed, and you were signed out everywhere.',
        'If it was not you, tell your administrator at once.',
      ],
    });
    return { personId, memberships };
  }
}
