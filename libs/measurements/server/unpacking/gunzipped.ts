import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileRefused, refused } from '../reading/file-refused';
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
    throw refused('gzip-damaged', {});
  } finally {
    plain.destroy();
    content.destroy();
  }
}
