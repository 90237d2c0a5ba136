import { createHash, type Hash } from 'node:crypto';
import { largestFile, pieceType } from '@plumbline/measurements/schema';
import { ConflictError, InvalidError, RuleBrokenError } from '@plumbline/platform/errors';
import type { Request, Response } from 'express';
import { fileName } from '../files/receive-upload';
import { refused } from '../reading/file-refused';
import { demandFit } from '../reading/look-at-file';
import type { UploadRow } from './unfinished-uploads.repository';

const VERSION = '1.0.0';
const CHECKSUMS = ['sha256', 'sha1'] as const;

/** What a file is declared to be when its upload begins. */
export interface DeclaredFile {
  readonly name: string;
  /** 1 to `largestFile`. */
  readonly bytes: number;
  readonly sha256: Buffer | null;
  readonly fingerprint: string | null;
}

/** The checksum of one piece, as its sender declared it. */
export interface PieceChecksum {
  readonly hash: () => Hash;
  readonly expected: Buffer;
}

/** Sets what every answer says; another version of the protocol than ours is a 412. */
export function speakTus(request: Request, response: Response): void {
  response.setHeader('Tus-Resumable', VERSION);
  const asked = request.header('tus-resumable');
  if (asked === undefined || asked === VERSION) return;
  response.setHeader('Tus-Version', VERSION);
  throw new ConflictError('tus-version', `This speaks tus ${VERSION}, not ${asked}.`, 412);
}

export function tellOffset(response: Response, { received, bytes, expiresAt }: UploadRow): void {
  response.setHeader('Upload-Offset', String(received));
  response.setHeader('Upload-Length', String(bytes));
  response.setHeader('Upload-Expires', expiresAt.toUTCString());
}

/**
 * Upload-Length and Upload-Metadata; what other clients say besides is passed over. Throws `FileRefused` too: what cannot
 * become a KPI file whatever is in it is told before its bytes are sent.
 */
export function declaredFile(request: Request): DeclaredFile {
  const bytes = wholeNumber(request, 'Upload-Length');
  if (bytes === 0) throw refused('empty-file', { what: 'file' });
  if (bytes > largestFile)
    throw new RuleBrokenError('too-large', `A KPI file has at most ${largestFile} bytes.`, [], 413);
  const said = metadata(request.header('upload-metadata') ?? '');
  const name = said.get('filename');
  if (!name) throw metadataProblem('say what the file is called: `filename` and its name in Base64');
  const sha256 = said.get('sha256');
  if (sha256 !== undefined && !/^[0-9a-f]{64}$/i.test(sha256))
    throw metadataProblem('`sha256` is 64 hexadecimal digits');
  const fingerprint = said.get('fingerprint') ?? null;
  if (fingerprint !== null && !/^[\x21-\x7e]{1,200}$/.test(fingerprint))
    throw metadataProblem('`fingerprint` is 1 to 200 printable ASCII characters');
  demandFit(fileName(name), bytes);
  return {
    name: fileName(name),
    bytes,
    sha256: sha256 === undefined ? null : Buffer.from(sha256, 'hex'),
    fingerprint,
  };
}

/** Where a piece begins, and its checksum if one was declared. */
export function declaredPiece(request: Request): { offset: number; checksum: PieceChecksum | null } {
  if (!request.is(pieceType) || (request.header('content-encoding') ?? 'identity') !== 'identity')
    throw new RuleBrokenError(
      'media-type',
      `Send a piece with Content-Type ${pieceType}, not encoded.`,
      [],
      415,
    );
  return {
    offset: wholeNumber(request, 'Upload-Offset'),
    checksum: checksumOf(request.header('upload-checksum')),
  };
}

function wholeNumber(request: Request, header: string): number {
  const said = request.header(header) ?? '';
  if (!/^\d{1,15}$/.test(said))
    throw InvalidError.field(`header.${header}`, 'invalid', 'a whole number of bytes');
  return Number(said);
}

function metadata(header: string): ReadonlyMap<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  if (pairs.some(([, value = '']) => !/^[A-Za-z0-9+/]*={0,2}$/.test(value)))
    throw metadataProblem('each value is Base64');
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}

function metadataProblem(detail: string): InvalidError {
  return InvalidError.field('header.Upload-Metadata', 'invalid', detail);
}

function checksumOf(header: string | undefined): PieceChecksum | null {
  if (header === undefined) return null;
  const [algorithm = '', value = ''] = header.split(' ');
  if (!(CHECKSUMS as readonly string[]).includes(algorithm) || !/^[A-Za-z0-9+/]+={0,2}$/.test(value))
    throw InvalidError.field(
      'header.Upload-Checksum',
      'invalid',
      `one of ${CHECKSUMS.join(', ')}, a space, and the checksum in Base64`,
    );
  return { hash: () => createHash(algorithm), expected: Buffer.from(value, 'base64') };
}
