import { PassThrough } from 'node:stream';
import { log } from '@plumbline/platform/jobs';
import type { Attributes, FileEntry, SFTPWrapper } from 'ssh2';
import ssh2 from 'ssh2';
import type { SftpMailbox } from './sftp-mailboxes';
import { type Place, placeOf } from './virtual-path';

const { STATUS_CODE, OPEN_MODE } = ssh2.utils.sftp;

const MOST_HANDLES = 8;
/** Asked for and not answered yet; OpenSSH asks for 64 at a time. */
const MOST_WAITING = 512;
const LARGEST_READ = 256 * 1024;
const MOST_EARLY_BYTES = 4 * 1024 * 1024;
const NAMES_REMEMBERED = 500;
const [FOLDER, FILE] = [0o040000, 0o100000];

type Handle =
  | { readonly kind: 'listing'; entries: readonly FileEntry[] | null }
  | { readonly kind: 'reading'; readonly content: Buffer }
  | {
      readonly kind: 'writing';
      readonly name: string;
      readonly stream: PassThrough;
      readonly done: Promise<string | null>;
      bytes: number;
      /** Sent before what stands before it: some clients send pieces side by side. */
      readonly early: Map<number, Buffer>;
      earlyBytes: number;
    };

type Writing = Extract<Handle, { kind: 'writing' }>;

interface Entry {
  readonly size: number;
  readonly at: Date;
}

/** Refuses one request; the session goes on. */
class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const noSuchFile = () => new Refused(STATUS_CODE.NO_SUCH_FILE, 'There is no such file.');
const denied = (what: string) => new Refused(STATUS_CODE.PERMISSION_DENIED, what);

/**
 * One SFTP channel over file names that exist nowhere but here: `/inbox` takes files and shows what this connection wrote,
 * `/receipts` gives reports made from the database. Requests are answered one after the other, in their order.
 */
