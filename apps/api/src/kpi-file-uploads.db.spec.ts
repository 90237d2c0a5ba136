import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { request as startRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type KpiFile, type KpiFileUpload, largestFile } from '@plumbline/measurements/schema';
import { newId } from '@plumbline/platform/database';
import { workerActor } from '@plumbline/platform/tenancy';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { Upload } from 'tus-js-client';
import { ApiUnderTest, Browser } from './api-under-test';
import { code, TenantUnderTest } from './tenant-under-test';

const HEADER = 'day,queue,offered\n';
/** A file of its own each time, longer than one frame of the store. */
let made = 0;
const csv = (rows = 6_000) => {
  made += 1;
  const row = (at: number) => `2026-03-01,queue ${made},${at}\n`;
  return Buffer.from(HEADER + Array.from({ length: rows }, (_, at) => row(at)).join(''));
};
const hex = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const metadata = (said: Record<string, string>) =>
  Object.entries(said)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

describe('KPI files in pieces', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let partner: Browser;
  let colleague: Browser;
  let manager: Browser;
  let machine: { id: string; key: string };
  let folder: string;
  let port: number;
  /** Passport is one for all that run in a process, so none of these ends before the last test. */
  const others: NestExpressApplication[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-files-'));
    process.env['PLUMBLINE_FILES'] = folder;
    api = await ApiUnderTest.start();
    await api.app.listen(0, '127.0.0.1');
    ({ port } = api.app.getHttpServer().address() as AddressInfo);
  });
  beforeEach(async () => {
    here = await TenantUnderTest.make(api);
    partner = (await api.member(here.tenant, 'vendor_contributor', here.vendor.id)).browser;
    colleague = (await api.member(here.tenant, 'vendor_administrator', here.vendor.id)).browser;
    manager = (await api.member(here.tenant, 'vendor_manager')).browser;
    const key = await colleague.post(here.at('/api-keys'), {
      name: 'Nightly run',
      vendorId: here.vendor.id,
      scopes: ['kpi-file.read', 'kpi-file.upload'],
      expiresInDays: 30,
    });
    machine = key.body as { id: string; key: string };
  });
  afterAll(async () => {
    for (const other of others) await other.close();
    await api.stop();
    await rm(folder, { recursive: true });
  });

  type Caller = Record<string, string>;
  const asMachine = (agent = 'curl/8.5.0'): Caller => ({
    Authorization: `Bearer ${machine.key}`,
    'User-Agent': agent,
  });
  const server = () => request(api.app.getHttpServer());
  const begin = (by: Caller, bytes: number, said: Record<string, string> = {}, vendorId = here.vendor.id) =>
    server()
      .post(here.at(`/kpi-file-uploads?vendorId=${vendorId}`))
      .set({ 'Tus-Resumable': '1.0.0', ...by, 'Upload-Length': String(bytes) })
      .set('Upload-Metadata', metadata({ filename: 'march.csv', ...said }));
  const begun = async (by: Caller, bytes: number, said?: Record<string, string>): Promise<string> => {
    const answer = await begin(by, bytes, said);
    expect([answer.status, code(answer)]).toEqual([201, undefined]);
    return (answer.body as KpiFileUpload).id;
  };
  const at = (id: string, rest = '') => here.at(`/kpi-file-uploads/${id}${rest}`);
  const send = (by: Caller, id: string, offset: number, bytes: Buffer, more: Caller = {}) =>
    server()
      .patch(at(id))
      .set({ 'Tus-Resumable': '1.0.0', 'Content-Type': 'application/offset+octet-stream', ...by })
      .set({ 'Upload-Offset': String(offset), ...more })
      .send(bytes);
  const offsetOf = async (by: Caller, id: string) =>
    Number((await server().head(at(id)).set(by)).headers['upload-offset']);
  const completion = (by: Caller, id: string) => server().post(at(id, '/completion')).set(by);
  const until = async (so: () => Promise<boolean>) => {
    while (!(await so())) await pause(5);
  };
  /** Sends some bytes of a larger piece and hangs up once they are being stored. */
  const breakOff = async (by: Caller, id: string, offset: number, bytes: Buffer, more: Caller = {}) => {
    const call = startRequest({
      port,
      method: 'PATCH',
      path: at(id),
      headers: {
        ...by,
        ...more,
        'Content-Type': 'application/offset+octet-stream',
        'Upload-Offset': String(offset),
        'Content-Length': String(bytes.length + 1_000),
      },
    });
    call.on('error', () => undefined);
    const before = (await rows())?.['pieces'];
    await new Promise((sent) => call.write(bytes, sent));
    await until(async () => (await rows())?.['pieces'] !== before);
    call.socket?.end();
  };
  const onDisk = async () =>
    (await readdir(join(folder, here.tenant.id), { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  /** What the tenant has, seen as a job sees it. */
  const rows = async () => {
    const [counted] = await api.database.door.withTenant(workerActor(here.tenant, 'spec'), (tx) =>
      tx.query(
        `select (select count(*)::int from kpi_file where tenant_id = $1) as files,
           (select count(*)::int from kpi_file_upload where tenant_id = $1) as uploads,
           (select count(*)::int from kpi_file_upload_piece where tenant_id = $1) as pieces`,
        [here.tenant.id],
      ),
    );
    return counted;
  };

  it('go on where the connection broke, at any byte, and end as if they had come in one', async () => {
    const content = csv();
    const whole = await server()
      .post(here.at(`/kpi-files?vendorId=${here.vendor.id}`))
      .set(partner.headers())
      .attach('file', content, 'march.csv');
    const id = await begun(partner.headers(), content.length, { fingerprint: 'as-the-page-knows-it' });
    let offset = 0;
    for (const bytes of [1, 17, 65_535, 65_537]) {
      await breakOff(partner.headers(), id, offset, content.subarray(offset, offset + bytes));
      offset += bytes;
      await until(async () => (await offsetOf(partner.headers(), id)) === offset);
    }
    for (const path of await onDisk())
      expect([path, (await readFile(path)).includes('2026-03-01')]).toEqual([path, false]);
    const last = await send(partner.headers(), id, offset, content.subarray(offset));
    expect([last.status, last.headers['upload-offset'], last.headers['tus-resumable']]).toEqual([
      204,
      String(content.length),
      '1.0.0',
    ]);
    const file = (await completion(partner.headers(), id).expect(200)).body as KpiFile;
    const { id: _, ...one } = whole.body as KpiFile;
    expect(file).toEqual({ ...one, id: file.id });
    expect([file.sha256, file.uploadedVia]).toEqual([hex(content), 'page']);
    const got = await partner.get(here.at(`/kpi-files/${file.id}/content`)).buffer(true);
    expect((got.body as Buffer).equals(content)).toBe(true);
    // the same bytes were there already: nothing but those is left
    expect([(await onDisk()).length, (await rows())?.['pieces']]).toEqual([1, 0]);
  });

  it('say where they stand to whoever began them', async () => {
    const answer = await begin(partner.headers(), 1_000, { fingerprint: 'f', sha256: hex(Buffer.from('x')) });
    const upload = answer.body as KpiFileUpload;
    expect(answer.headers['location']).toBe(at(upload.id));
    expect(upload).toMatchObject({
      name: 'march.csv',
      state: 'receiving',
      bytes: 1_000,
      received: 0,
      fingerprint: 'f',
      vendor: { id: here.vendor.id },
    });
    await send(partner.headers(), upload.id, 0, csv().subarray(0, 400)).expect(204);
    const head = await server().head(at(upload.id)).set(partner.headers());
    expect([head.status, head.headers['upload-offset'], head.headers['upload-length']]).toEqual([
      200,
      '400',
      '1000',
    ]);
    expect([head.headers['cache-control'], head.text]).toEqual(['no-store', undefined]);
    const expires = api.clock.now().add({ hours: 24 });
    expect(Date.parse(head.headers['upload-expires'] ?? '')).toBe(expires.round('second').epochMilliseconds);
    const listed = (await partner.get(here.at('/kpi-file-uploads'))).body as { items: KpiFileUpload[] };
    expect(listed.items.map(({ id, received }) => [id, received])).toEqual([[upload.id, 400]]);
  });

  it('take a piece only where they stand, and none but a piece', async () => {
    const content = csv();
    const id = await begun(partner.headers(), content.length);
    await send(partner.headers(), id, 0, content.subarray(0, 100)).expect(204);
    const answers = [
      await send(partner.headers(), id, 0, content.subarray(0, 100)),
      await send(partner.headers(), id, 101, content.subarray(101)),
      await send(partner.headers(), id, 100, content.subarray(100), { 'Content-Type': 'text/csv' }),
      await send(partner.headers(), id, 100, content.subarray(100), { 'Upload-Offset': '-1' }),
      await send(partner.headers(), id, 100, content.subarray(100), { 'Tus-Resumable': '0.2.2' }),
      await send(partner.headers(), id, 100, Buffer.concat([content.subarray(100), Buffer.from('x')])),
      await completion(partner.headers(), id),
    ];
    expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
      [409, 'wrong-offset'],
      [409, 'wrong-offset'],
      [415, 'media-type'],
      [400, 'invalid'],
      [412, 'tus-version'],
      [413, 'too-large'],
      [409, 'upload-incomplete'],
    ]);
    expect(await offsetOf(partner.headers(), id)).toBe(100);
    await send(partner.headers(), id, 100, content.subarray(100)).expect(204);
    expect(((await completion(partner.headers(), id)).body as KpiFile).sha256).toBe(hex(content));
  });

  it('are refused at once where they are declared impossible', async () => {
    const answers = [
      await begin(partner.headers(), largestFile + 1),
      await begin(partner.headers(), 0),
      await begin(partner.headers(), 10).set('Upload-Length', 'ten'),
      await begin(partner.headers(), 10).set('Upload-Metadata', 'filetype dGV4dA=='),
      await begin(partner.headers(), 10).set('Upload-Metadata', 'filename ä'),
      await begin(partner.headers(), 10, { sha256: 'abc' }),
      await begin(partner.headers(), 10, {}, here.otherVendor.id),
      await begin(partner.headers(), 20 * 1024 ** 2 + 1, { filename: 'march.xlsx' }),
      await begin(partner.headers(), 64 * 1024 ** 2 + 1, { filename: 'march.csv.zip' }),
      await begin(partner.headers(), 10, { filename: 'march.pdf' }),
    ];
    expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
      [413, 'too-large'],
      [422, 'empty-file'],
      [400, 'invalid'],
      [400, 'invalid'],
      [400, 'invalid'],
      [400, 'invalid'],
      [404, 'not-found'],
      [422, 'packed-too-large'],
      [422, 'packed-too-large'],
      [422, 'name-and-content'],
    ]);
    expect(answers.at(-3)?.body).toMatchObject({
      detail: 'A workbook has at most 20 MiB. Send it in parts, or as plain CSV.',
      parameters: { what: 'workbook', mebibytes: 20 },
    });
    expect((await rows())?.['uploads']).toBe(0);
  });

  it('cannot be mixed by two writers at once: one wins, and the file is whole', async () => {
    const content = csv();
    const id = await begun(partner.headers(), content.length);
    const middle = 60_000;
    const both = await Promise.all([
      send(partner.headers(), id, 0, content.subarray(0, middle)),
      send(partner.headers(), id, 0, content.subarray(0, middle)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    const rest = await Promise.all(
      [1, 2, 3].map(() => send(partner.headers(), id, middle, content.subarray(middle))),
    );
    expect(rest.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect(((await completion(partner.headers(), id)).body as KpiFile).sha256).toBe(hex(content));
    expect(await rows()).toEqual({ files: 1, uploads: 1, pieces: 0 });
    expect((await onDisk()).length).toBe(1);
  });

  it('are nobody’s but the sender’s: others of the vendor, the insurer and other tenants find none', async () => {
    const content = csv();
    const id = await begun(partner.headers(), content.length);
    await send(partner.headers(), id, 0, content.subarray(0, 100)).expect(204);
    const elsewhere = await TenantUnderTest.make(api);
    const stranger = (await api.member(elsewhere.tenant, 'vendor_manager')).browser;
    for (const [who, own] of [
      [colleague.headers(), true],
      [manager.headers(), true],
      [asMachine(), true],
      [stranger.headers(), false],
    ] as const) {
      const path = own ? at(id) : elsewhere.at(`/kpi-file-uploads/${id}`);
      const answers = [
        await server().get(path).set(who),
        await server().head(path).set(who),
        await server()
          .patch(path)
          .set({ ...who, 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': '100' })
          .send(content.subarray(100)),
        await server().post(`${path}/completion`).set(who),
        await server().delete(path).set(who),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      const list = own ? here.at('/kpi-file-uploads') : elsewhere.at('/kpi-file-uploads');
      expect((await server().get(list).set(who)).body).toEqual({ items: [], nextCursor: null });
    }
    const missing = await server().get(at(newId())).set(partner.headers());
    const foreign = await server().get(at(id)).set(manager.headers());
    expect([(missing.body as { detail: string }).detail, missing.status]).toEqual([
      (foreign.body as { detail: string }).detail,
      foreign.status,
    ]);
    expect(await offsetOf(partner.headers(), id)).toBe(100);
  });

  it('that are removed leave nothing', async () => {
    const content = csv();
    const id = await begun(partner.headers(), content.length);
    await send(partner.headers(), id, 0, content.subarray(0, 70_000)).expect(204);
    expect((await onDisk()).length).toBe(1);
    await server().delete(at(id)).set(partner.headers()).expect(204);
    expect([await onDisk(), await rows()]).toEqual([[], { files: 0, uploads: 0, pieces: 0 }]);
    await server().head(at(id)).set(partner.headers()).expect(404);
  });

  it('of a machine carry its key, and are told apart by its program', async () => {
    for (const [agent, via] of [
      ['curl/8.5.0', 'api'],
      ['plumbline-cli/0.1.0', 'cli'],
    ] as const) {
      const content = csv();
      const id = await begun(asMachine(agent), content.length, { sha256: hex(content) });
      await send(asMachine(agent), id, 0, content).expect(204);
      const file = (await completion(asMachine(agent), id)).body as KpiFile;
      expect([file.uploadedVia, file.uploadedFrom.key]).toEqual([via, machine.id]);
    }
  });

  it('whose bytes are not those declared are refused: a piece is not taken, a file not kept', async () => {
    const content = csv();
    const sum = (algorithm: string, bytes: Buffer) =>
      `${algorithm} ${createHash(algorithm).update(bytes).digest('base64')}`;
    const id = await begun(partner.headers(), content.length);
    const checked = (bytes: Buffer, checksum: string) =>
      send(partner.headers(), id, 0, bytes, { 'Upload-Checksum': checksum });
    const piece = content.subarray(0, 1_000);
    const wrong = await checked(piece, sum('sha256', Buffer.from('other')));
    const unknown = await checked(piece, 'md5 AAAA');
    expect([wrong, unknown].map((answer) => [answer.status, code(answer)])).toEqual([
      [460, 'checksum-differs'],
      [400, 'invalid'],
    ]);
    await breakOff(partner.headers(), id, 0, piece, { 'Upload-Checksum': sum('sha256', piece) });
    await until(async () => (await rows())?.['pieces'] === 0 && (await onDisk()).length === 0);
    expect(await offsetOf(partner.headers(), id)).toBe(0);
    await checked(piece, sum('sha1', piece)).expect(204);

    const other = await begun(partner.headers(), content.length, { sha256: hex(Buffer.from('other')) });
    const answers = [
      await send(partner.headers(), other, 0, content),
      await completion(partner.headers(), other),
    ];
    expect(answers.map((answer) => [answer.status, code(answer)])).toEqual([
      [422, 'checksum-differs'],
      [422, 'checksum-differs'],
    ]);
    const told = (await partner.get(at(other))).body as KpiFileUpload;
    expect([told.state, told.refusal?.code, (await rows())?.['files']]).toEqual([
      'refused',
      'checksum-differs',
      0,
    ]);
  });

  it('that hold no table are refused like a file in one, and nothing of them is kept', async () => {
    const content = Buffer.from('%PDF-1.7 and so on');
    const id = await begun(partner.headers(), content.length);
    await send(partner.headers(), id, 0, content.subarray(0, 5)).expect(204);
    const last = await send(partner.headers(), id, 5, content.subarray(5));
    const again = await completion(partner.headers(), id);
    expect([last, again].map((answer) => [answer.status, code(answer)])).toEqual([
      [422, 'foreign-format'],
      [422, 'foreign-format'],
    ]);
    expect([await onDisk(), (await rows())?.['pieces'], (await rows())?.['files']]).toEqual([[], 0, 0]);
  });

  it('are limited for each sender and each tenant', async () => {
    for (let count = 0; count < 20; count += 1) await begun(partner.headers(), 100);
    const refused = await begin(partner.headers(), 100);
    expect([refused.status, code(refused)]).toEqual([429, 'too-many-uploads']);
    // others of the tenant are not kept out
    const first = await begun(colleague.headers(), largestFile);
    for (let count = 1; count < 20; count += 1) await begun(colleague.headers(), largestFile);
    for (let count = 20; count < 31; count += 1) await begun(asMachine(), largestFile);
    const full = await begin(manager.headers(), largestFile);
    expect([full.status, code(full)]).toEqual([429, 'too-many-uploads']);
    await server().delete(at(first)).set(colleague.headers()).expect(204);
    await begun(manager.headers(), largestFile);
  });

  it('are limited in number for all of a tenant together', async () => {
    await api.database.door.withTenant(workerActor(here.tenant, 'spec'), (tx) =>
      tx.query(
        `insert into kpi_file_upload (tenant_id, id, vendor_id, begun_by, begun_by_name, begun_by_kind, via, name, auto_confirm,
           bytes, state, created_at, updated_at, expires_at)
         select $1, gen_random_uuid(), $2, 'key-' || n, 'Machine', 'api-key', 'api', 'march.csv', false, 100, 'receiving', $3::timestamptz, $3,
           $3::timestamptz + interval '1 day' from generate_series(1, 199) n`,
        [tx.tenantId, here.vendor.id, api.clock.date()],
      ),
    );
    await begun(partner.headers(), 100);
    const full = await begin(colleague.headers(), 100);
    expect([full.status, code(full)]).toEqual([429, 'too-many-uploads']);
  });

  it('can be sent by any client that speaks tus', async () => {
    const content = csv(20_000);
    const url = await new Promise<string | null>((done, fail) => {
      const upload: Upload = new Upload(content, {
        endpoint: `http://127.0.0.1:${port}${here.at(`/kpi-file-uploads?vendorId=${here.vendor.id}`)}`,
        metadata: { filename: 'Märzbericht.csv', filetype: 'text/csv' },
        headers: asMachine(),
        chunkSize: 100_000,
        onSuccess: () => done(upload.url),
        onError: fail,
      });
      upload.start();
    });
    const id = url?.split('/').at(-1) ?? '';
    const file = (await completion(asMachine(), id)).body as KpiFile;
    expect([file.sha256, file.name]).toEqual([hex(content), 'Märzbericht.csv']);
  });

  it('go on in another process, after a restart of the first', async () => {
    const content = csv();
    const id = await begun(partner.headers(), content.length);
    await send(partner.headers(), id, 0, content.subarray(0, 80_000)).expect(204);
    const { createApi } = await import('./create-api');
    const other = await createApi(api.clock);
    others.push(other);
    await other.init();
    const last = await request(other.getHttpServer())
      .patch(at(id))
      .set({ ...partner.headers(), 'Content-Type': 'application/offset+octet-stream' })
      .set('Upload-Offset', '80000')
      .send(content.subarray(80_000));
    expect(last.status).toBe(204);
    expect(((await completion(partner.headers(), id)).body as KpiFile).sha256).toBe(hex(content));
  });
});
