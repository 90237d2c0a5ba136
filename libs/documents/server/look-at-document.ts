import { Transform, type TransformCallback } from 'node:stream';
import { documentEnding, documentKinds, type DocumentEnding } from '@plumbline/documents/schema';

/** Enough of a file to tell what it is. */
const HEAD_BYTES = 64;

const startsWith =
  (...bytes: readonly number[]) =>
  (head: Buffer) =>
    head.subarray(0, bytes.length).equals(Buffer.from(bytes));

/** The first entry of an Office document's ZIP, as every program that writes one has it. */
const officeEntry = /^(\[Content_Types\]\.xml|_rels\/|docProps\/|word\/|xl\/|mimetype)/;
const isOffice = (head: Buffer) =>
  startsWith(0x50, 0x4b, 0x03, 0x04)(head) && officeEntry.test(head.subarray(30).toString('latin1'));

/** Null: text, which has no beginning of its own. */
const beginnings: Readonly<Record<DocumentEnding, ((head: Buffer) => boolean) | null>> = {
  pdf: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d),
  png: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  jpg: startsWith(0xff, 0xd8, 0xff),
  jpeg: startsWith(0xff, 0xd8, 0xff),
  docx: isOffice,
  xlsx: isOffice,
  csv: null,
  txt: null,
};

/**
 * Looks at the bytes that pass through, so that name and content can be held to agree (ASVS 5.0, 5.2.2): the beginning, and
 * whether the whole is text. Nothing is opened or unpacked.
 */
export class DocumentLook extends Transform {
  private head = Buffer.alloc(0);
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private text = true;
  private bytes = 0;

  /** What is wrong with it under this name, or its media type. */
  verdict(name: string): { readonly mediaType: string } | { readonly problem: string } {
    const ending = documentEnding(name);
    if (ending === null)
      return { problem: `${name} is of a kind that is not taken: ${Object.keys(documentKinds).join(', ')}.` };
    if (this.bytes === 0) return { problem: `${name} is empty.` };
    const begins = beginnings[ending];
    const agrees = begins === null ? this.text : begins(this.head);
    return agrees
      ? { mediaType: documentKinds[ending].mediaType }
      : {
          problem:
            begins === null
              ? `${name} is called .${ending} and is not text in UTF-8.`
              : `${name} is called .${ending} and does not begin like one.`,
        };
  }

  override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (this.head.length < HEAD_BYTES)
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    this.decode(chunk, true);
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    this.decode(Buffer.alloc(0), false);
    done();
  }

  private decode(chunk: Buffer, stream: boolean): void {
    if (!this.text) return;
    try {
      this.decoder.decode(chunk, { stream });
      this.text = !chunk.includes(0);
    } catch {
      this.text = false;
    }
  }
}
