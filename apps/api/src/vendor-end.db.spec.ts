import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DueDiligence, Vendor, VendorLife, VendorStep } from '@plumbline/vendors/schema';
import request from 'supertest';
import { ApiUnderTest, Browser } from './api-under-test';
import { InsurerUnderTest } from './insurer-under-test';
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
