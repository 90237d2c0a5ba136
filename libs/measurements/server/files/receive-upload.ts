import type { Readable } from 'node:stream';
import { InvalidError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileTooLarge } from '@plumbline/platform/files';
import type { Request, Response } from 'express';
import multer, { type StorageEngine } from 'multer';

const LONGEST_NAME = 200;

/** What the partner calls the file; never used as a path. */
export function fileName(said: string): string {
  const name = said
    .replace(/^.*[\\/]/, '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return name === '' ? 'file.csv' : name.slice(-LONGEST_NAME);
}

/**
 * Takes the one file of a multipart request as a stream, straight to `onFile`: nothing is kept in memory or on disk on the
 * way. Other parts, more files and broken requests are answered 400.
 */
export async function receiveUpload<T>(
  request: Request,
  response: Response,
  onFile: (content: Readable, name: string) => Promise<T>,
): Promise<T> {
  if (!request.is('multipart/form-data'))
    throw new RuleBrokenError('not-multipart', 'Send the file as multipart/form-data.', [], 415);
  let received: { readonly value: T } | undefined;
  const storage: StorageEngine = {
    _handleFile(_, file, done) {
      onFile(file.stream, fileName(file.originalname)).then(
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
  if (error instanceof multer.MulterError)
    return InvalidError.field('file', error.code.toLowerCase().replaceAll('_', '-'), error.message);
  if (error instanceof FileTooLarge)
    return new RuleBrokenError('too-large', `A KPI file has at most ${error.limit} bytes.`, [], 413);
  return error;
}