export class SftpSession {
  private readonly handles = new Map<number, Handle>();
  private readonly written = new Map<string, Entry>();
  private lastHandle = 0;
  private waiting = 0;
  private ended = false;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly sftp: SFTPWrapper,
    private readonly mailbox: SftpMailbox,
    private readonly guards: {
      /** Before a file is taken: whether the key is still good. */
      admit(): Promise<boolean>;
      now(): Date;
      active(): void;
      cut(): void;
    },
  ) {
    this.listen();
  }

  /** The connection is gone: what was not closed by the other side was not sent whole, and nothing of it is kept. */
  end(): void {
    this.ended = true;
    for (const handle of this.handles.values())
      if (handle.kind === 'writing') handle.stream.destroy(new Error('the connection broke'));
    this.handles.clear();
  }

  private listen(): void {
    const { sftp } = this;
    sftp.on('REALPATH', (id, path) => this.answer(id, () => this.realPath(id, path)));
    const stat = (id: number, path: string) =>
      this.answer(id, async () => sftp.attrs(id, await this.attributesOf(path)));
    sftp.on('STAT', stat);
    sftp.on('LSTAT', stat);
    sftp.on('FSTAT', (id, handle) =>
      this.answer(id, async () => sftp.attrs(id, this.attributesOfHandle(handle))),
    );
    sftp.on('OPENDIR', (id, path) => this.answer(id, () => this.openFolder(id, path)));
    sftp.on('READDIR', (id, handle) => this.answer(id, async () => this.readFolder(id, handle)));
    sftp.on('OPEN', (id, path, flags) => this.answer(id, () => this.open(id, path, flags)));
    sftp.on('READ', (id, handle, offset, length) =>
      this.answer(id, async () => this.read(id, handle, offset, length)),
    );
    sftp.on('WRITE', (id, handle, offset, data) =>
      this.answer(id, () => this.write(id, handle, offset, data)),
    );
    sftp.on('CLOSE', (id, handle) => this.answer(id, () => this.close(id, handle)));
    // clients set times and modes after a file was sent: there are none to set
    sftp.on('SETSTAT', (id, path) =>
      this.answer(id, async () => {
        await this.attributesOf(path);
        sftp.status(id, STATUS_CODE.OK);
      }),
    );
    sftp.on('FSETSTAT', (id, handle) =>
      this.answer(id, async () => {
        this.handle(handle);
        sftp.status(id, STATUS_CODE.OK);
      }),
    );
    for (const event of ['REMOVE', 'RENAME', 'MKDIR', 'RMDIR', 'SYMLINK', 'READLINK'] as const)
      (sftp as NodeJS.EventEmitter).on(event, (id: number) =>
        this.answer(id, async () => {
          throw denied('Files are handed in and receipts read here, nothing else.');
        }),
      );
  }

  private answer(id: number, work: () => Promise<void>): void {
    this.guards.active();
    this.waiting += 1;
    if (this.waiting > MOST_WAITING) {
      this.guards.cut();
      return;
    }
    this.queue = this.queue.then(async () => {
      this.waiting -= 1;
      if (this.ended) return;
      try {
        await work();
      } catch (error) {
        if (this.ended) return;
        if (error instanceof Refused) this.sftp.status(id, error.status, error.message);
        else {
          log.error(
            { error: error instanceof Error ? error.stack : String(error) },
            'an SFTP request failed',
          );
          this.sftp.status(id, STATUS_CODE.FAILURE, 'Something broke on our side.');
        }
      }
    });
  }

  private async realPath(id: number, said: string): Promise<void> {
    const place = placeOf(said);
    if (!place) throw noSuchFile();
    this.sftp.name(id, [
      { filename: place.path, longname: place.path, attrs: folder(0o700, this.guards.now()) },
    ]);
  }

  private async attributesOf(said: string): Promise<Attributes> {
    const place = found(said);
    if (place.kind === 'root') return folder(0o500, this.guards.now());
    if (place.kind === 'inbox') return folder(0o300, this.guards.now());
    if (place.kind === 'receipts') return folder(0o500, this.guards.now());
    if (place.kind === 'receipt') {
      const content = await this.mailbox.receipt(place.name);
      if (!content) throw noSuchFile();
      return file(0o400, content.length, this.guards.now());
    }
    const written = this.own().get(place.name);
    if (!written) throw noSuchFile();
    return file(0o200, written.size, written.at);
  }

  private attributesOfHandle(buffer: Buffer): Attributes {
    const handle = this.handle(buffer);
    const now = this.guards.now();
    if (handle.kind === 'listing') return folder(0o500, now);
    return handle.kind === 'reading'
      ? file(0o400, handle.content.length, now)
      : file(0o200, handle.bytes, now);
  }

  private async openFolder(id: number, said: string): Promise<void> {
    const place = found(said);
    this.sftp.handle(id, this.keep({ kind: 'listing', entries: await this.entriesOf(place) }));
  }

  private async entriesOf(place: Place): Promise<readonly FileEntry[]> {
    const now = this.guards.now();
    if (place.kind === 'root') return ['inbox', 'receipts'].map((name) => entry(name, folder(0o500, now)));
    if (place.kind === 'inbox')
      return [...this.own()].map(([name, { size, at }]) => entry(name, file(0o200, size, at)));
    if (place.kind === 'receipts')
      return (await this.mailbox.receipts()).map(({ name, at }) => entry(name, file(0o400, undefined, at)));
    throw noSuchFile();
  }

  private readFolder(id: number, buffer: Buffer): void {
    const handle = this.handle(buffer);
    if (handle.kind !== 'listing') throw denied('This is no folder.');
    const { entries } = handle;
    if (!entries || entries.length === 0) return (this.sftp.status(id, STATUS_CODE.EOF), undefined);
    this.sftp.name(id, [...entries.slice(0, 100)]);
    handle.entries = entries.slice(100);
  }

  private async open(id: number, said: string, flags: number): Promise<void> {
    const place = found(said);
    if (place.kind === 'receipt') {
      if ((flags & ~OPEN_MODE.READ) !== 0) throw denied('Receipts are read only.');
      const content = await this.mailbox.receipt(place.name);
      if (!content) throw noSuchFile();
      this.sftp.handle(id, this.keep({ kind: 'reading', content }));
      return;
    }
    if (place.kind !== 'incoming') throw denied('This is a folder.');
    if ((flags & OPEN_MODE.READ) !== 0) throw denied('What was handed in is not given out again here.');
    if ((flags & OPEN_MODE.WRITE) === 0 || (flags & OPEN_MODE.APPEND) !== 0)
      throw denied('A file is sent whole, from its beginning.');
    if (!(await this.guards.admit()))
      throw denied('This key is not good any more, or it sends too many files.');
    const stream = new PassThrough();
    // the stream is left with an error where the connection breaks; whoever reads it is told
    stream.on('error', () => undefined);
    const done = this.mailbox.receive(place.name, stream);
    this.sftp.handle(
      id,
      this.keep({
        kind: 'writing',
        name: place.name,
        stream,
        done,
        bytes: 0,
        early: new Map(),
        earlyBytes: 0,
      }),
    );
  }

  private read(id: number, buffer: Buffer, offset: number, length: number): void {
    const handle = this.handle(buffer);
    if (handle.kind !== 'reading') throw denied('This is not open for reading.');
    const piece = handle.content.subarray(offset, offset + Math.min(length, LARGEST_READ));
    if (piece.length === 0) this.sftp.status(id, STATUS_CODE.EOF);
    else this.sftp.data(id, piece);
  }

  private async write(id: number, buffer: Buffer, offset: number, data: Buffer): Promise<void> {
    const handle = this.handle(buffer);
    if (handle.kind !== 'writing') throw denied('This is not open for writing.');
    if (offset < handle.bytes || handle.early.has(offset)) throw withGaps();
    if (offset > handle.bytes) {
      handle.earlyBytes += data.length;
      if (handle.earlyBytes > MOST_EARLY_BYTES) throw withGaps();
      handle.early.set(offset, Buffer.from(data));
    } else await pass(handle, data);
    for (let next; (next = handle.early.get(handle.bytes));) {
      handle.early.delete(handle.bytes);
      handle.earlyBytes -= next.length;
      await pass(handle, next);
    }
    this.sftp.status(id, STATUS_CODE.OK);
  }

  private async close(id: number, buffer: Buffer): Promise<void> {
    const handle = this.handle(buffer);
    this.handles.delete(buffer.readUInt32BE(0));
    if (handle.kind === 'writing') {
      if (handle.early.size > 0) handle.stream.destroy(withGaps());
      else handle.stream.end();
      const refused = handle.early.size > 0 ? withGaps().message : await handle.done;
      if (refused !== null) throw new Refused(STATUS_CODE.FAILURE, refused);
      this.remember(handle.name, { size: handle.bytes, at: this.guards.now() });
    }
    this.sftp.status(id, STATUS_CODE.OK);
  }

  /** What this connection wrote or is writing. */
  private own(): ReadonlyMap<string, Entry> {
    const all = new Map(this.written);
    for (const handle of this.handles.values())
      if (handle.kind === 'writing') all.set(handle.name, { size: handle.bytes, at: this.guards.now() });
    return all;
  }

  private remember(name: string, entry: Entry): void {
    this.written.set(name, entry);
    const [oldest] = this.written.keys();
    if (this.written.size > NAMES_REMEMBERED && oldest !== undefined) this.written.delete(oldest);
  }

  private keep(handle: Handle): Buffer {
    // the connection may have gone while the handle was made
    if (this.ended || this.handles.size >= MOST_HANDLES) {
      if (handle.kind === 'writing') handle.stream.destroy(new Error('nobody has this file open'));
      throw new Refused(STATUS_CODE.FAILURE, `At most ${MOST_HANDLES} files are open at a time.`);
    }
    this.lastHandle += 1;
    this.handles.set(this.lastHandle, handle);
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32BE(this.lastHandle);
    return buffer;
  }

  private handle(buffer: Buffer): Handle {
    const handle = buffer.length === 4 ? this.handles.get(buffer.readUInt32BE(0)) : undefined;
    if (!handle) throw new Refused(STATUS_CODE.FAILURE, 'There is no such handle.');
    return handle;
  }
}

