import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Document } from '@plumbline/documents/schema';
import { actorIn } from '@plumbline/platform/testing';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request, { type Test } from 'supertest';
import { ApiUnderTest, type Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const PDF = Buffer.from('%PDF-1.7\nsigned\n');

describe('documents over HTTP', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let manager: Browser;
  let partner: Browser;
  let otherPartner: Browser;
  let auditor: Browser;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-documents-'));
    process.env['PLUMBLINE_FILES'] = folder;
    api = await ApiUnderTest.start();
    here = await TenantUnderTest.make(api);
    manager = (await api.member(here.tenant, 'vendor_manager')).browser;
    partner = (await api.member(here.tenant, 'vendor_contributor', here.vendor.id)).browser;
    otherPartner = (await api.member(here.tenant, 'vendor_contributor', here.otherVendor.id)).browser;
    auditor = (await api.member(here.tenant, 'compliance_auditor')).browser;
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });

  const send = (by: Browser, query: string, content = PDF, name = 'contract.pdf'): Test =>
    request(api.app.getHttpServer())
      .post(here.at(`/documents${query}`))
      .set(by.headers())
      .attach('file', content, name);
  const sendBody = (by: Browser, query: string, content = PDF): Test =>
    request(api.app.getHttpServer())
      .post(here.at(`/documents${query}`))
      .set(by.headers())
      .set('Content-Type', 'application/octet-stream')
      .send(content);
  const made = async (by: Browser, query: string): Promise<Document> => {
    const answer = await send(by, query);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as Document;
  };
  const kept = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;

  it('are kept with who sent them, and given back byte for byte as an attachment, which is logged', async () => {
    const document = await made(partner, `?vendorId=${here.vendor.id}`);
    expect(document).toMatchObject({
      name: 'contract.pdf',
      mediaType: 'application/pdf',
      bytes: PDF.length,
      sha256: createHash('sha256').update(PDF).digest('hex'),
      vendorId: here.vendor.id,
      uploadedBySide: 'vendor',
    });
    const back = await manager.get(here.at(`/documents/${document.id}/content`)).buffer(true);
    expect(back.status).toBe(200);
    expect(Buffer.from(back.body as Buffer)).toEqual(PDF);
    expect(back.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=contract.pdf',
      'x-content-type-options': 'nosniff',
    });
    expect((await here.logged()).filter((action) => action.startsWith('document-'))).toEqual([
      'document-received',
      'document-read',
    ]);
  });

  it('may be the body itself, called as the query says', async () => {
    const answer = await sendBody(manager, '?name=a/b/policy.pdf');
    expect([answer.status, (answer.body as Document).name]).toEqual([201, 'policy.pdf']);
    expect((await sendBody(manager, '')).body).toMatchObject({ fields: [{ path: 'query.name' }] });
  });

  it('of the insurer’s side alone, and of another vendor, are not there for a vendor', async () => {
    const internal = await made(manager, '');
    const shared = await made(manager, `?vendorId=${here.vendor.id}`);
    const statuses = async (by: Browser, { id }: Document) =>
      [
        (await by.get(here.at(`/documents/${id}`))).status,
        (await by.get(here.at(`/documents/${id}/content`))).status,
      ] as const;
    expect(await statuses(partner, internal)).toEqual([404, 404]);
    expect(await statuses(partner, shared)).toEqual([200, 200]);
    expect(await statuses(otherPartner, shared)).toEqual([404, 404]);
    expect(await statuses(auditor, internal)).toEqual([200, 200]);
  });

  it.each([
    ['a vendor’s user for another vendor', () => send(partner, `?vendorId=${here.otherVendor.id}`), 404],
    ['a vendor’s user for nobody', () => send(partner, ''), 400],
    ['an auditor, who only reads', () => send(auditor, ''), 403],
    ['a page called a PDF', () => send(manager, '', Buffer.from('<html>')), 415],
    ['a program', () => send(manager, '', Buffer.from('MZ'), 'run.exe'), 415],
    ['nothing', () => send(manager, '', Buffer.alloc(0)), 415],
    [
      'more than is taken',
      () => send(manager, '', Buffer.concat([PDF, Buffer.alloc(25 * 1024 * 1024)])),
      413,
    ],
  ])('from %s are refused, and nothing of them is kept', async (_, call, status) => {
    const before = await kept();
    const answer = await call();
    expect([answer.status, code(answer) === undefined]).toEqual([status, false]);
    expect(await kept()).toBe(before);
  });

  it('are referred to by what speaks of the same vendor only', async () => {
    const { DocumentDirectory } = await import('@plumbline/documents/server');
    const { Door } = await import('@plumbline/platform/database');
    const directory = api.get(DocumentDirectory);
    const door = api.get(Door);
    const of = await made(manager, `?vendorId=${here.vendor.id}`);
    const internal = await made(manager, '');
    const demand = (ids: readonly string[], vendorId: string | null, scope?: string) =>
      door.withTenant(
        scope === undefined
          ? actorIn(here.tenant, 'vendor_manager')
          : actorIn(here.tenant, 'vendor_contributor', [scope]),
        (tx) => directory.demand(tx, ids, vendorId, 'evidence'),
      );
    await demand([of.id, internal.id], here.vendor.id);
    const unknown = { fields: [expect.objectContaining({ path: 'evidence.1', code: 'document-unknown' })] };
    await expect(demand([internal.id, of.id], here.otherVendor.id)).rejects.toMatchObject(unknown);
    await expect(demand([of.id, internal.id], here.vendor.id, here.vendor.id)).rejects.toMatchObject(unknown);
  });
});
