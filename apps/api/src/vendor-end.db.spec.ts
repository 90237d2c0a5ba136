import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiKeys, SftpKeys } from '@plumbline/platform/identity';
import { actorIn } from '@plumbline/platform/testing';
import type { DueDiligence, Vendor, VendorLife, VendorStep } from '@plumbline/vendors/schema';
import request from 'supertest';
import { ApiUnderTest, Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
import { publicKey } from './public-key-under-test';
import { code } from './tenant-under-test';

/** A vendor's life over HTTP, with the contracts and people of the product behind its gates. */
describe('a vendor through its gates', () => {
  let api: ApiUnderTest;
  let insurer: InsurerUnderTest;
  let administrator: Browser;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    insurer = await InsurerUnderTest.open(api, 'gates');
    administrator = (await api.member(insurer.tenant, 'administrator')).browser;
  });

  const path = (rest = '') => insurer.at(`/vendors/${insurer.vendor.id}${rest}`);
  const vendor = async () => (await insurer.manager.get(path())).body as Vendor;
  const life = async () => (await insurer.manager.get(path('/life'))).body as VendorLife;
  const ask = async (to: string, more: object = {}) => {
    const { version } = await vendor();
    const asked = await insurer.manager
      .post(path('/transitions'), { to, reason: 'As planned', ...more })
      .set('If-Match', `"${version}"`);
    if (asked.status !== 201) throw new Error(asked.text);
    return asked.body as VendorStep;
  };
  const approve = ({ id, version }: VendorStep, by = administrator) =>
    by
      .post(insurer.at(`/vendor-steps/${id}/decision`), { outcome: 'approved' })
      .set('If-Match', `"${version}"`);

  /** Hands in by the manager, accepts by the administrator. */
  const settle = async () => {
    const { items } = (await insurer.manager.get(path('/due-diligence'))).body as DueDiligence;
    for (const { id, version } of items.filter(({ standing }) => standing === 'open')) {
      const item = insurer.at(`/due-diligence-items/${id}`);
      await insurer.manager
        .post(`${item}/submissions`, { kind: 'evidence', note: 'Looked at' })
        .set('If-Match', `"${version}"`);
      await administrator
        .post(`${item}/decision`, { outcome: 'accepted' })
        .set('If-Match', `"${version + 1}"`);
    }
  };

  it('comes back from a suspension under an active contract only', async () => {
    await ask('suspended');
    const back = await ask('active');
    const open = async () =>
      (await life()).next.find(({ to }) => to === 'active')?.gate.filter(({ met }) => !met) ?? [];
    expect((await open()).map(({ code: asked, reason }) => `${asked}: ${reason}`)).toEqual([
      'services: none',
      'contract-active: no-contract',
      'contract-findings: no-contract',
      'due-diligence-begun: no-items',
    ]);
    expect(code(await approve(back))).toBe('gate-open');
    await insurer.agree([
      { name: 'Disclosures', metric: 'qa_disclosure', comparator: '>=', value: '0.95', weight: '100' },
    ]);
    expect((await open()).map(({ code: asked, reason }) => `${asked}: ${reason}`)).not.toContain(
      'contract-active: no-contract',
    );
  });

  it('takes its people’s access with it when it ends, and lets nobody in any more', async () => {
    const approved = await approve(await ask('offboarding', { endDate: '2026-03-01' }));
    expect(approved.status).toBe(200);
    await administrator.post(insurer.at('/invitations'), {
      email: 'after.the.end@vendor-end.test',
      role: 'vendor_contributor',
      vendorId: insurer.vendor.id,
    });
    const token = await api.mailedToken('after.the.end@vendor-end.test');
    await settle();
    const ending = await ask('ended');
    expect(code(await approve(ending, insurer.manager))).toBe('own-request');
    expect((await insurer.partner.get(path())).status).toBe(200);
    expect((await approve(ending)).status).toBe(200);
    expect((await vendor()).state).toBe('ended');

    expect((await insurer.partner.get(path())).status).toBe(401);
    expect((await new Browser(api).get(`/api/v1/invitations/${token}`)).status).toBe(404);
    const again = await administrator.post(insurer.at('/invitations'), {
      email: 'even.later@vendor-end.test',
      role: 'vendor_contributor',
      vendorId: insurer.vendor.id,
    });
    expect(code(again)).toBe('vendor-ended');
    const { items } = (await administrator.get(insurer.at(`/people?vendorId=${insurer.vendor.id}`))).body as {
      items: unknown[];
    };
    expect(items).toEqual([]);
  });

  it('ends its keys by name in the activity log, and no key is made for it any more', async () => {
    const owner = (await api.member(insurer.tenant, 'vendor_administrator', insurer.vendor.id)).browser;
    const sftp = () => ({ name: 'Nightly', vendorId: insurer.vendor.id, publicKey: publicKey() });
    const machine = {
      ...{ name: 'Robot', vendorId: insurer.vendor.id, scopes: ['kpi-file.read'], expiresInDays: 30 },
    };
    const made = [
      await owner.post(insurer.at('/api-keys'), machine),
      await owner.post(insurer.at('/sftp-keys'), sftp()),
    ].map(({ body }) => body as { id: string; key?: string; fingerprint?: string });
    const letsIn = async () => {
      const { door } = api.database;
      const { slug } = insurer.tenant;
      return [
        (await new ApiKeys(door, api.clock).find(slug, made[0]?.key ?? '')) !== null,
        (await new SftpKeys(door, api.clock).find(slug, made[1]?.fingerprint ?? '')) !== null,
      ];
    };
    expect(await letsIn()).toEqual([true, true]);
    expect((await approve(await ask('offboarding', { endDate: '2026-03-01' }))).status).toBe(200);
    await settle();
    expect((await approve(await ask('ended'))).status).toBe(200);

    const lines = await administrator.get(insurer.at('/activity-log?limit=100'));
    const revoked = (
      lines.body as { items: { action: string; thingId: string; detail: object }[] }
    ).items.filter(({ action }) => action.endsWith('-key-revoked'));
    expect(revoked.map(({ thingId }) => thingId).sort()).toEqual(made.map(({ id }) => id).sort());
    expect(revoked.map(({ detail }) => detail)).toEqual([{ vendorEnded: true }, { vendorEnded: true }]);
    expect(code(await administrator.post(insurer.at('/sftp-keys'), sftp()))).toBe('vendor-ended');
    expect(await letsIn()).toEqual([false, false]);
    // as if they had been made in the moment in which it ended
    const manager = actorIn(insurer.tenant, 'administrator');
    for (const table of ['api_key', 'sftp_key'])
      await api.database.door.withTenant(manager, (tx) =>
        tx.query(`update ${table} set revoked_at = null where tenant_id = $1`, [tx.tenantId]),
      );
    expect(await letsIn()).toEqual([false, false]);
  });

  it('takes documents of the vendor itself as evidence, and of nobody else', async () => {
    await ask('suspended');
    const { version } = await vendor();
    await insurer.manager
      .post(path('/due-diligence/takeover'), { reason: 'It came before there was a checklist' })
      .set('If-Match', `"${version}"`);
    const { items } = (await insurer.partner.get(path('/due-diligence'))).body as DueDiligence;
    const item = items.find((each) => each.code === 'insurance');
    if (!item) throw new Error('no item');
    const send = async (by: Browser, query: string) => {
      const sent = await request(api.app.getHttpServer())
        .post(insurer.at(`/documents${query}`))
        .set(by.headers())
        .attach('file', Buffer.from('Five million\n'), 'cover.txt');
      return (sent.body as { id: string }).id;
    };
    const own = await send(insurer.partner, `?vendorId=${insurer.vendor.id}`);
    const internal = await send(insurer.manager, '');
    const submit = (documents: string[]) =>
      insurer.partner
        .post(insurer.at(`/due-diligence-items/${item.id}/submissions`), {
          kind: 'evidence',
          note: 'Cover until 2027',
          documents,
        })
        .set('If-Match', `"${item.version}"`);
    const refused = await submit([own, internal]);
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ fields: [{ path: 'documents.1', code: 'document-unknown' }] });
    const taken = await submit([own]);
    expect(taken.body).toMatchObject({ submissions: [{ documents: [{ id: own, name: 'cover.txt' }] }] });
  });
});
