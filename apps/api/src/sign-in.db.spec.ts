import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AfterAnswer, TenantProvisioning } from '@plumbline/platform/identity';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import request from 'supertest';
import { ApiUnderTest, Browser, ORIGIN, PASSWORD, type TestPerson } from './api-under-test';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

describe('signing in', () => {
  let api: ApiUnderTest;
  let tenant: Tenant;
  let browser: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    tenant = await api.database.tenant();
  });
  afterAll(() => api.stop());
  beforeEach(() => {
    browser = new Browser(api);
  });

  const joined = async (role: 'administrator' | 'executive', secret: string | null): Promise<TestPerson> => {
    const person = await api.person(secret);
    await api.get(TenantProvisioning).join(tenant, person.id, role);
    return person;
  };
  const people = () => `/api/v1/tenants/${tenant.slug}/people`;
  const actionsAbout = async (personId: string): Promise<string[]> => {
    await api.get(AfterAnswer).settled();
    const rows = await api.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
      tx.query<{ action: string }>(
        `select action from activity_log where tenant_id = $1 and thing = 'person' and thing_id = $2 order by sequence`,
        [tenant.id, personId],
      ),
    );
    return rows.map((row) => row.action);
  };

  it('needs only a password where the role demands no more, and is logged', async () => {
    const person = await joined('executive', null);
    expect((await browser.password(person.email)).body).toEqual({ next: 'done' });
    const session = await browser.readSession();
    expect(session.body).toMatchObject({
      person: { id: person.id, email: person.email },
      mfa: 'none',
      memberships: [
        { tenant: { slug: tenant.slug, name: tenant.name }, side: 'insurer', role: 'executive', vendors: [] },
      ],
    });
    expect(await actionsAbout(person.id)).toEqual(['signed-in']);
  });

  it('remembers the language of a person for every machine, and of nobody else', async () => {
    const [person, other] = [await joined('executive', null), await joined('executive', null)];
    const localeOf = async (of: TestPerson) => {
      const machine = new Browser(api);
      await machine.signIn(of);
      return ((await machine.readSession()).body as { person: { locale: string } }).person.locale;
    };
    await browser.signIn(person);
    expect(await localeOf(person)).toBe('');
    await browser.put('/api/v1/session/language', { language: 'es' }).expect(204);
    expect([await localeOf(person), await localeOf(other)]).toEqual(['es', '']);
    expect((await browser.put('/api/v1/session/language', { language: 'tlh' })).status).toBe(400);
    await browser.put('/api/v1/session/language', { language: null }).expect(204);
    expect(await localeOf(person)).toBe('');

    browser.csrfToken = undefined;
    const forged = await browser.put('/api/v1/session/language', { language: 'es' });
    expect([forged.status, await localeOf(person)]).toEqual([403, '']);
    expect((await new Browser(api).put('/api/v1/session/language', { language: 'es' })).status).toBe(401);
    const halfway = new Browser(api);
    await halfway.password((await joined('administrator', SECRET)).email);
    await halfway.readSession();
    const early = await halfway.put('/api/v1/session/language', { language: 'es' });
    expect([early.status, (early.body as { code: string }).code]).toEqual([401, 'mfa-required']);
  });

  it('sets a cookie that only this host reads, only over TLS, never a script', async () => {
    const person = await joined('executive', null);
    const [line] = ((await browser.password(person.email)).headers['set-cookie'] ??
      []) as unknown as string[];
    expect(line).toMatch(/^__Host-plumbline=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it('keeps no token, only its hash', async () => {
    const person = await joined('executive', null);
    await browser.password(person.email);
    const token = browser.cookie('__Host-plumbline') ?? '';
    const { rows } = await api.database.owner.query('select * from session where person_id = $1', [
      person.id,
    ]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('gives a new token at each sign-in, and ends the session the browser had', async () => {
    const person = await joined('executive', null);
    await browser.password(person.email);
    const first = browser.cookie('__Host-plumbline') ?? '';
    await browser.password(person.email);
    expect(browser.cookie('__Host-plumbline')).not.toBe(first);
    const other = new Browser(api);
    other.setCookie('__Host-plumbline', first);
    expect((await other.get('/api/v1/session')).status).toBe(401);
  });

  it.each([
    ['an unknown account', () => 'nobody@people.test', PASSWORD],
    ['a known account', (person: TestPerson) => person.email, 'not the right password'],
    ['no password at all', (person: TestPerson) => person.email, ''],
  ])('refuses %s in the same words', async (_, email, password) => {
    const person = await joined('executive', null);
    const answer = await browser.password(email(person), password);
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect({ ...(answer.body as object), instance: '' }).toEqual({
      type: '/problems/sign-in-failed',
      title: 'Sign in first',
      status: 401,
      code: 'sign-in-failed',
      detail: 'E-mail address and password do not belong together.',
      instance: '',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('logs a refusal in the tenants of the account', async () => {
    const person = await joined('executive', null);
    await browser.password(person.email, 'not the right password');
    expect(await actionsAbout(person.id)).toEqual(['sign-in-refused']);
  });

  it('refuses a disabled person, and ends what they had', async () => {
    const person = await joined('executive', null);
    await browser.signIn(person);
    await api.database.owner.query('update person set disabled_at = $2 where id = $1', [
      person.id,
      api.clock.date(),
    ]);
    expect((await browser.get(people())).status).toBe(401);
    expect((await new Browser(api).password(person.email)).status).toBe(401);
  });

  it('refuses demo accounts in production', async () => {
    const person = await api.person(null, 'vendor-manager@demo.plumbline.example');
    const environment = process.env['NODE_ENV'];
    try {
      process.env['NODE_ENV'] = 'production';
      expect((await browser.password(person.email)).status).toBe(401);
      expect((await browser.password(person.email)).body).toMatchObject({ code: 'sign-in-failed' });
    } finally {
      process.env['NODE_ENV'] = environment;
    }
    expect((await browser.password(person.email)).status).toBe(200);
  });

  describe('with a second factor', () => {
    it('opens nothing before the code, and everything after it, under a new token', async () => {
      const person = await joined('administrator', SECRET);
      expect((await browser.password(person.email)).body).toEqual({ next: 'totp' });
      const before = browser.cookie('__Host-plumbline');
      const refused = await browser.get(people());
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([401, 'mfa-required']);
      expect((await browser.readSession()).body).toMatchObject({ mfa: 'required' });

      await browser
        .post('/api/v1/session/totp', { code: await api.nextCode(person) })
        .expect(200, { next: 'done' });
      expect(browser.cookie('__Host-plumbline')).not.toBe(before);
      expect((await browser.get(people())).status).toBe(200);
      const old = new Browser(api);
      old.setCookie('__Host-plumbline', before ?? '');
      expect((await old.get(people())).status).toBe(401);
      expect(await actionsAbout(person.id)).toEqual(['signed-in']);
    });

    it('accepts a code once, also when it comes twice at the same moment', async () => {
      const person = await joined('administrator', SECRET);
      const browsers = Array.from({ length: 4 }, () => new Browser(api));
      for (const each of browsers) await each.password(person.email);
      const code = await api.nextCode(person);
      const answers = await Promise.all(browsers.map((each) => each.post('/api/v1/session/totp', { code })));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401, 401, 401]);

      const later = new Browser(api);
      await later.password(person.email);
      const again = await later.post('/api/v1/session/totp', { code });
      expect([again.status, (again.body as { code: string }).code]).toEqual([401, 'wrong-code']);
    });

    it('ends the session after five wrong codes', async () => {
      const person = await joined('administrator', SECRET);
      await browser.password(person.email);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        expect((await browser.post('/api/v1/session/totp', { code: '000000' })).status).toBe(401);
      }
      expect((await browser.post('/api/v1/session/totp', { code: '000000' })).status).toBe(429);
      expect((await browser.get('/api/v1/session')).status).toBe(401);
    });

    it('has it set up first where the role demands it, with a QR code', async () => {
      const person = await joined('administrator', null);
      expect((await browser.password(person.email)).body).toEqual({ next: 'enrol-totp' });
      expect((await browser.get(people())).body).toMatchObject({ status: 401, code: 'mfa-required' });
      const { body } = await browser.post('/api/v1/session/totp-enrolment');
      const { secret, otpauthUri, qrCode } = body as { secret: string; otpauthUri: string; qrCode: string };
      expect(otpauthUri).toContain(`secret=${secret}`);
      expect(qrCode).toMatch(/^data:image\/png;base64,/);
      expect(
        (await browser.post('/api/v1/session/totp-enrolment/confirmation', { code: '000000' })).status,
      ).toBe(401);

      const code = await api.nextCode({ ...person, totpSecret: secret });
      await browser
        .post('/api/v1/session/totp-enrolment/confirmation', { code })
        .expect(200, { next: 'done' });
      expect((await browser.get(people())).status).toBe(200);
      const { rows } = await api.database.owner.query(
        'select * from person_credential where person_id = $1',
        [person.id],
      );
      expect(JSON.stringify(rows)).not.toContain(secret);
      // a second app cannot be set up over the first
      expect((await browser.post('/api/v1/session/totp-enrolment')).status).toBe(409);
    });
  });

  describe('how long a session lasts', () => {
    const signedIn = async (): Promise<void> => browser.signIn(await joined('executive', null));

    it('ends after half an hour without a request, not before', async () => {
      await signedIn();
      await api.advance({ minutes: 29 });
      expect((await browser.get('/api/v1/session')).status).toBe(200);
      await api.advance({ minutes: 29 });
      expect((await browser.get('/api/v1/session')).status).toBe(200);
      await api.advance({ minutes: 30 });
      expect((await browser.get('/api/v1/session')).status).toBe(401);
      await api.advance({ minutes: -5 });
      expect((await browser.get('/api/v1/session')).status).toBe(401);
    });

    it('ends after twelve hours however busy it is', async () => {
      await signedIn();
      for (let hour = 0; hour < 47; hour += 1) {
        await api.advance({ minutes: 15 });
        expect((await browser.get('/api/v1/session')).status).toBe(200);
      }
      await api.advance({ minutes: 15 });
      expect((await browser.get('/api/v1/session')).status).toBe(401);
    });

    it('ends at sign-out, on the server', async () => {
      await signedIn();
      const token = browser.cookie('__Host-plumbline') ?? '';
      await browser.delete('/api/v1/session').expect(204);
      expect(browser.cookie('__Host-plumbline')).toBeUndefined();
      browser.setCookie('__Host-plumbline', token);
      expect((await browser.get('/api/v1/session')).status).toBe(401);
    });
  });

  describe('requests forged by another site', () => {
    it('are refused without the CSRF token of this session', async () => {
      await browser.signIn(await joined('administrator', SECRET));
      const body = { email: 'x@people.test', role: 'executive' };
      const token = browser.csrfToken;
      for (const wrong of [undefined, 'x', `${token?.slice(0, -1)}?`]) {
        browser.csrfToken = wrong;
        const answer = await browser.post(`/api/v1/tenants/${tenant.slug}/invitations`, body);
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'csrf-token']);
      }
      browser.csrfToken = undefined;
      expect((await browser.delete('/api/v1/session')).status).toBe(403);
      browser.csrfToken = token;
      await browser.post(`/api/v1/tenants/${tenant.slug}/invitations`, body).expect(201);
    });

    it.each([
      ['another origin', { Origin: 'https://evil.example' }],
      ['no origin', {}],
      ['another site, as the browser says', { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
      ['a sibling subdomain', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' }],
    ])('are refused from %s, even before signing in', async (_, headers) => {
      const person = await joined('executive', null);
      const answer = await request(api.app.getHttpServer())
        .post('/api/v1/session')
        .set(headers)
        .send({ email: person.email, password: PASSWORD });
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([403, 'foreign-origin']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    it('pass when the browser says they are our own', async () => {
      const person = await joined('executive', null);
      await request(api.app.getHttpServer())
        .post('/api/v1/session')
        .set('Sec-Fetch-Site', 'same-origin')
        .send({ email: person.email, password: PASSWORD })
        .expect(200);
    });
  });

  describe('under a stuffing run', () => {
    it('stops one address at one account, and says when to come back', async () => {
      const person = await joined('executive', null);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        expect((await browser.password(person.email, `wrong ${attempt}`)).status).toBe(401);
      }
      const refused = await browser.password(person.email);
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([429, 'too-many-attempts']);
      expect(refused.headers['retry-after']).toBe('900');
    });

    it('stops one address that tries many accounts', async () => {
      const statuses = [];
      for (let attempt = 0; attempt < 51; attempt += 1) {
        statuses.push((await browser.password(`account-${attempt}@people.test`, 'wrong')).status);
      }
      expect(statuses.filter((status) => status === 401)).toHaveLength(50);
      expect(statuses.at(-1)).toBe(429);
    });

    it('lets the victim in, from a new address and from a browser that was there before', async () => {
      const person = await joined('executive', null);
      const known = new Browser(api);
      await known.signIn(person);
      for (let attacker = 0; attacker < 13; attacker += 1) {
        const machine = new Browser(api);
        for (let attempt = 0; attempt < 4; attempt += 1) await machine.password(person.email, 'wrong');
      }
      // each further address has two tries left, not five
      const next = new Browser(api);
      const statuses = [];
      for (let attempt = 0; attempt < 3; attempt += 1) {
        statuses.push((await next.password(person.email, 'wrong')).status);
      }
      expect(statuses).toEqual([401, 401, 429]);
      expect((await new Browser(api).password(person.email)).status).toBe(200);
      expect((await known.password(person.email)).status).toBe(200);

      // the attack came through the victim's own address: the browser that was there before still gets in
      const neighbour = new Browser(api, known.ip);
      for (let attempt = 0; attempt < 6; attempt += 1) await neighbour.password(person.email, 'wrong');
      expect((await neighbour.password(person.email)).status).toBe(429);
      expect((await known.password(person.email)).status).toBe(200);
    });
  });
});
