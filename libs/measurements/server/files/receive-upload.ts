import { fileTypes, largestFile } from '@plumbline/measurements/schema';
import { InvalidError, RuleBrokenError } from '@plumbline/platform/errors';
import { FileTooLarge } from '@plumbline/platform/files';
import { fileName as plainName, type OnFile, receivePart, saidName } from '@plumbline/platform/http';
import type { Request, Response } from 'express';
import { FileRefused } from '../reading/file-refused';
import { demandFit } from '../reading/look-at-file';
import { brokenRule, refusalOf } from '../reading/refusal';

const NAMELESS = 'file.csv';
/** What stands around the file in a multipart request. */
const LONGEST_FRAME = 64 * 1024;

/** What the partner calls the file; never used as a path. */
export function fileName(said: string): string {
  return plainName(said, NAMELESS);
}

/**
 * Takes the one file of a request as a stream, straight to `onFile`: nothing is kept in memory or on disk on the way. The
 * file is the part `file` of a multipart request, or the whole body, called as `named` or Content-Disposition say.
 */
export async function receiveUpload<T>(
  request: Request,
  response: Response,
  named: string | undefined,
  onFile: OnFile<T>,
): Promise<T> {
  const declared = Number(request.header('content-length') ?? 0);
  if (request.is('multipart/form-data')) {
    if (declared > largestFile + LONGEST_FRAME) {
      request.resume();
      throw asProblem(new FileTooLarge(largestFile));
    }
    try {
      return await receivePart(request, response, NAMELESS, onFile);
    } catch (error) {
      throw asProblem(error);
    }
  }
  if (!request.is([...fileTypes]) || (request.header('content-encoding') ?? 'identity') !== 'identity')
    throw new RuleBrokenError(
      'media-type',
      'Send the file as multipart/form-data, or as the body itself with Content-Type text/csv, not encoded.',
      [],
      415,
    );
  const name = named ?? saidName(request.header('content-disposition'));
  if (name === undefined)
    throw InvalidError.field('query.name', 'required', 'say what the file is called: name=march.csv');
  try {
    if (declared > largestFile) throw new FileTooLarge(largestFile);
    demandFit(fileName(name), declared);
    return await onFile(request, fileName(name));
  } catch (error) {
    // the rest is read and dropped, so that the answer reaches a client that is still sending
    request.resume();
    throw request.errored
      ? new InvalidError(
          'bad-request',
          'The connection broke before the whole file had arrived: send it again.',
        )
      : asProblem(error);
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof FileTooLarge)
    return new RuleBrokenError('too-large', `A KPI file has at most ${error.limit} bytes.`, [], 413);
  return error instanceof FileRefused ? brokenRule(refusalOf(error)) : error;
}
