import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AfterAnswer, TenantProvisioning } from '@plumbline/platform/identity';
import type { Tenant } from '@plumbline/platform/tenancy';
import { actorIn } from '@plumbline/platform/testing';
import { ApiUnderTest, Browser, PASSWORD, type TestPerson } from './api-under-test';

interface Item {
  id: string;
  version: number;
  role: string;
  email: string;
  state: string;
  person: { id: string; email: string };
}

describe('people of a tenant', () => {
  let api: ApiUnderTest;
  let tenant: Tenant;
  let vendor: { id: string };
  let otherVendor: { id: string };
  let administrator: { person: TestPerson; browser: Browser };

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    tenant = await api.database.tenant();
    vendor = await api.database.vendor(tenant);
    otherVendor = await api.database.vendor(tenant);
    administrator = await api.member(tenant, 'administrator');
  });

  const at = (path: string, of: Tenant = tenant) => `/api/v1/tenants/${of.slug}${path}`;
  const code = (answer: { body: unknown }) => (answer.body as { code?: string }).code;
  const membershipOf = async (person: { id: string }, by = administrator.browser): Promise<Item> => {
    const list = (await by.get(at('/people?limit=200'))).body as { items: Item[] };
    const found = list.items.find((item) => item.person.id === person.id);
    if (!found) throw new Error('not in the list');
    return found;
  };
  const logged = async (): Promise<string[]> => {
    await api.get(AfterAnswer).settled();
    const rows = await api.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
      tx.query<{ action: string }>('select action from activity_log where tenant_id = $1 order by sequence', [
        tenant.id,
      ]),
    );
    return rows.map((row) => row.action);
  };

  describe('invitations', () => {
    const invited = async (email: string, role = 'executive', vendorId?: string): Promise<string> => {
      await administrator.browser.post(at('/invitations'), { email, role, vendorId }).expect(201);
      return api.mailedToken(email);
    };
    const accept = (token: string, by: Browser, body: object = { name: 'Lee Park', password: PASSWORD }) =>
      by.post(`/api/v1/invitations/${token}/acceptance`, body);

    it('bring a new person in, who names themselves and is signed in', async () => {
      const token = await invited('new.person@people.test', 'vendor_contributor', vendor.id);
      const browser = new Browser(api);
      expect((await browser.get(`/api/v1/invitations/${token}`)).body).toMatchObject({
        email: 'new.person@people.test',
        role: 'vendor_contributor',
        tenant: { slug: tenant.slug, name: tenant.name },
        hasAccount: false,
      });
      expect((await accept(token, browser)).body).toEqual({ tenant: tenant.slug, next: 'enrol-totp' });
      const session = (await browser.readSession()).body;
      expect(session).toMatchObject({
        person: { name: 'Lee Park', email: 'new.person@people.test' },
        mfa: 'enrol',
        memberships: [{ side: 'vendor', role: 'vendor_contributor', vendors: [{ id: vendor.id }] }],
      });
      expect(await logged()).toEqual(expect.arrayContaining(['person-invited', 'membership-began']));
    });

    it('work once, also when accepted twice at the same moment', async () => {
      const token = await invited('twice@people.test');
      const answers = await Promise.all([accept(token, new Browser(api)), accept(token, new Browser(api))]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 404]);
      expect((await accept(token, new Browser(api))).status).toBe(404);
    });

    it.each([
      ['after a week', async () => api.advance({ hours: 7 * 24 })],
      [
        'when taken back',
        async () => {
          await administrator.browser.readSession();
          const { items } = (await administrator.browser.get(at('/invitations'))).body as { items: Item[] };
          await administrator.browser
            .delete(at(`/invitations/${items[0]?.id}`), items[0]?.version ?? 0)
            .expect(204);
        },
      ],
      ['when a newer one was sent', async () => void (await invited('late@people.test'))],
    ])('are over %s', async (_, end) => {
      const token = await invited('late@people.test');
      await end();
      expect((await new Browser(api).get(`/api/v1/invitations/${token}`)).status).toBe(404);
      expect((await accept(token, new Browser(api))).status).toBe(404);
    });

    it('refuse a guessable password and stay open', async () => {
      const token = await invited('choosy@people.test');
      const refused = await accept(token, new Browser(api), {
        name: 'Lee Park',
        password: 'Lee Park 2026 Lee Park',
      });
      expect([refused.status, (refused.body as { fields: { path: string; code: string }[] }).fields]).toEqual(
        [400, [{ path: 'password', code: 'guessable', detail: expect.any(String) }]],
      );
      expect((await accept(token, new Browser(api), {})).status).toBe(400);
      expect((await accept(token, new Browser(api))).status).toBe(200);
    });

    it('ask somebody with an account to be signed in as that address', async () => {
      const elsewhere = await api.database.tenant();
      const { person, browser } = await api.member(elsewhere, 'executive');
      const token = await invited(person.email);
      expect((await browser.get(`/api/v1/invitations/${token}`)).body).toMatchObject({ hasAccount: true });
      const refused = await accept(token, new Browser(api));
      expect([refused.status, code(refused)]).toEqual([401, 'sign-in-to-accept']);
      const stranger = await api.member(elsewhere, 'executive');
      expect((await accept(token, stranger.browser, {})).status).toBe(401);
      const half = new Browser(api);
      await half.password(person.email);
      expect((await accept(token, half, {})).status).toBe(401);

      await accept(token, browser, {}).expect(200, { tenant: tenant.slug, next: 'done' });
      const { memberships } = (await browser.readSession()).body as {
        memberships: { tenant: { slug: string } }[];
      };
      expect(memberships.map((membership) => membership.tenant.slug).sort()).toEqual(
        [tenant.slug, elsewhere.slug].sort(),
      );
      // the password that came along with the refused call changed nothing
      expect((await new Browser(api).password(person.email)).status).toBe(200);
    });

    it('answer the same for an address with an account and one without', async () => {
      const known = await api.person();
      const shape = async (email: string) => {
        const answer = await administrator.browser.post(at('/invitations'), { email, role: 'executive' });
        const { status } = answer;
        return { status, ...(answer.body as object), id: '', email: '' };
      };
      expect(await shape(known.email)).toEqual(await shape('nobody.yet@people.test'));
    });

    it('put nobody on both sides of one tenant, also when accepted at the same moment', async () => {
      const { person, browser } = await api.member(await api.database.tenant(), 'executive');
      const asInsurer = await invited(person.email, 'executive');
      const asVendor = await invited(person.email, 'vendor_contributor', vendor.id);
      const answers = await Promise.all([accept(asInsurer, browser, {}), accept(asVendor, browser, {})]);
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
      expect(answers.map(code)).toContain('other-side');
    });

    it('let a vendor’s administrator invite to their own vendor only', async () => {
      const { browser } = await api.member(tenant, 'vendor_administrator', vendor.id);
      const ask = (role: string, vendorId?: string) =>
        browser.post(at('/invitations'), { email: 'colleague@people.test', role, vendorId });
      await ask('vendor_contributor', vendor.id).expect(201);
      expect((await ask('vendor_contributor', otherVendor.id)).status).toBe(404);
      const insurer = await ask('executive');
      expect([insurer.status, code(insurer)]).toEqual([403, 'own-vendor-only']);
      const { items } = (await browser.get(at('/invitations'))).body as { items: Item[] };
      expect(items).toHaveLength(1);
    });

    it('refuse unknown fields and a vendor’s role without its vendor', async () => {
      const odd = await administrator.browser.post(at('/invitations'), {
        email: 'a@people.test',
        role: 'executive',
        tenantId: tenant.id,
      });
      expect([odd.status, (odd.body as { fields: unknown[] }).fields]).toMatchObject([
        400,
        [{ path: 'tenantId', code: 'unknown-field' }],
      ]);
      const missing = await administrator.browser.post(at('/invitations'), {
        email: 'a@people.test',
        role: 'vendor_contributor',
      });
      expect([missing.status, (missing.body as { fields: unknown[] }).fields]).toMatchObject([
        400,
        [{ path: 'vendorId' }],
      ]);
    });

    it('keep control characters out of the mail', async () => {
      const named = await api.member(tenant, 'administrator');
      await api.database.owner.query(
        `update person set name = E'Eve\\r\\nBcc: all@evil.example' where id = $1`,
        [named.person.id],
      );
      await named.browser
        .post(at('/invitations'), { email: 'header@people.test', role: 'executive' })
        .expect(201);
      const [mail] = await api.mails('header@people.test');
      expect(mail?.subject).toBe(`Eve Bcc: all@evil.example invites you to ${tenant.name} on Plumbline`);
    });
  });

  describe('roles', () => {
    it('change by the version that was read, end the person’s sessions, and are logged', async () => {
      const { person, browser } = await api.member(tenant, 'vendor_manager');
      const membership = await membershipOf(person);
      const path = at(`/people/${membership.id}`);
      expect((await administrator.browser.get(path)).headers['etag']).toBe('"1"');
      const unsaid = await administrator.browser.post(path, {}).set('X-HTTP-Method-Override', 'PATCH');
      expect(unsaid.status).toBe(404);
      const stale = await administrator.browser.patch(path, { role: 'security' }, 7);
      expect([stale.status, code(stale)]).toEqual([412, 'stale']);
      const changed = await administrator.browser.patch(path, { role: 'security' }, 1);
      expect([changed.status, changed.headers['etag'], changed.body]).toMatchObject([
        200,
        '"2"',
        { role: 'security', version: 2 },
      ]);
      expect((await browser.get('/api/v1/session')).status).toBe(401);
      expect(await logged()).toContain('role-changed');
    });

    it('demand If-Match', async () => {
      const membership = await membershipOf(administrator.person);
      const answer = await administrator.browser.delete(at(`/people/${membership.id}`));
      expect([answer.status, code(answer)]).toEqual([428, 'if-match-required']);
    });

    it('stay on their side', async () => {
      const { person } = await api.member(tenant, 'vendor_contributor', vendor.id);
      const membership = await membershipOf(person);
      const answer = await administrator.browser.patch(
        at(`/people/${membership.id}`),
        { role: 'executive' },
        1,
      );
      expect([answer.status, code(answer)]).toEqual([422, 'other-side']);
    });

    it('leave at least one administrator, also when two remove each other at once', async () => {
      const own = await membershipOf(administrator.person);
      const last = await administrator.browser.delete(at(`/people/${own.id}`), own.version);
      expect([last.status, code(last)]).toEqual([422, 'last-administrator']);
      const demoted = await administrator.browser.patch(
        at(`/people/${own.id}`),
        { role: 'security' },
        own.version,
      );
      expect(code(demoted)).toBe('last-administrator');

      const second = await api.member(tenant, 'administrator');
      const other = await membershipOf(second.person);
      const answers = await Promise.all([
        administrator.browser.delete(at(`/people/${other.id}`), other.version),
        second.browser.delete(at(`/people/${own.id}`), own.version),
      ]);
      // the loser finds the rule, or that its own session just ended
      expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    });

    it('end with the membership: sessions, and the keys made under it', async () => {
      const { person, browser } = await api.member(tenant, 'vendor_administrator', vendor.id);
      const made = await browser.post(at('/api-keys'), {
        name: 'nightly',
        scopes: ['vendor.read'],
        vendorId: vendor.id,
        expiresInDays: 30,
      });
      const { key } = made.body as { key: string };
      const membership = await membershipOf(person);
      await administrator.browser.delete(at(`/people/${membership.id}`), membership.version).expect(204);
      expect((await browser.get('/api/v1/session')).status).toBe(401);
      const machine = await new Browser(api).get(at('/vendors')).set('Authorization', `Bearer ${key}`);
      expect([machine.status, code(machine)]).toEqual([401, 'api-key-not-valid']);
      const again = new Browser(api);
      await again.signIn(person);
      expect((await again.get(at('/people'))).status).toBe(404);
    });
  });

  describe('what each side sees', () => {
    it('is everybody for the insurer, and their own vendor’s people for a vendor', async () => {
      const own = await api.member(tenant, 'vendor_administrator', vendor.id);
      const other = await api.member(tenant, 'vendor_contributor', otherVendor.id);
      const all = (await administrator.browser.get(at('/people'))).body as { items: Item[] };
      expect(all.items.map((item) => item.person.id).sort()).toEqual(
        [administrator.person.id, own.person.id, other.person.id].sort(),
      );
      const seen = (await own.browser.get(at('/people'))).body as { items: Item[] };
      expect(seen.items.map((item) => item.person.id)).toEqual([own.person.id]);
      const hidden = all.items.find((item) => item.person.id === other.person.id);
      expect((await own.browser.get(at(`/people/${hidden?.id}`))).status).toBe(404);
      expect((await own.browser.delete(at(`/people/${hidden?.id}`), 1)).status).toBe(404);
    });

    it('comes in pages that together are the list', async () => {
      for (let count = 0; count < 4; count += 1) {
        await api.get(TenantProvisioning).join(tenant, (await api.person()).id, 'executive');
      }
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = (await administrator.browser.get(at(`/people?limit=2${cursor && `&cursor=${cursor}`}`)))
          .body as {
          items: Item[];
          nextCursor: string | null;
        };
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      }
      expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
      expect((await administrator.browser.get(at('/people?cursor=bm9uc2Vuc2U'))).status).toBe(400);
      expect((await administrator.browser.get(at('/people?limit=201'))).status).toBe(400);
    });

    it('is the same 404 for a foreign tenant and one that does not exist', async () => {
      const foreign = await api.database.tenant();
      const answers = [
        await administrator.browser.get(at('/people', foreign)),
        await administrator.browser.get('/api/v1/tenants/no-such-tenant/people'),
      ];
      const plain = answers.map((answer) => ({ ...(answer.body as object), instance: '' }));
      expect(answers.map((answer) => answer.status)).toEqual([404, 404]);
      expect(plain[0]).toEqual(plain[1]);
    });

    it('lets somebody who serves two vendors act for each as far as their role there goes', async () => {
      const { person, browser } = await api.member(tenant, 'vendor_administrator', vendor.id);
      await api.get(TenantProvisioning).join(tenant, person.id, 'vendor_contributor', otherVendor.id);
      const vendors = (await browser.get(at('/vendors'))).body as { items: { id: string }[] };
      expect(vendors.items.map((item) => item.id).sort()).toEqual([vendor.id, otherVendor.id].sort());
      const ask = (vendorId: string) =>
        browser.post(at('/invitations'), { email: 'two@people.test', role: 'vendor_contributor', vendorId });
      await ask(vendor.id).expect(201);
      expect((await ask(otherVendor.id)).status).toBe(404);
    });

    it('logs a denial in the tenant', async () => {
      const { browser } = await api.member(tenant, 'executive');
      const refused = await browser.get(at('/people'));
      expect([refused.status, code(refused)]).toEqual([403, 'permission-missing']);
      expect(await logged()).toContain('access-denied');
    });
  });

  describe('API keys', () => {
    const make = (browser: Browser, body: object) =>
      browser.post(at('/api-keys'), { name: 'nightly', scopes: ['vendor.read'], expiresInDays: 30, ...body });
    const by = (key: string, path: string) =>
      new Browser(api).get(path).set('Authorization', `Bearer ${key}`);

    it('are shown once, kept as a hash, and act within their scopes and tenant', async () => {
      const made = await make(administrator.browser, {});
      const { key, id } = made.body as { key: string; id: string };
      expect([made.status, made.headers['cache-control'], key]).toEqual([
        201,
        'no-store',
        expect.stringMatching(/^plk_[\w-]{43}$/),
      ]);
      const list = await administrator.browser.get(at('/api-keys'));
      expect(list.text).not.toContain(key);
      const stored = await api.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
        tx.query('select * from api_key where tenant_id = $1', [tenant.id]),
      );
      expect(JSON.stringify(stored)).not.toContain(key);

      await by(key, at('/vendors')).expect(200);
      expect((await by(key, at('/people'))).status).toBe(403);
      expect((await by(key, at('/vendors', await api.database.tenant()))).status).toBe(401);
      expect((await by(`plk_${'x'.repeat(43)}`, at('/vendors'))).status).toBe(401);
      const used = (await administrator.browser.get(at('/api-keys'))).body as {
        items: { lastUsedAt: string }[];
      };
      expect(used.items[0]?.lastUsedAt).toBe(api.clock.date().toISOString());
      expect(await logged()).toContain('api-key-made');
      expect(id).toBeTruthy();
    });

    it('need no CSRF token, and ignore cookies that come along', async () => {
      const { key } = (await make(administrator.browser, { scopes: ['vendor.read'] })).body as {
        key: string;
      };
      const answer = await administrator.browser
        .post(at('/invitations'), { email: 'x@people.test', role: 'executive' })
        .set('Authorization', `Bearer ${key}`);
      expect([answer.status, code(answer)]).toEqual([403, 'permission-missing']);
    });

    it('end when they expire and when they are revoked', async () => {
      const first = (await make(administrator.browser, { expiresInDays: 1 })).body as { key: string };
      const second = (await make(administrator.browser, {})).body as {
        key: string;
        id: string;
        version: number;
      };
      await administrator.browser.delete(at(`/api-keys/${second.id}`), second.version).expect(204);
      expect((await by(second.key, at('/vendors'))).status).toBe(401);
      await by(first.key, at('/vendors')).expect(200);
      await api.advance({ hours: 24 });
      expect((await by(first.key, at('/vendors'))).status).toBe(401);
    });

    it('cannot do more than their maker, nor administer people', async () => {
      const beyond = await make(administrator.browser, { scopes: ['scorecard.publish'] });
      expect([beyond.status, code(beyond)]).toEqual([403, 'scope-beyond-own']);
      const people = await make(administrator.browser, { scopes: ['people.invite'] });
      expect(people.status).toBe(400);
    });

    it('are revoked when their maker’s role loses what they may', async () => {
      const second = await api.member(tenant, 'administrator');
      const narrow = (await make(second.browser, { scopes: ['vendor.read'] })).body as { key: string };
      const wide = (await make(second.browser, { scopes: ['vendor.write'] })).body as { key: string };
      const membership = await membershipOf(second.person);
      await administrator.browser.patch(at(`/people/${membership.id}`), { role: 'executive' }, 1).expect(200);
      await by(narrow.key, at('/vendors')).expect(200);
      expect((await by(wide.key, at('/vendors'))).status).toBe(401);
    });

    it('of a vendor see that vendor only', async () => {
      const { browser } = await api.member(tenant, 'vendor_administrator', vendor.id);
      expect((await make(browser, {})).status).toBe(400);
      expect((await make(browser, { vendorId: otherVendor.id })).status).toBe(404);
      const { key } = (await make(browser, { vendorId: vendor.id })).body as { key: string };
      const seen = (await by(key, at('/vendors'))).body as { items: { id: string }[] };
      expect(seen.items.map((item) => item.id)).toEqual([vendor.id]);
    });
  });

  describe('repeated creating calls', () => {
    const body = { email: 'again@people.test', role: 'executive' };
    const invite = (key: string, sent: object = body, browser = administrator.browser) =>
      browser.post(at('/invitations'), sent).set('Idempotency-Key', key);
    const invitations = async () =>
      ((await administrator.browser.get(at('/invitations'))).body as { items: Item[] }).items.length;

    it('answer the same and do nothing again', async () => {
      const first = await invite('key-1');
      const second = await invite('key-1');
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.text).toBe(first.text);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect(await invitations()).toBe(1);
    });

    it('are refused with another body, and are each person’s own', async () => {
      await invite('key-1').expect(201);
      const other = await invite('key-1', { ...body, role: 'security' });
      expect([other.status, code(other)]).toEqual([409, 'idempotency-key-reused']);
      const second = await api.member(tenant, 'administrator');
      await invite('key-1', body, second.browser).expect(201);
      expect((await invite('not a key')).status).toBe(400);
    });

    it('run once when they come at the same moment', async () => {
      const answers = await Promise.all(Array.from({ length: 5 }, () => invite('key-1')));
      const statuses = answers.map((answer) => answer.status);
      expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
      expect(statuses).toContain(201);
      expect(await invitations()).toBe(1);
    });

    it('may be corrected under the same key after a failure', async () => {
      const absent = { email: 'a@people.test', role: 'vendor_contributor', vendorId: tenant.id };
      expect((await invite('key-1', absent)).status).toBe(404);
      await invite('key-1', { ...absent, vendorId: vendor.id }).expect(201);
    });

    it('keep the answer sealed: a key that is shown once is nowhere to be read', async () => {
      const send = () =>
        administrator.browser
          .post(at('/api-keys'), { name: 'n', scopes: ['vendor.read'], expiresInDays: 1 })
          .set('Idempotency-Key', 'key-2');
      const { key } = (await send()).body as { key: string };
      expect((await send()).body).toMatchObject({ key });
      const rows = await api.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
        tx.query<{ text: string }>(
          `select encode(response_sealed, 'escape') as text from idempotency_key where tenant_id = $1`,
          [tenant.id],
        ),
      );
      expect(rows.map((row) => row.text).join()).not.toContain(key.slice(4, 20));
    });

    it('after a crash: run when nothing had happened, say so when something had', async () => {
      const crashed = async (key: string, hadEffects: boolean) => {
        await invite(key).expect(201);
        await api.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
          tx.query(
            `update idempotency_key set status = null, response_sealed = null, had_effects = $3
             where tenant_id = $1 and key = $2`,
            [tenant.id, key, hadEffects],
          ),
        );
      };
      await crashed('before', false);
      await crashed('after', true);
      expect(code(await invite('before'))).toBe('in-progress');
      await api.advance({ seconds: 60 });
      await invite('before').expect(201);
      const unknown = await invite('after');
      expect([unknown.status, code(unknown)]).toEqual([409, 'outcome-unknown']);
    });

    it('mark their effects in the transaction that makes them', async () => {
      await invite('key-1').expect(201);
      const rows = await api.database.door.withTenant(actorIn(tenant, 'administrator'), (tx) =>
        tx.query<{ had_effects: boolean }>('select had_effects from idempotency_key where tenant_id = $1', [
          tenant.id,
        ]),
      );
      expect(rows).toEqual([{ had_effects: true }]);
    });
  });
});
