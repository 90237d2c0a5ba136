import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { newId } from '@plumbline/platform/database';
import type { SweepSource } from '@plumbline/platform/jobs';
import { type Actor, workerActor } from '@plumbline/platform/tenancy';
import { VendorDirectory } from '@plumbline/vendors/server';
import { KpiFilesRepository } from '../files/kpi-files.repository';
import { type MeasuredTenant, MeasurementsBench } from '../measurements-bench';
import { IncomingPieces } from './incoming-pieces';
import { UnfinishedUploads } from './unfinished-uploads';
import { UnfinishedUploadsRepository } from './unfinished-uploads.repository';
import {
  CompleteKpiFileUploadProcessor,
  ExpiredUploads,
  ExpireKpiFileUploadProcessor,
  WholeUploads,
} from './upload-jobs';
import { UploadPieces } from './upload-pieces';

// a shared machine may be slow; nothing here is measured
jest.setTimeout(120_000);

const content = Buffer.from(`day,offered\n${'2026-03-01,10\n'.repeat(9_000)}`);
const sha256 = createHash('sha256').update(content).digest();

describe('unfinished uploads', () => {
  let bench: MeasurementsBench;
  let uploads: UnfinishedUploads;
  let pieces: UploadPieces;
  const repository = new UnfinishedUploadsRepository();

  beforeAll(async () => {
    bench = await MeasurementsBench.open();
    const { door } = bench.database;
    pieces = new UploadPieces(door, repository, bench.store, bench.clock);
    uploads = new UnfinishedUploads(
      door,
      repository,
      pieces,
      bench.uploads,
      new KpiFilesRepository(),
      new VendorDirectory(),
      bench.clock,
    );
  });
  afterAll(() => bench.close());

  const advance = (duration: Temporal.DurationLike) =>
    bench.clock.set(bench.clock.now().add(duration).toString());
  const begin = async (of: MeasuredTenant, by: Actor = of.partner) => {
    const vendor = await bench.uploads.admit(by, { id: of.vendor.id });
    return uploads.begin(by, {
      vendor,
      file: { name: 'march.csv', bytes: content.length, sha256, fingerprint: null },
      arrival: { via: 'page', address: '192.0.2.7', key: null },
      autoConfirm: false,
    });
  };
  const incoming = (bytes: Buffer) => new IncomingPieces(Readable.from([bytes]));
  /** All bytes have arrived, and the process died before it made the file. */
  const wholeWithoutFile = async (of: MeasuredTenant): Promise<string> => {
    const begun = await begin(of);
    let whole = begun;
    for (const end of [10_000, 30_000, 60_000, 90_000, content.length])
      whole = await pieces.take(of.partner, whole, incoming(content.subarray(whole.received, end)), null);
    expect(whole.received).toBe(content.length);
    return begun.id;
  };
  const left = async (of: MeasuredTenant) => {
    const [rows] = await bench.query<Record<'uploads' | 'pieces' | 'files', number>>(
      { ...of, manager: workerActor(of.tenant, 'spec') },
      `select (select count(*)::int from kpi_file_upload where tenant_id = $1) as uploads,
         (select count(*)::int from kpi_file_upload_piece where tenant_id = $1) as pieces,
         (select count(*)::int from kpi_file where tenant_id = $1) as files`,
    );
    return { ...rows, stored: (await stored(of)).length };
  };
  const stored = async (of: MeasuredTenant): Promise<string[]> => {
    const folder = join(bench.folder, of.tenant.id);
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  };
  const found = async (source: SweepSource, of: MeasuredTenant): Promise<string[]> => {
    const waiting = await bench.database.door.withRole('sweep', (client) =>
      source.waiting(client, bench.clock.date()),
    );
    return waiting.filter(({ tenantId }) => tenantId === of.tenant.id).map(({ rowId }) => rowId);
  };

  it('make one file, however often and by however many they are completed', async () => {
    const of = await bench.tenant();
    const id = await wholeWithoutFile(of);
    const answers = await Promise.all(Array.from({ length: 5 }, () => uploads.complete(of.partner, id)));
    const again = await uploads.complete(of.partner, id);
    expect(new Set([...answers, again].map((file) => file.id)).size).toBe(1);
    expect(again.sha256).toBe(sha256.toString('hex'));
    expect(await left(of)).toEqual({ uploads: 1, pieces: 0, files: 1, stored: 1 });
  });

  it('become a file also where the process died after the last byte, for whoever sent it', async () => {
    const of = await bench.tenant();
    const id = await wholeWithoutFile(of);
    expect(await found(new WholeUploads(), of)).toEqual([]);
    advance({ minutes: 3 });
    expect(await found(new WholeUploads(), of)).toEqual([id]);
    const processor = new CompleteKpiFileUploadProcessor(uploads);
    await processor.process(of.tenant, id);
    await processor.process(of.tenant, id);
    expect(await uploads.complete(of.partner, id)).toMatchObject({
      uploadedBy: of.partner.name,
      uploadedVia: 'page',
      uploadedFrom: { address: '192.0.2.7', key: null },
      sha256: sha256.toString('hex'),
    });
    expect([await found(new WholeUploads(), of), (await left(of)).files]).toEqual([[], 1]);
    expect(
      await bench.query(
        of,
        `select action, actor_kind as kind, actor_id as id from activity_log where tenant_id = $1`,
      ),
    ).toEqual([{ action: 'kpi-file-received', kind: 'person', id: of.partner.id }]);
  });

  it('keep a refusal that a job met for whoever sent it', async () => {
    const of = await bench.tenant();
    const vendor = await bench.uploads.admit(of.partner, { id: of.vendor.id });
    const bytes = Buffer.from('%PDF-1.7');
    const { id } = await uploads.begin(of.partner, {
      vendor,
      file: { name: 'march.csv', bytes: bytes.length, sha256: null, fingerprint: null },
      arrival: { via: 'page', address: null, key: null },
      autoConfirm: false,
    });
    await pieces.take(of.partner, await uploads.find(of.partner, id), incoming(bytes), null);
    await new CompleteKpiFileUploadProcessor(uploads).process(of.tenant, id);
    await expect(uploads.complete(of.partner, id)).rejects.toMatchObject({ code: 'foreign-format' });
    expect(await left(of)).toEqual({ uploads: 1, pieces: 0, files: 0, stored: 0 });
  });

  it('expire a day after the last byte: gone for the sender, and removed with all that was left', async () => {
    const of = await bench.tenant();
    const { id } = await begin(of);
    advance({ hours: 23 });
    await uploads.take(of.partner, id, 0, incoming(content.subarray(0, 1_000)), null);
    advance({ hours: 23 });
    const begun = await uploads.find(of.partner, id);
    expect(begun.received).toBe(1_000);
    // a process that died while it stored the next piece leaves its row, its bytes, or half of them
    for (const torn of ['whole', 'half']) {
      const piece = { tenantId: of.tenant.id, fileId: newId() };
      await bench.database.door.withTenant(of.partner, (tx) =>
        repository.announcePiece(tx, begun, piece.fileId, bench.clock.date()),
      );
      await bench.store.receive(piece, Readable.from([Buffer.from('x')]), 10);
      const path = (await stored(of)).find((each) => each.endsWith(piece.fileId)) ?? '';
      if (torn === 'half') await writeFile(join(dirname(path), `${piece.fileId}.part`), 'half');
    }
    expect(await left(of)).toEqual({ uploads: 1, pieces: 3, files: 0, stored: 4 });

    const processor = new ExpireKpiFileUploadProcessor(uploads);
    await processor.process(of.tenant, id);
    expect((await uploads.find(of.partner, id)).received).toBe(1_000);
    expect(await found(new ExpiredUploads(), of)).toEqual([]);
    advance({ hours: 1 });
    for (const call of [
      () => uploads.find(of.partner, id),
      () => uploads.take(of.partner, id, 1_000, incoming(content.subarray(1_000)), null),
      () => uploads.complete(of.partner, id),
    ])
      await expect(call()).rejects.toMatchObject({ code: 'not-found' });
    expect(await uploads.list(of.partner, undefined)).toEqual([]);
    expect(await found(new ExpiredUploads(), of)).toEqual([id]);
    await processor.process(of.tenant, id);
    await processor.process(of.tenant, id);
    expect(await left(of)).toEqual({ uploads: 0, pieces: 0, files: 0, stored: 0 });
  });

  it('that somebody removes while a piece arrives keep nothing of it', async () => {
    const of = await bench.tenant();
    const begun = await begin(of);
    async function* slowly() {
      yield content.subarray(0, 1_000);
      while ((await stored(of)).length === 0);
      await uploads.remove(of.partner, begun.id);
      yield content.subarray(1_000, 2_000);
    }
    const arriving = new IncomingPieces(Readable.from(slowly()));
    await expect(pieces.take(of.partner, begun, arriving, null)).rejects.toMatchObject({
      code: 'wrong-offset',
    });
    expect(await left(of)).toEqual({ uploads: 0, pieces: 0, files: 0, stored: 0 });
    await expect(pieces.take(of.partner, begun, incoming(content), null)).rejects.toMatchObject({
      code: 'wrong-offset',
    });
  });

  it('are never made a file of bytes that were touched', async () => {
    const of = await bench.tenant();
    const id = await wholeWithoutFile(of);
    for (const path of await stored(of)) await writeFile(path, 'something else');
    for (const _ of [1, 2])
      await expect(uploads.complete(of.partner, id)).rejects.toMatchObject({ code: 'stored-file-damaged' });
    expect(await left(of)).toEqual({ uploads: 1, pieces: 0, files: 0, stored: 0 });
  });

  it('come in pieces of a sensible size', async () => {
    const of = await bench.tenant();
    const begun = await begin(of);
    const shredded = { ...begun, pieces: 4_096 };
    await expect(pieces.take(of.partner, shredded, incoming(content), null)).rejects.toMatchObject({
      code: 'too-many-pieces',
    });
  });

  it('are hidden from other people, vendors and tenants by the database itself', async () => {
    const of = await bench.tenant();
    const stranger = await bench.tenant();
    const { id } = await begin(of);
    const seenBy = (actor: Actor) =>
      bench.database.door.withTenant(actor, (tx) =>
        tx.query('select id from kpi_file_upload where id = $1', [id]),
      );
    expect(await seenBy(of.partner)).toEqual([{ id }]);
    for (const other of [
      of.manager,
      { ...of.partner, id: newId() },
      { ...of.partner, kind: 'worker' as const, vendorScope: [newId()] },
      workerActor(stranger.tenant, 'spec'),
    ])
      expect(await seenBy(other)).toEqual([]);
  });
});
