import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { Readable } from 'node:stream';
import { InvalidError } from '../errors/problems';

const LONGEST_NAME = 200;

export type OnFile<T> = (content: Readable, name: string) => Promise<T>;

/** What the sender calls the file, without folders and control characters; never used as a path. */
export function fileName(said: string, otherwise: string): string {
  const name = said
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return name === '' ? otherwise : name.slice(-LONGEST_NAME);
}

/**
 * Takes the one file of a multipart request, its part `file`, as a stream, straight to `onFile`: nothing is kept in memory or
 * on disk on the way. Other parts, more files and broken requests are answered 400.
 */
export async function receivePart<T>(
  request: Request,
  response: Response,
  nameOtherwise: string,
  onFile: OnFile<T>,
): Promise<T> {
  let received: { readonly value: T } | undefined;
  const storage: StorageEngine = {
    _handleFile(_, file, done) {
      onFile(file.stream, fileName(file.originalname, nameOtherwise)).then(
        (value) => {
          received = { value };
          done(null, {});
        },
        (error: unknown) => {
          // the rest is read and dropped, so that the answer reaches a client that is still sending
          file.stream.resume();
          done(error);
        },
      );
    },
    _removeFile(_request, _file, done) {
      done(null);
    },
  };
  const take = multer({
    storage,
    limits: { files: 1, fields: 0, parts: 1, headerPairs: 20 },
    defParamCharset: 'utf8',
  }).single('file');
  await new Promise<void>((resolve, reject) => {
    take(request, response, (error: unknown) => (error ? reject(asProblem(error)) : resolve()));
  });
  if (!received) throw InvalidError.field('file', 'missing', 'the request holds no part called `file`');
  return received.value;
}

function asProblem(error: unknown): unknown {
  return error instanceof multer.MulterError
    ? InvalidError.field('file', error.code.toLowerCase().replaceAll('_', '-'), error.message)
    : error;
}
