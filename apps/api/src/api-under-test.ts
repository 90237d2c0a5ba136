import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Type } from '@nestjs/common';
import { Seal, TenantProvisioning } from '@plumbline/platform/identity';
import { log } from '@plumbline/platform/jobs';
import { FixedClock, type Role, type Tenant } from '@plumbline/platform/tenancy';
import { openTestDatabase, type TestDatabase, testDatabaseUrls } from '@plumbline/platform/testing';
import { generate } from 'otplib';
import request, { type Response, type Test } from 'supertest';

// a whole process starts, and passwords are hashed at full cost
jest.setTimeout(60_000);

export const ORIGIN = 'https://plumbline.test';
export const PASSWORD = 'velvet otter marching quietly';

/** Somebody with a browser: keeps cookies, sends our pages' origin, and the CSRF token once it was read. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  csrfToken: string | undefined;

  constructor(
    private readonly api: ApiUnderTest,
    readonly ip = `10.${randomBytes(3).join('.')}`,
  ) {}

  get(path: string): Test {
    return this.send('get', path);
  }

  post(path: string, body: object = {}): Test {
    return this.send('post', path).send(body);
  }

  put(path: string, body: object): Test {
    return this.send('put', path).send(body);
  }

  patch(path: string, body: object, version: number): Test {
    return this.send('patch', path).set('If-Match', `"${version}"`).send(body);
  }

  delete(path: string, version?: number): Test {
    const call = this.send('delete', path);
    return version === undefined ? call : call.set('If-Match', `"${version}"`);
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  headers(): Record<string, string> {
    return {
      Origin: ORIGIN,
      'X-Forwarded-For': this.ip,
      Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(this.csrfToken === undefined ? {} : { 'X-CSRF-Token': this.csrfToken }),
    };
  }

  async password(email: string, password = PASSWORD): Promise<Response> {
    return this.post('/api/v1/session', { email, password });
  }

  /** The whole way in; the clock moves on, so that each code is a new one. */
  async signIn(person: TestPerson): Promise<void> {
    const begun = await this.password(person.email);
    if (begun.status !== 200) throw new Error(`sign-in answered ${begun.status}: ${begun.text}`);
    if ((begun.body as { next: string }).next === 'totp') {
      const given = await this.post('/api/v1/session/totp', { code: await this.api.nextCode(person) });
      if (given.status !== 200) throw new Error(`the code answered ${given.status}: ${given.text}`);
    }
    await this.readSession();
  }

  async readSession(): Promise<Response> {
    const session = await this.get('/api/v1/session');
    this.csrfToken = (session.body as { csrfToken?: string }).csrfToken;
    return session;
  }

  private send(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string): Test {
    const call = request(this.api.app.getHttpServer())[method](path).set(this.headers());
    call.on('response', (response: Response) => this.keepCookies(response));
    return call;
  }

  private keepCookies(response: Response): void {
    for (const line of (response.headers['set-cookie'] as unknown as string[] | undefined) ?? []) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (pair.slice(at + 1) === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

export interface TestPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** base32; null when no authenticator app is set up. */
  readonly totpSecret: string | null;
}

/** The HTTP process on the test database, with the product's own modules and a clock that the spec owns. */
export class ApiUnderTest {
  private constructor(
    readonly app: NestExpressApplication,
    readonly database: TestDatabase,
    readonly clock: FixedClock,
  ) {}

  static async start(): Promise<ApiUnderTest> {
    const urls = testDatabaseUrls();
    Object.assign(process.env, {
      DATABASE_APP_URL: urls.app,
      DATABASE_IDENTITY_URL: urls.identity,
      DATABASE_RELAY_URL: urls.relay,
      DATABASE_SWEEP_URL: urls.sweep,
      DATABASE_LOADER_URL: urls.loader,
      REDIS_URL: process.env['REDIS_URL'] ?? localRedisUrl(),
      PLUMBLINE_SECRET: randomBytes(32).toString('hex'),
      PUBLIC_URL: ORIGIN,
    });
    // refusals are expected here; what breaks is not
    log.level = 'error';
    process.env['PLUMBLINE_FILES'] ??= '.plumbline/files';
    // the modules read the environment when they are loaded
    const { createApi } = await import('./create-api');
    const clock = new FixedClock(Temporal.Instant.from('2026-03-02T09:00:00Z'));
    const app = await createApi(clock);
    await app.init();
    return new ApiUnderTest(app, await openTestDatabase(), clock);
  }

  get<T>(type: Type<T>): T {
    return this.app.get(type, { strict: false });
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.close();
  }

  async advance(duration: Temporal.DurationLike): Promise<void> {
    this.clock.set(this.clock.now().add(duration).toString());
  }

  /** The code of the next time step; the clock is put there. */
  async nextCode({ totpSecret }: TestPerson): Promise<string> {
    if (totpSecret === null) throw new Error('this person has no authenticator app');
    await this.advance({ seconds: 30 });
    return generate({ secret: totpSecret, epoch: Math.floor(this.clock.now().epochMilliseconds / 1000) });
  }

  /** Somebody who can sign in, belonging to nobody yet. */
  async person(
    totpSecret: string | null = null,
    email = `${randomBytes(6).toString('hex')}@people.test`,
  ): Promise<TestPerson> {
    const provisioning = this.get(TenantProvisioning);
    const name = 'Robin Sample';
    const { id } = await provisioning.person({ email, name });
    await provisioning.setCredentials(id, PASSWORD, totpSecret);
    return { id, email, name, totpSecret };
  }

  /** Somebody of a role, with an authenticator app set up, signed in. */
  async member(
    tenant: Tenant,
    role: Role,
    vendorId: string | null = null,
  ): Promise<{ person: TestPerson; browser: Browser }> {
    const person = await this.person('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP');
    await this.get(TenantProvisioning).join(tenant, person.id, role, vendorId);
    const browser = new Browser(this);
    await browser.signIn(person);
    return { person, browser };
  }

  /** The mails to an address, oldest first, opened. */
  async mails(to: string): Promise<{ subject: string; text: string }[]> {
    const { rows } = await this.database.owner.query<{ id: string; subject: string; body_sealed: Buffer }>(
      'select id, subject, body_sealed from mail where recipient = $1 order by id',
      [to],
    );
    return rows.map((row) => ({
      subject: row.subject,
      text: this.get(Seal).open('mail-body', row.id, row.body_sealed),
    }));
  }

  /** The token at the end of the link in the last mail to an address. */
  async mailedToken(to: string): Promise<string> {
    const mail = (await this.mails(to)).at(-1);
    const token = /https:\/\/plumbline\.test\/[\w-]+\/([\w-]+)/.exec(mail?.text ?? '')?.[1];
    if (!token) throw new Error(`no link was mailed to ${to}`);
    return token;
  }
}

function localRedisUrl(): string {
  try {
    return (JSON.parse(readFileSync('.plumbline/services.json', 'utf8')) as { redisUrl: string }).redisUrl;
  } catch {
    throw new Error(
      'this spec needs Redis: run `npm test`, or `node tools/dev-services.mjs` first, or set REDIS_URL',
    );
  }
}
