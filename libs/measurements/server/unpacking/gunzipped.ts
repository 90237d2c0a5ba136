import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileRefused } from '../reading/file-refused';
import { textCount } from './zip-entries';

/** The text in a gzip of `packed` bytes, by pieces: nothing of it is gathered, so it needs no process of its own. */
export async function* gunzipped(content: Readable, packed: number): AsyncGenerator<Buffer> {
  const count = textCount();
  let source: Error | undefined;
  content.once('error', (error) => (source = error));
  const plain = pipeline(content, createGunzip(), () => undefined);
  try {
    for await (const piece of plain) {
      count((piece as Buffer).length, packed);
      yield piece as Buffer;
    }
  } catch (error) {
    if (source) throw source;
    if (error instanceof FileRefused) throw error;
    throw new FileRefused(
      'gzip-damaged',
      'The gzip is cut off or damaged: it cannot be unpacked. Send it again, whole.',
    );
  } finally {
    plain.destroy();
    content.destroy();
  }
}
