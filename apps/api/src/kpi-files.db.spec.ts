import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as startRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { KpiFile, KpiFileReceipt } from '@plumbline/measurements/schema';
import { actorIn } from '@plumbline/platform/testing';
import request, { type Test } from 'supertest';
import { ApiUnderTest, Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const CSV = 'day,queue,offered\n2026-03-01,claims,10\n';
const SEPARATOR = /[\\/]/;

describe('KPI files over HTTP', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let partner: Browser;
  let folder: string;
  let address: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-files-'));
    process.env['PLUMBLINE_FILES'] = folder;
    api = await ApiUnderTest.start();
    here = await TenantUnderTest.make(api);
    partner = (await api.member(here.tenant, 'vendor_contributor', here.vendor.id)).browser;
    await api.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true });
  });

  const hand = (
    content: string | Buffer,
    name = 'march.csv',
    vendorId = here.vendor.id,
    by = partner,
  ): Test =>
    request(api.app.getHttpServer())
      .post(here.at(`/kpi-files?vendorId=${vendorId}`))
      .set(by.headers())
      .attach('file', Buffer.from(content), name);
  const until = async (so: () => Promise<boolean>) => {
    while (!(await so())) await pause(10);
  };
  const storedFiles = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
      .length;

  it('takes a file, says what it is, and gives it back byte for byte as an attachment', async () => {
    const taken = await hand(CSV, '../../März "neu".csv');
    expect(taken.status).toBe(201);
    const file = taken.body as KpiFile;
    expect(file).toMatchObject({
      state: 'received',
      bytes: Buffer.byteLength(CSV),
      sha256: createHash('sha256').update(CSV).digest('hex'),
      uploadedVia: 'page',
      layout: { delimiter: ',', columns: [{ header: 'day' }, { header: 'queue' }, { header: 'offered' }] },
    });
    expect(file.name).not.toMatch(SEPARATOR);
    expect(taken.headers['etag']).toBe('"1"');

    const got = await partner.get(here.at(`/kpi-files/${file.id}/content`)).buffer(true);
    expect(got.status).toBe(200);
    expect((got.body as Buffer).toString()).toBe(CSV);
    expect(got.headers['content-disposition']).toMatch(/^attachment;/);
    expect([got.headers['x-content-type-options'], got.headers['content-security-policy']]).toEqual([
      'nosniff',
      `sandbox; default-src 'none'`,
    ]);
  });

  it('stores the same bytes once, and a repeated submission makes no second file', async () => {
    const before = await storedFiles();
    const [first, again] = [
      await hand(`${CSV}2026-03-02,claims,1\n`),
      await hand(`${CSV}2026-03-02,claims,1\n`),
    ];
    expect((first.body as KpiFile).id).not.toBe((again.body as KpiFile).id);
    expect(await storedFiles()).toBe(before + 1);

    const keyed = () => hand(`${CSV}2026-03-03,claims,1\n`).set('Idempotency-Key', 'one-intent');
    const made = await keyed();
    const replayed = await keyed();
    expect([made.status, replayed.status, replayed.headers['idempotency-replayed']]).toEqual([
      201,
      201,
      'true',
    ]);
    expect((replayed.body as KpiFile).id).toBe((made.body as KpiFile).id);
  });

  it.each<[string, Buffer, number, string]>([
    ['an empty file', Buffer.alloc(0), 422, 'empty-file'],
    ['an XLSX with the name of a CSV', Buffer.from('504b0304140006000800', 'hex'), 422, 'name-and-content'],
    ['a NUL', Buffer.from('day,offered\n2026-03-01,\0\n'), 422, 'nul-byte'],
    ['Latin-1', Buffer.from('tag,anrufe\nM\xe4rz,1\n', 'latin1'), 422, 'not-utf-8'],
    ['a record that never ends', Buffer.from(`day,offered\n"${'x'.repeat(300_000)}`), 201, ''],
  ])('answers %s with its own problem and keeps nothing refused', async (_, bytes, status, problem) => {
    const before = await storedFiles();
    const answer = await hand(bytes);
    expect([answer.status, status === 201 ? '' : code(answer)]).toEqual([status, problem]);
    expect(await storedFiles()).toBe(before + (status === 201 ? 1 : 0));
  });

  it('takes one part called file, and nothing else', async () => {
    const to = () =>
      request(api.app.getHttpServer())
        .post(here.at(`/kpi-files?vendorId=${here.vendor.id}`))
        .set(partner.headers());
    expect((await to().attach('other', Buffer.from(CSV), 'a.csv')).status).toBe(400);
    expect(
      (await to().attach('file', Buffer.from(CSV), 'a.csv').attach('file', Buffer.from(CSV), 'b.csv')).status,
    ).toBe(400);
    expect((await to().field('vendorId', here.vendor.id)).status).toBe(400);
    expect((await to().send({ file: CSV })).status).toBe(415);
    expect((await hand(CSV).query({ autoConfirm: 'maybe' })).status).toBe(400);
  });

  describe('the file as the body itself', () => {
    const body = (
      content: string | Buffer,
      query = `vendorId=${here.vendor.id}&name=march.csv`,
      type = 'text/csv',
    ) =>
      request(api.app.getHttpServer())
        .post(here.at(`/kpi-files?${query}`))
        .set({ ...partner.headers(), 'Content-Type': type })
        .send(content);

    it('is taken like a part, and called as the address or the header says', async () => {
      const part = (await hand(`${CSV}2026-03-11,claims,1\n`)).body as KpiFile;
      const whole = await body(`${CSV}2026-03-11,claims,1\n`);
      expect(whole.status).toBe(201);
      const { id: _, createdAt: __, ...same } = part;
      expect(whole.body).toMatchObject(same);
      const said = await body(CSV, `vendorId=${here.vendor.id}`).set(
        'Content-Disposition',
        `attachment; filename="x.csv"; filename*=UTF-8''..%2F..%2FM%C3%A4rz.csv`,
      );
      expect((said.body as KpiFile).name).toBe('März.csv');
      const nameless = await body(CSV, `vendorId=${here.vendor.id}`);
      expect([nameless.status, (nameless.body as { fields: { path: string }[] }).fields[0]?.path]).toEqual([
        400,
        'query.name',
      ]);
    });

    it('is refused for the same reasons, keeping nothing', async () => {
      const before = await storedFiles();
      const codes = [
        await body(''),
        await body(Buffer.from('504b0304140006000800', 'hex')),
        await body(Buffer.from('day,offered\n2026-03-01,\0\n')),
        await body(CSV).set('Content-Encoding', 'gzip'),
        await body('{}', `vendorId=${here.vendor.id}&name=a.csv`, 'application/json'),
        await body(CSV, `vendorId=${here.otherVendor.id}&name=a.csv`),
        await body(CSV, 'name=a.csv'),
        await body(CSV, `vendorId=${here.vendor.id}&vendorCode=X&name=a.csv`),
      ].map((answer) => [answer.status, code(answer)]);
      expect(codes).toEqual([
        [422, 'empty-file'],
        [422, 'name-and-content'],
        [422, 'nul-byte'],
        [415, 'media-type'],
        [415, 'media-type'],
        [404, 'not-found'],
        [400, 'invalid'],
        [400, 'invalid'],
      ]);
      expect(await storedFiles()).toBe(before);
    });

    it.each([
      ['a file beyond 2 GiB', 'a.csv', 'text/csv', 2 * 1024 ** 3 + 1, 413],
      ['a form around one', 'a.csv', 'multipart/form-data; boundary=x', 2 * 1024 ** 3 + 70_000, 413],
      ['a workbook beyond 20 MiB', 'a.xlsx', 'application/octet-stream', 20 * 1024 ** 2 + 1, 422],
      ['what is no KPI file by its name', 'a.pdf', 'application/octet-stream', 1_000_000, 422],
    ])('that is said to be %s is refused before it is taken', async (_, name, type, bytes, status) => {
      const { port } = api.app.getHttpServer().address() as AddressInfo;
      const call = startRequest({
        port,
        method: 'POST',
        path: here.at(`/kpi-files?vendorId=${here.vendor.id}&name=${name}`),
        headers: { ...partner.headers(), 'Content-Type': type, 'Content-Length': bytes },
      });
      call.write(CSV);
      const [answer] = (await once(call, 'response')) as [IncomingMessage];
      expect(answer.statusCode).toBe(status);
      call.destroy();
    });

    it('whose connection breaks leaves nothing behind', async () => {
      const before = await storedFiles();
      const { port } = api.app.getHttpServer().address() as AddressInfo;
      const call = startRequest({
        port,
        method: 'POST',
        path: here.at(`/kpi-files?vendorId=${here.vendor.id}&name=broken.csv`),
        headers: { ...partner.headers(), 'Content-Type': 'text/csv', 'Content-Length': 1_000_000 },
      });
      call.on('error', () => undefined);
      call.write(CSV);
      await until(async () => (await storedFiles()) > before);
      call.destroy();
      await until(async () => (await storedFiles()) === before);
      const listed = (await partner.get(here.at('/kpi-files?limit=200'))).body as { items: KpiFile[] };
      expect(listed.items.filter((file) => file.name === 'broken.csv')).toEqual([]);
    });

    it('sent twice under one Idempotency-Key is one file', async () => {
      const keyed = () => body(`${CSV}2026-03-13,claims,1\n`).set('Idempotency-Key', 'one-body');
      const [made, again] = [await keyed(), await keyed()];
      expect((again.body as KpiFile).id).toBe((made.body as KpiFile).id);
    });
  });

  it('says on a receipt who sent what, when, by which way and from where', async () => {
    const sent = (await hand(CSV)).body as KpiFile;
    const receipt = await partner.get(here.at(`/kpi-files/${sent.id}/receipt`)).expect(200);
    expect(receipt.body as KpiFileReceipt).toEqual({
      reference: sent.id,
      issuedAt: api.clock.now().toString({ smallestUnit: 'millisecond' }),
      tenant: { slug: here.tenant.slug, name: here.tenant.name },
      vendor: sent.vendor,
      file: { name: 'march.csv', bytes: Buffer.byteLength(CSV), sha256: sent.sha256 },
      received: { at: sent.createdAt, by: 'Robin Sample', via: 'page', address: partner.ip, key: null },
      state: 'received',
      refusal: null,
      rows: sent.rows,
      months: [],
      warnings: [],
      restatementReason: null,
      loadNumber: null,
      loadedAt: null,
      finishedAt: null,
    } satisfies KpiFileReceipt);
  });

  it.each([
    ['curl/8.5.0', 'api'],
    ['plumbline-cli/0.1.0', 'cli'],
  ])('notes a machine that calls itself %s as %s, with its key', async (agent, via) => {
    const administrator = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
    const made = await administrator.post(here.at('/api-keys'), {
      name: 'Nightly run',
      vendorId: here.vendor.id,
      scopes: ['kpi-file.read', 'kpi-file.upload'],
      expiresInDays: 1,
    });
    const { id, key } = made.body as { id: string; key: string };
    const [vendor] = await here.query<{ code: string }>(
      'select code from vendor where tenant_id = $1 and id = $2',
      here.vendor.id,
    );
    const sent = await request(api.app.getHttpServer())
      .post(here.at(`/kpi-files?vendorCode=${vendor?.code}&name=night.csv`))
      .set({ Authorization: `Bearer ${key}`, 'User-Agent': agent, 'Content-Type': 'text/csv' })
      .send(CSV);
    expect([
      sent.status,
      (sent.body as KpiFile).uploadedVia,
      (sent.body as KpiFile).uploadedFrom.key,
    ]).toEqual([201, via, id]);
  });

  it('holds a partner to its own vendor, and hides the files of others', async () => {
    expect((await hand(CSV, 'a.csv', here.otherVendor.id)).status).toBe(404);
    const manager = (await api.member(here.tenant, 'vendor_manager')).browser;
    const foreign = (await hand(CSV, 'a.csv', here.otherVendor.id, manager)).body as KpiFile;
    for (const path of ['', '/content', '/receipt', '/problems', '/problems.csv', '/mapping-suggestion'])
      expect((await partner.get(here.at(`/kpi-files/${foreign.id}${path}`))).status).toBe(404);
    expect((await partner.get(here.at(`/events?topics=kpi-file:${foreign.id}`))).status).toBe(404);
    const listed = (await partner.get(here.at('/kpi-files?limit=200'))).body as { items: KpiFile[] };
    expect(new Set(listed.items.map((file) => file.vendor.id))).toEqual(new Set([here.vendor.id]));
    const executive = (await api.member(here.tenant, 'executive')).browser;
    expect((await hand(CSV, 'a.csv', here.vendor.id, executive)).status).toBe(403);
  });

  it('tells an open page of every change, and other sites nothing', async () => {
    const file = (await hand(CSV)).body as KpiFile;
    const ended = new AbortController();
    const stream = await fetch(`${address}${here.at(`/events?topics=kpi-file:${file.id}`)}`, {
      headers: { ...partner.headers(), 'sec-fetch-site': 'same-origin' },
      signal: ended.signal,
    });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const states: string[] = [];
    const listening = (async () => {
      const decoder = new TextDecoder();
      let text = '';
      for await (const piece of stream.body ?? []) {
        text += decoder.decode(piece as Uint8Array);
        for (const event of text.split('\n\n').slice(0, -1))
          if (event.startsWith('data: ')) states.push((JSON.parse(event.slice(6)) as KpiFile).state);
        text = text.slice(text.lastIndexOf('\n\n') + 2);
        if (states.includes('withdrawn')) return;
      }
    })();
    await partner
      .post(here.at(`/kpi-files/${file.id}/withdrawal`))
      .set('If-Match', '"1"')
      .expect(200);
    await listening;
    ended.abort();
    expect(states).toEqual(['received', 'withdrawn']);

    const foreign = await fetch(`${address}${here.at(`/events?topics=kpi-file:${file.id}`)}`, {
      headers: { ...partner.headers(), 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
  });

  it('never serves a file whose bytes were touched', async () => {
    const file = (await hand(`${CSV}2026-03-09,claims,1\n`)).body as KpiFile;
    const [stored] = await api.database.door.withTenant(actorIn(here.tenant, 'administrator'), (tx) =>
      tx.query<{ id: string }>('select stored_file_id as id from kpi_file where tenant_id = $1 and id = $2', [
        here.tenant.id,
        file.id,
      ]),
    );
    const { readFile, writeFile } = await import('node:fs/promises');
    const path = join(folder, here.tenant.id, (stored?.id ?? '').slice(-2), stored?.id ?? '');
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
    await writeFile(path, bytes);
    const got = await partner.get(here.at(`/kpi-files/${file.id}/content`));
    expect(got.status).toBe(500);
    expect(got.text).not.toContain('claims');
  });
});
