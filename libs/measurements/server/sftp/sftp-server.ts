import type { AddressInfo } from 'node:net';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { fingerprintOf, Seal, type SftpCaller } from '@plumbline/platform/identity';
import { log } from '@plumbline/platform/jobs';
import { Clock } from '@plumbline/platform/tenancy';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Connection } from 'ssh2';
import ssh2 from 'ssh2';
import { hostKeyOf } from './host-key';
import { SftpMailboxes } from './sftp-mailboxes';
import { SftpSession } from './sftp-session';
import { SftpSignIn } from './sftp-sign-in';

const MOST_CONNECTIONS = 64;
const MOST_OF_ONE_KEY = 8;
const MOST_CHANNELS = 4;
/** Files of one key in a minute. */
const FILES = { points: 60, duration: 60 };
const SIGN_IN_MS = 20_000;
const IDLE_MS = 300_000;
/** How long a revoked key's connection may live on. */
const LOOK_AT_KEY_EVERY_MS = 10_000;

/**
 * SFTP for partners' machines, in the worker, where SFTP_PORT is set. Public keys only; no shell, no commands, no forwarding:
 * what nobody listens for here, ssh2 refuses.
 */
@Injectable()
export class SftpServer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly connections = new Set<Connection>();
  private readonly connectionsOf = new Map<string, number>();
  private readonly files = new RateLimiterMemory(FILES);
  private server: InstanceType<typeof ssh2.Server> | undefined;

  constructor(
    private readonly signIn: SftpSignIn,
    private readonly mailboxes: SftpMailboxes,
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const port = process.env['SFTP_PORT'] ?? '';
    if (port !== '') await this.listen(Number(port), process.env['SFTP_HOST'] ?? '127.0.0.1');
  }

  /** A port that is taken is no reason to leave jobs undone: it is logged, and the worker goes on without. */
  async listen(port: number, host: string): Promise<number | null> {
    const { privateKey, publicBlob } = hostKeyOf(this.seal.key('sftp-host-key'));
    const server = new ssh2.Server(
      {
        hostKeys: [privateKey],
        ident: 'Plumbline',
        algorithms: {
          cipher: [
            'chacha20-poly1305@openssh.com',
            'aes256-gcm@openssh.com',
            'aes128-gcm@openssh.com',
            'aes256-ctr',
          ],
          hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256'],
          compress: ['none'],
        },
      },
      (client, { ip }) => void this.welcome(client, ip.replace(/^::ffff:/, '')),
    );
    this.server = server;
    return new Promise((resolve) => {
      server.on('error', (error: Error) => {
        log.error({ port, error: error.message }, 'SFTP does not listen');
        resolve(null);
      });
      server.listen(port, host, () => {
        const { port: taken } = server.address() as AddressInfo;
        log.info({ port: taken, hostKey: fingerprintOf(publicBlob) }, 'SFTP listens');
        resolve(taken);
      });
    });
  }

  onApplicationShutdown(): void {
    this.server?.close();
    for (const client of this.connections) client.end();
  }

  private async welcome(client: Connection, address: string): Promise<void> {
    client.on('error', (error) => log.debug({ address, error: error.message }, 'an SFTP connection failed'));
    if (this.connections.size >= MOST_CONNECTIONS) {
      client.end();
      return;
    }
    this.connections.add(client);
    let timer = setTimeout(() => client.end(), SIGN_IN_MS);
    const active = () => void timer.refresh();
    client.on('close', () => {
      this.connections.delete(client);
      clearTimeout(timer);
    });
    const ready = new Promise<void>((resolve) => client.on('ready', () => resolve()));
    // the handler stands before anything is awaited: a client must not be left without an answer
    const signedIn = this.signIn.watch(client, address);
    if (!(await this.signIn.mayTry(address))) client.end();
    const caller = await signedIn;
    await ready;
    clearTimeout(timer);
    timer = setTimeout(() => client.end(), IDLE_MS);
    this.serve(client, caller, address, active);
  }

  private serve(client: Connection, caller: SftpCaller, address: string, active: () => void): void {
    const key = caller.actor.id;
    const open = (this.connectionsOf.get(key) ?? 0) + 1;
    if (open > MOST_OF_ONE_KEY) {
      client.end();
      return;
    }
    this.connectionsOf.set(key, open);
    const sessions = new Set<SftpSession>();
    const look = setInterval(() => void this.cutWhenRevoked(client, caller), LOOK_AT_KEY_EVERY_MS);
    client.on('close', () => {
      clearInterval(look);
      const left = (this.connectionsOf.get(key) ?? 1) - 1;
      if (left > 0) this.connectionsOf.set(key, left);
      else this.connectionsOf.delete(key);
      for (const session of sessions) session.end();
    });
    client.on('session', (accept, reject) => {
      if (sessions.size >= MOST_CHANNELS) {
        reject();
        return;
      }
      accept().on('sftp', (begin) => {
        const sftp = begin();
        const session = new SftpSession(sftp, this.mailboxes.of(caller, address), {
          admit: () => this.mayHandIn(caller),
          now: () => this.clock.date(),
          active,
          cut: () => client.end(),
        });
        sessions.add(session);
        // what is no SFTP at all ends the channel, and nothing else
        sftp.on('error', (error: Error) =>
          log.debug({ address, error: error.message }, 'an SFTP channel failed'),
        );
        // the other side has said its last: OpenSSH waits until the channel is closed
        sftp.on('end', () => sftp.end());
        sftp.on('close', () => {
          session.end();
          sessions.delete(session);
        });
      });
    });
  }

  private async mayHandIn(caller: SftpCaller): Promise<boolean> {
    if (!(await this.signIn.isStillGood(caller))) return false;
    return this.files.consume(caller.actor.id).then(
      () => true,
      () => false,
    );
  }

  private async cutWhenRevoked(client: Connection, caller: SftpCaller): Promise<void> {
    try {
      if (!(await this.signIn.isStillGood(caller))) client.end();
    } catch (error) {
      // the database is away: it is asked again, and nothing can be handed in meanwhile
      log.warn(
        { error: error instanceof Error ? error.message : String(error) },
        'an SFTP key was not looked at',
      );
    }
  }
}