const withGaps = () =>
  new Refused(STATUS_CODE.FAILURE, 'A file is sent from its beginning to its end, without gaps.');

/** Done once it is taken: a client that sends faster than we store waits for its answers. */
async function pass(handle: Writing, data: Buffer): Promise<void> {
  handle.bytes += data.length;
  const taken = new Promise<'taken'>((resolve) => handle.stream.write(data, () => resolve('taken')));
  const outcome = await Promise.race([taken, handle.done]);
  if (outcome !== 'taken') throw new Refused(STATUS_CODE.FAILURE, outcome ?? 'The file is closed.');
}

function found(said: string): Place {
  const place = placeOf(said);
  if (!place) throw noSuchFile();
  return place;
}

function folder(mode: number, at: Date): Attributes {
  return { mode: FOLDER | mode, uid: 0, gid: 0, size: 0, ...times(at) };
}

/** A size that is not known yet is left out; `stat` of the one file says it. */
function file(mode: number, size: number | undefined, at: Date): Attributes {
  return {
    mode: FILE | mode,
    uid: 0,
    gid: 0,
    ...(size === undefined ? {} : { size }),
    ...times(at),
  } as Attributes;
}

function times(at: Date): { atime: number; mtime: number } {
  const seconds = Math.floor(at.getTime() / 1000);
  return { atime: seconds, mtime: seconds };
}

function entry(filename: string, attrs: Attributes): FileEntry {
  const kind = (attrs.mode & FOLDER) !== 0 ? 'd' : '-';
  const date = new Date(attrs.mtime * 1000).toISOString().slice(0, 10);
  return { filename, longname: `${kind}--------- 1 - - ${attrs.size ?? 0} ${date} ${filename}`, attrs };
}
