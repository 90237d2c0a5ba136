import { Injectable } from '@nestjs/common';
import { Door } from '../database';
import { ConflictError, NotAllowedError } from '../errors';
import { log } from '../jobs';
import { Clock } from '../tenancy';
import { AccessLog } from './access-log';
import { type Attempt, AttemptLimits, type Place } from './attempt-limits';
import { isRefusedDemoAccount } from './demo-accounts';
import { PasswordHasher } from './password-hasher';
import { Seal } from './seal';
import { type MfaState, Sessions, type SignedIn } from './sessions';
import { newTotpSecret, totpStep, totpUri } from './totp';

export type NextStep = 'done' | 'totp' | 'enrol-totp';

export interface StepTaken {
  readonly signedIn: SignedIn;
  readonly next: NextStep;
}

interface CredentialRow {
  id: string;
  disabled_at: Date | null;
  password_hash: string | null;
}

interface FactorRow {
  totp_secret_sealed: Buffer | null;
  totp_confirmed_at: Date | null;
  totp_last_step: string | null;
}

/** The steps of signing in: password, then a code where one is set up or demanded. */
@Injectable()
export class SignIn {
  constructor(
    private readonly door: Door,
    private readonly clock: Clock,
    private readonly hasher: PasswordHasher,
    private readonly limits: AttemptLimits,
    private readonly sessions: Sessions,
    private readonly accessLog: AccessLog,
    private readonly seal: Seal,
  ) {}

  /** Checks a password; null when account and password do not belong together, for whatever reason. */
  async personByPassword(email: string, password: string, place: Place): Promise<string | null> {
    const address = email.trim().toLowerCase();
    const attempt = await this.limits.password(place, address);
    const [row] = await this.door.withRole('identity', async (client) => {
      const { rows } = await client.query<CredentialRow>(
        `select p.id, p.disabled_at, c.password_hash from person p
         left join person_credential c on c.person_id = p.id where p.email = $1`,
        [address],
      );
      return rows;
    });
    const matches = await this.hasher.matches(row?.password_hash ?? null, password);
    if (!row || !matches || row.disabled_at || isRefusedDemoAccount(address)) {
      if (row) this.accessLog.refused(row.id, 'password');
      log.warn({ personId: row?.id ?? null, ip: place.ip }, 'sign-in refused');
      return null;
    }
    await attempt.succeeded();
    return row.id;
  }

  /** Begins the session of somebody whose password was right. */
  async begin(personId: string, place: Place, previousToken: string | undefined): Promise<StepTaken> {
    const signedIn = await this.door.withRole('identity', async (client) => {
      const token = await this.sessions.begin(client, personId, place.userAgent, previousToken);
      return this.sessions.findWith(client, token);
    });
    if (!signedIn) throw signInFailed();
    if (signedIn.mfa === 'none') await this.accessLog.signedIn(signedIn, 'password');
    return { signedIn, next: nextStep(signedIn.mfa) };
  }

  /** The second factor. Five wrong codes end the session: the password has to be given again. */
  async code(signedIn: SignedIn, code: string, place: Place): Promise<StepTaken> {
    const attempt = await this.limitedSecondFactor(signedIn, place);
    const token = await this.door.withRole('identity', async (client) => {
      const { rows } = await client.query<FactorRow>(
        'select totp_secret_sealed, totp_confirmed_at, totp_last_step from person_credential where person_id = $1',
        [signedIn.person.id],
      );
      const [factor] = rows;
      if (!factor?.totp_secret_sealed || !factor.totp_confirmed_at) {
        throw new ConflictError('no-second-factor', 'No authenticator app is set up for this account yet.');
      }
      const secret = this.seal.open('totp-secret', signedIn.person.id, factor.totp_secret_sealed);
      const last = factor.totp_last_step === null ? null : Number(factor.totp_last_step);
      const step = await totpStep(secret, code, this.clock.now(), last);
      if (step === null) return null;
      // of two requests with one code, this statement lets a single one through
      const accepted = await client.query(
        `update person_credential set totp_last_step = $2
         where person_id = $1 and totp_confirmed_at is not null and (totp_last_step is null or totp_last_step < $2)`,
        [signedIn.person.id, step],
      );
      return accepted.rowCount === 1 ? this.sessions.passMfa(client, signedIn.sessionId) : null;
    });
    return this.afterCode(signedIn, token, attempt.succeeded);
  }

