import { Injectable } from '@nestjs/common';
import { ActivityLog } from '@plumbline/platform/activity-log';
import { Door } from '@plumbline/platform/database';
import { fingerprintOf, type SftpCaller, SftpKeys } from '@plumbline/platform/identity';
import { log } from '@plumbline/platform/jobs';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { AuthContext, Connection } from 'ssh2';
import ssh2 from 'ssh2';

const MOST_ATTEMPTS = 6;
/** Refused connections of one address in ten minutes. */
const REFUSALS = { points: 20, duration: 600 };
/** RSA with SHA-1 is not taken (RFC 8332); other kinds of key have their own hash. */
const RSA_HASHES: readonly (string | undefined)[] = ['sha256', 'sha512'];

/** Lets in who proves to hold the private half of a key that was added; the user name is the tenant. Nothing else lets in. */
@Injectable()
export class SftpSignIn {
  private readonly refusals = new RateLimiterMemory(REFUSALS);

  constructor(
    private readonly keys: SftpKeys,
    private readonly door: Door,
    private readonly activityLog: ActivityLog,
  ) {}

  /** Whether an address may try at all: it has not been refused too often. */
  async mayTry(address: string): Promise<boolean> {
    return ((await this.refusals.get(address))?.remainingPoints ?? 1) > 0;
  }

  /** Answers once somebody was let in; a connection that fails to is ended. */
  watch(client: Connection, address: string): Promise<SftpCaller> {
    let attempts = 0;
    return new Promise((resolve) => {
      client.on('authentication', (context) => {
        attempts += 1;
        this.answer(context, client, address, attempts).then(
          (caller) => caller && resolve(caller),
          (error: unknown) => {
            log.error(
              { error: error instanceof Error ? error.stack : String(error) },
              'an SFTP sign-in failed',
            );
            client.end();
          },
        );
      });
    });
  }

  private async answer(
    context: AuthContext,
    client: Connection,
    address: string,
    attempts: number,
  ): Promise<SftpCaller | null> {
    const verdict = await this.judge(context);
    if (verdict === 'no') {
      // asking what is taken (`none`) is how every client begins
      if (context.method !== 'none') await this.refused(context, address);
      if (attempts >= MOST_ATTEMPTS) client.end();
      else context.reject(['publickey']);
      return null;
    }
    if (verdict !== 'asks') await this.letIn(verdict, address);
    context.accept();
    return verdict === 'asks' ? null : verdict;
  }

  /** `asks`: would this key be taken? A client asks so before it signs. */
  private async judge(context: AuthContext): Promise<SftpCaller | 'asks' | 'no'> {
    if (context.method !== 'publickey') return 'no';
    const caller = await this.keys.find(context.username, fingerprintOf(context.key.data));
    const key = caller && ssh2.utils.parseKey(caller.publicKey);
    if (!key || key instanceof Error || !key.getPublicSSH().equals(context.key.data)) return 'no';
    if (!context.signature || !context.blob) return 'asks';
    if (key.type === 'ssh-rsa' && !RSA_HASHES.includes(context.hashAlgo)) return 'no';
    return key.verify(context.blob, context.signature, context.hashAlgo) === true ? caller : 'no';
  }

  /** Whether the key of somebody who was let in is still good. */
  async isStillGood({ actor, fingerprint }: SftpCaller): Promise<boolean> {
    return (await this.keys.find(actor.tenantSlug, fingerprint))?.actor.id === actor.id;
  }

  private async letIn(caller: SftpCaller, address: string): Promise<void> {
    await this.keys.used(caller);
    await this.door.withTenant(caller.actor, (tx) =>
      this.activityLog.append(tx, {
        action: 'signed-in-over-sftp',
        thing: 'sftp-key',
        thingId: caller.actor.id,
        vendorId: caller.vendorId,
        detail: { fingerprint: caller.fingerprint, address },
      }),
    );
  }

  /** Whoever it is has no key here: there is no tenant whose log it belongs to. */
  private async refused({ method, username }: AuthContext, address: string): Promise<void> {
    await this.refusals.consume(address).catch(() => undefined);
    log.warn({ method, username: username.slice(0, 64), address }, 'an SFTP sign-in was refused');
  }
}
