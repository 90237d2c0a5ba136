import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiUnderTest } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

describe('repeated creating calls', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
  });

  const body = { email: 'again@people.test', role: 'executive' };
  const invite = (key: string, sent: object = body, browser = here.administrator.browser) =>
    browser.post(here.at('/invitations'), sent).set('Idempotency-Key', key);
  const invitations = async () =>
    ((await here.administrator.browser.get(here.at('/invitations'))).body as { items: unknown[] }).items
      .length;

  it('answer the same and do nothing again', async () => {
    const first = await invite('key-1');
    const second = await invite('key-1');
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.text).toBe(first.text);
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect([first.headers['etag'], second.headers['etag']]).toEqual(['"1"', '"1"']);
    expect(await invitations()).toBe(1);
  });

  it('are refused with another body, and are each person’s own', async () => {
    await invite('key-1').expect(201);
    const other = await invite('key-1', { ...body, role: 'security' });
    expect([other.status, code(other)]).toEqual([409, 'idempotency-key-reused']);
    const second = await api.member(here.tenant, 'administrator');
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
    const absent = { email: 'a@people.test', role: 'vendor_contributor', vendorId: here.tenant.id };
    expect((await invite('key-1', absent)).status).toBe(404);
    await invite('key-1', { ...absent, vendorId: here.vendor.id }).expect(201);
  });

  it('keep the answer sealed: a key that is shown once is nowhere to be read', async () => {
    const send = () =>
      here.administrator.browser
        .post(here.at('/api-keys'), { name: 'n', scopes: ['vendor.read'], expiresInDays: 1 })
        .set('Idempotency-Key', 'key-2');
    const { key } = (await send()).body as { key: string };
    expect((await send()).body).toMatchObject({ key });
    const rows = await here.query<{ text: string }>(
      `select encode(response_sealed, 'escape') as text from idempotency_key where tenant_id = $1`,
    );
    expect(rows.map((row) => row.text).join()).not.toContain(key.slice(4, 20));
  });

  it('after a crash: run when nothing had happened, say so when something had', async () => {
    const crashed = async (key: string, hadEffects: boolean) => {
      await invite(key).expect(201);
      await here.query(
        `update idempotency_key set status = null, response_sealed = null, had_effects = $3
         where tenant_id = $1 and key = $2`,
        key,
        hadEffects,
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
    const rows = await here.query('select had_effects from idempotency_key where tenant_id = $1');
    expect(rows).toEqual([{ had_effects: true }]);
  });
});
