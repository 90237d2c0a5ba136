import type { INestApplicationContext } from '@nestjs/common';
import { Door } from '@plumbline/platform/database';
import { Sessions } from '@plumbline/platform/identity';
import { randomUUID } from 'node:crypto';

/**
 * Acts on the public API as a person, through a session like any other. The session is begun here instead of by a
 * password, because the demo signs in hundreds of times within a minute, on days that lie in the past.
 */
export class DemoPerson {
  private token = '';
  private csrfToken = '';

  constructor(
    private readonly api: INestApplicationContext,
    private readonly baseUrl: string,
    private readonly tenant: string,
    readonly id: string,
  ) {}

  /** To be called after the clock was moved: sessions end after twelve hours. */
  async signIn(): Promise<void> {
    const sessions = this.api.get(Sessions, { strict: false });
    this.token = await this.api.get(Door, { strict: false }).withRole('identity', async (client) => {
      const first = await sessions.begin(client, this.id, 'demo');
      const signedIn = await sessions.findWith(client, first);
      return signedIn && signedIn.mfa !== 'none' ? sessions.passMfa(client, signedIn.sessionId) : first;
    });
    const answer = await fetch(`${this.baseUrl}/api/v1/session`, { headers: this.headers() });
    this.csrfToken = ((await answer.json()) as { csrfToken: string }).csrfToken;
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body?: unknown, ifMatch?: number): Promise<T> {
    return this.call<T>('POST', path, body === undefined ? undefined : JSON.stringify(body), ifMatch);
  }

  put<T>(path: string, body: unknown, ifMatch: number): Promise<T> {
    return this.call<T>('PUT', path, JSON.stringify(body), ifMatch);
  }

  upload<T>(path: string, name: string, content: string, type = 'text/csv'): Promise<T> {
    const form = new FormData();
    form.set('file', new Blob([content], { type }), name);
    return this.call<T>('POST', path, form);
  }

  private async call<T>(
    method: string,
    path: string,
    body?: string | FormData,
    ifMatch?: number,
  ): Promise<T> {
    const answer = await fetch(`${this.baseUrl}/api/v1/tenants/${this.tenant}${path}`, {
      method,
      headers: {
        ...this.headers(),
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  private headers(): Record<string, string> {
    return {
      cookie: `__Host-plumbline=${this.token}`,
      'x-csrf-token': this.csrfToken,
      'sec-fetch-site': 'same-origin',
      'idempotency-key': randomUUID(),
    };
  }
}