  /** A secret for an authenticator app; it counts from the first right code on. */
  async enrol(signedIn: SignedIn): Promise<{ secret: string; otpauthUri: string }> {
    const secret = newTotpSecret();
    const sealed = this.seal.seal('totp-secret', signedIn.person.id, secret);
    const stored = await this.door.withRole('identity', (client) =>
      client.query(
        `insert into person_credential (person_id, totp_secret_sealed) values ($1, $2)
         on conflict (person_id) do update set totp_secret_sealed = excluded.totp_secret_sealed, totp_last_step = null
         where person_credential.totp_confirmed_at is null`,
        [signedIn.person.id, sealed],
      ),
    );
    if (stored.rowCount === 0) throw factorExists();
    return { secret, otpauthUri: totpUri(secret, signedIn.person.email) };
  }

  async confirmEnrolment(signedIn: SignedIn, code: string, place: Place): Promise<StepTaken> {
    const attempt = await this.limitedSecondFactor(signedIn, place);
    const token = await this.door.withRole('identity', async (client) => {
      const { rows } = await client.query<FactorRow>(
        'select totp_secret_sealed, totp_confirmed_at from person_credential where person_id = $1 for update',
        [signedIn.person.id],
      );
      const [factor] = rows;
      if (factor?.totp_confirmed_at) throw factorExists();
      if (!factor?.totp_secret_sealed) {
        throw new ConflictError('no-second-factor', 'Ask for a secret first (POST /session/totp-enrolment).');
      }
      const secret = this.seal.open('totp-secret', signedIn.person.id, factor.totp_secret_sealed);
      const step = await totpStep(secret, code, this.clock.now(), null);
      if (step === null) return null;
      await client.query(
        'update person_credential set totp_confirmed_at = $2, totp_last_step = $3 where person_id = $1',
        [signedIn.person.id, this.clock.date(), step],
      );
      await this.sessions.endAll(client, signedIn.person.id, 'factor-changed', signedIn.sessionId);
      return this.sessions.passMfa(client, signedIn.sessionId);
    });
    if (token !== null) {
      await this.sessions.tell(signedIn.person.id);
      await this.accessLog.about(signedIn.person.id, signedIn.memberships, 'second-factor-set-up');
    }
    return this.afterCode(signedIn, token, attempt.succeeded);
  }

  async signOut(signedIn: SignedIn): Promise<void> {
    await this.sessions.end(signedIn, 'signed-out');
    await this.accessLog.signedOut(signedIn);
  }

  private async limitedSecondFactor(signedIn: SignedIn, place: Place): Promise<Attempt> {
    try {
      return await this.limits.secondFactor(place, signedIn.sessionId, signedIn.person.email);
    } catch (error) {
      await this.sessions.end(signedIn, 'expired');
      throw error;
    }
  }

  private async afterCode(
    signedIn: SignedIn,
    token: string | null,
    succeeded: () => Promise<void>,
  ): Promise<StepTaken> {
    if (token === null) {
      this.accessLog.refused(signedIn.person.id, 'code');
      throw new NotAllowedError('wrong-code', 'This code is wrong, too old, or was used already.', 401);
    }
    await succeeded();
    const through = { ...signedIn, token, mfa: 'done' as const };
    await this.accessLog.signedIn(through, 'password and code');
    return { signedIn: through, next: 'done' };
  }
}

/** One answer for every reason (ASVS 6.3.8). */
export function signInFailed(): NotAllowedError {
  return new NotAllowedError('sign-in-failed', 'E-mail address and password do not belong together.', 401);
}

function factorExists(): ConflictError {
  return new ConflictError(
    'second-factor-exists',
    'An authenticator app is set up for this account already.',
  );
}

function nextStep(mfa: MfaState): NextStep {
  return mfa === 'required' ? 'totp' : mfa === 'enrol' ? 'enrol-totp' : 'done';
}
