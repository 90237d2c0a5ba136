import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SftpKeys } from '@plumbline/platform/identity';
import type { SftpKey } from '@plumbline/people/schema';
import { ApiUnderTest, type Browser } from './api-under-test';
import { publicKey } from './public-key-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

describe('SFTP keys', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let partner: Browser;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
    here = await TenantUnderTest.make(api);
    partner = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
  });
  afterAll(() => api.stop());

  const wanted = (vendorId = here.vendor.id) => ({ name: 'Nightly run', vendorId, publicKey: publicKey() });
  const add = (by: Browser, body: object = wanted()) => by.post(here.at('/sftp-keys'), body);
  const find = (fingerprint: string, slug = here.tenant.slug) =>
    new SftpKeys(api.database.door, api.clock).find(slug, fingerprint);

  it('are added by the vendor’s administrator, and let in for that vendor, within that tenant only', async () => {
    const added = await add(partner);
    expect(added.status).toBe(201);
    const key = added.body as SftpKey;
    expect(key).toMatchObject({
      name: 'Nightly run',
      vendor: { id: here.vendor.id },
      confirm: 'by-a-person',
      lastUsedAt: null,
      state: 'active',
    });
    const caller = await find(key.fingerprint);
    expect([
      caller?.vendorId,
      caller?.actor.kind,
      caller?.actor.vendorScope,
      [...(caller?.actor.permissions ?? [])],
    ]).toEqual([here.vendor.id, 'sftp-key', [here.vendor.id], ['kpi-file.read', 'kpi-file.upload']]);
    expect(await find(key.fingerprint, (await api.database.tenant()).slug)).toBeNull();
    expect(await find(key.fingerprint, 'no-such-tenant')).toBeNull();
  });

  it('are added by the insurer’s administrator for any vendor, and may load by themselves', async () => {
    const { browser } = here.administrator;
    const added = await add(browser, { ...wanted(here.otherVendor.id), confirm: 'automatically' });
    expect([added.status, (added.body as SftpKey).confirm]).toEqual([201, 'automatically']);
    const all = (await browser.get(here.at('/sftp-keys'))).body as { items: SftpKey[] };
    expect(new Set(all.items.map(({ vendor }) => vendor.id))).toEqual(
      new Set([here.vendor.id, here.otherVendor.id]),
    );
    const own = (await partner.get(here.at('/sftp-keys'))).body as { items: SftpKey[] };
    expect(own.items.map(({ vendor }) => vendor.id)).toEqual([here.vendor.id]);
    const foreign = added.body as SftpKey;
    expect((await partner.delete(here.at(`/sftp-keys/${foreign.id}`), foreign.version)).status).toBe(404);
  });

  it('are refused where they are none, weak, taken, or for a vendor that is not one’s own', async () => {
    const { browser } = here.administrator;
    const taken = wanted();
    expect((await add(partner, taken)).status).toBe(201);
    const answers = [
      await add(partner, { ...wanted(), publicKey: '-----BEGIN OPENSSH PRIVATE KEY-----' }),
      await add(partner, { ...taken, name: 'Again' }),
      await add(browser, { ...taken, vendorId: here.otherVendor.id }),
      await add(partner, wanted(here.otherVendor.id)),
      await add(browser, wanted('01890000-0000-7000-8000-00000000dead')),
    ];
    expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
      [400, 'invalid'],
      [409, 'sftp-key-taken'],
      [409, 'sftp-key-taken'],
      [404, 'not-found'],
      [404, 'not-found'],
    ]);
  });

  it('let nobody in once revoked, and may then be added again', async () => {
    const body = wanted();
    const key = (await add(partner, body)).body as SftpKey;
    expect((await partner.delete(here.at(`/sftp-keys/${key.id}`), key.version)).status).toBe(204);
    expect(await find(key.fingerprint)).toBeNull();
    expect((await add(partner, body)).status).toBe(201);
    expect(await here.logged()).toEqual(expect.arrayContaining(['sftp-key-added', 'sftp-key-revoked']));
  });

  it('end with the right of whoever added them', async () => {
    const { person, browser } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
    const key = (await add(browser)).body as SftpKey;
    const membership = await here.membershipOf(person);
    const changed = await here.administrator.browser.patch(
      here.at(`/people/${membership.id}`),
      { role: 'vendor_contributor' },
      membership.version,
    );
    expect(changed.status).toBe(200);
    expect(await find(key.fingerprint)).toBeNull();
  });
});
