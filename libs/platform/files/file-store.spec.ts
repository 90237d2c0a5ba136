import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileDamaged, FileStore, type StoredFile } from './file-store';
import { FileTooLarge } from './measure-bytes';

const identity = {
  tenantId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  fileId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e60',
};
const secret = Buffer.alloc(32, 7);
// several frames, so that a frame in the middle can be hurt
const content = Buffer.concat([Buffer.from('period,offered\n'), randomBytes(200_000)]);

describe('the file store', () => {
  let folder: string;
  let store: FileStore;
  const pathOf = (file: { tenantId: string; fileId: string }) =>
    join(folder, file.tenantId, file.fileId.slice(-2), file.fileId);
  const receive = (): Promise<StoredFile> => store.receive(identity, Readable.from([content]), 1_000_000);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plumbline-files-'));
    store = new FileStore(folder, secret);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what it received, and knows its length and SHA-256', async () => {
    const file = await receive();
    expect(file.bytes).toBe(content.length);
    expect(file.sha256).toEqual(createHash('sha256').update(content).digest());
    expect(await buffer(await store.read(file))).toEqual(content);
  });

  it('keeps no plain byte on disk', async () => {
    await receive();
    expect((await readFile(pathOf(identity))).includes('period,offered')).toBe(false);
  });

  it.each([
    [
      'a flipped byte',
      (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, 90_000),
          Buffer.of(bytes.readUInt8(90_000) ^ 1),
          bytes.subarray(90_001),
        ]),
    ],
    ['a trailing byte', (bytes: Buffer) => Buffer.concat([bytes, Buffer.of(0)])],
    ['a cut tail', (bytes: Buffer) => bytes.subarray(0, -1)],
  ])('never serves a file with %s', async (_, hurt) => {
    const file = await receive();
    await writeFile(pathOf(file), hurt(await readFile(pathOf(file))));
    await expect(store.read(file)).rejects.toThrow(FileDamaged);
  });

  it('refuses a file whose bytes are gone', async () => {
    const file = await receive();
    await rm(pathOf(file));
    await expect(store.read(file)).rejects.toThrow(/missing/);
  });

  it('opens a key for its own file only, and only under its secret', async () => {
    const file = await receive();
    const other = { ...file, fileId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e61' };
    await writeFile(await makeFolder(pathOf(other)), await readFile(pathOf(file)));
    await expect(store.read(other)).rejects.toThrow(/key does not open/);
    await expect(new FileStore(folder, Buffer.alloc(32, 8)).read(file)).rejects.toThrow(/key does not open/);
  });

  it('keeps nothing of a file that is too large or breaks off', async () => {
    await expect(store.receive(identity, Readable.from([content]), 1_000)).rejects.toThrow(FileTooLarge);
    const broken = Readable.from(
      (async function* () {
        yield content;
        throw new Error('connection lost');
      })(),
    );
    await expect(store.receive(identity, broken, 1_000_000)).rejects.toThrow('connection lost');
    expect(
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
    ).toEqual([]);
  });

  async function makeFolder(path: string): Promise<string> {
    const { mkdir } = await import('node:fs/promises');
    await mkdir(join(path, '..'), { recursive: true });
    return path;
  }
});
