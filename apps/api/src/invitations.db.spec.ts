import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUnderTest, Browser, PASSWORD } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

describe('invitations', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
  });

  const invited = async (email: string, role = 'executive', vendorId?: string): Promise<string> => {
    await here.administrator.browser.post(here.at('/invitations'), { email, role, vendorId }).expect(201);
    return api.mailedToken(email);
  };
  const accept = (token: string, by: Browser, body: object = { name: 'Lee Park', password: PASSWORD }) =>
    by.post(`/api/v1/invitations/${token}/acceptance`, body);

  it('bring a new person in, who names themselves and is signed in', async () => {
    const token = await invited('new.person@people.test', 'vendor_contributor', here.vendor.id);
    const browser = new Browser(api);
    expect((await browser.get(`/api/v1/invitations/${token}`)).body).toMatchObject({
      email: 'new.person@people.test',
      role: 'vendor_contributor',
      tenant: { slug: here.tenant.slug, name: here.tenant.name },
      hasAccount: false,
    });
    expect((await accept(token, browser)).body).toEqual({ tenant: here.tenant.slug, next: 'enrol-totp' });
    const session = (await browser.readSession()).body;
    expect(session).toMatchObject({
      person: { name: 'Lee Park', email: 'new.person@people.test' },
      mfa: 'enrol',
      memberships: [{ side: 'vendor', role: 'vendor_contributor', vendors: [{ id: here.vendor.id }] }],
    });
    expect(await here.logged()).toEqual(expect.arrayContaining(['person-invited', 'membership-began']));
  });

  it('work once, also when accepted twice at the same moment', async () => {
    const token = await invited('twice@people.test');
    const answers = await Promise.all([accept(token, new Browser(api)), accept(token, new Browser(api))]);
    const [first = 0, second = 0] = answers.map((answer) => answer.status).sort();
    expect(first).toBe(200);
    // the later one finds the invitation used, or already the account that the earlier one made
    expect([401, 404]).toContain(second);
    expect((await accept(token, new Browser(api))).status).toBe(404);
  });

  it.each([
    ['after a week', async () => api.advance({ hours: 7 * 24 })],
    [
      'when taken back',
      async () => {
        await here.administrator.browser.readSession();
        const { items } = (await here.administrator.browser.get(here.at('/invitations'))).body as {
          items: { id: string; version: number }[];
        };
        await here.administrator.browser
          .delete(here.at(`/invitations/${items[0]?.id}`), items[0]?.version ?? 0)
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
    expect([refused.status, (refused.body as { fields: { path: string; code: string }[] }).fields]).toEqual([
      400,
      [{ path: 'password', code: 'guessable', detail: expect.any(String) }],
    ]);
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

    await accept(token, browser, {}).expect(200, { tenant: here.tenant.slug, next: 'done' });
    const { memberships } = (await browser.readSession()).body as {
      memberships: { tenant: { slug: string } }[];
    };
    expect(memberships.map((membership) => membership.tenant.slug).sort()).toEqual(
      [here.tenant.slug, elsewhere.slug].sort(),
    );
    // the password that came along with the refused call changed nothing
    expect((await new Browser(api).password(person.email)).status).toBe(200);
  });

  it('answer the same for an address with an account and one without', async () => {
    const known = await api.person();
    const shape = async (email: string) => {
      const answer = await here.administrator.browser.post(here.at('/invitations'), {
        email,
        role: 'executive',
      });
      const { status } = answer;
      return { status, ...(answer.body as object), id: '', email: '' };
    };
    expect(await shape(known.email)).toEqual(await shape('nobody.yet@people.test'));
  });

  it('put nobody on both sides of one tenant, also when accepted at the same moment', async () => {
    const { person, browser } = await api.member(await api.database.tenant(), 'executive');
    const asInsurer = await invited(person.email, 'executive');
    const asVendor = await invited(person.email, 'vendor_contributor', here.vendor.id);
    const answers = await Promise.all([accept(asInsurer, browser, {}), accept(asVendor, browser, {})]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 422]);
    expect(answers.map(code)).toContain('other-side');
  });

  it('let a vendor’s administrator invite to their own vendor only', async () => {
    const { browser } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
    const ask = (role: string, vendorId?: string) =>
      browser.post(here.at('/invitations'), { email: 'colleague@people.test', role, vendorId });
    await ask('vendor_contributor', here.vendor.id).expect(201);
    expect((await ask('vendor_contributor', here.otherVendor.id)).status).toBe(404);
    const insurer = await ask('executive');
    expect([insurer.status, code(insurer)]).toEqual([403, 'own-vendor-only']);
    const { items } = (await browser.get(here.at('/invitations'))).body as { items: unknown[] };
    expect(items).toHaveLength(1);
  });

  it('refuse unknown fields and a vendor’s role without its vendor', async () => {
    const odd = await here.administrator.browser.post(here.at('/invitations'), {
      email: 'a@people.test',
      role: 'executive',
      tenantId: here.tenant.id,
    });
    expect([odd.status, (odd.body as { fields: unknown[] }).fields]).toMatchObject([
      400,
      [{ path: 'tenantId', code: 'unknown-field' }],
    ]);
    const missing = await here.administrator.browser.post(here.at('/invitations'), {
      email: 'a@people.test',
      role: 'vendor_contributor',
    });
    expect([missing.status, (missing.body as { fields: unknown[] }).fields]).toMatchObject([
      400,
      [{ path: 'vendorId' }],
    ]);
  });

  it('are refused for somebody who is a member in the same place already', async () => {
    const person = { email: 'member@people.test', role: 'executive' };
    await accept(await invited(person.email), new Browser(api)).expect(200);
    const invite = (body: object) => here.administrator.browser.post(here.at('/invitations'), body);
    const again = await invite({ ...person, role: 'security' });
    expect([again.status, code(again)]).toEqual([422, 'member-already']);
    await invite({ ...person, email: 'somebody.else@people.test' }).expect(201);
  });

  it('keep control characters out of the mail', async () => {
    const named = await api.member(here.tenant, 'administrator');
    await api.database.owner.query(
      `update person set name = E'Eve\\r\\nBcc: all@evil.example' where id = $1`,
      [named.person.id],
    );
    await named.browser
      .post(here.at('/invitations'), { email: 'header@people.test', role: 'executive' })
      .expect(201);
    const [mail] = await api.mails('header@people.test');
    expect(mail?.subject).toBe(`Eve Bcc: all@evil.example invites you to ${here.tenant.name} on Plumbline`);
  });
});
