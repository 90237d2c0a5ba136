import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  beginKpiFileUpload,
  completeKpiFileUpload,
  continueKpiFileUpload,
  type KpiFile,
  type KpiFileUpload,
  listKpiFileUploads,
  pieceBytes,
  pieceType,
  viewKpiFileUpload,
} from '@plumbline/measurements/schema';
import { type ApiCalls, Trouble } from './api-calls';
import type { PushOptions } from './push-arguments';

/** After each of these without a new byte it is tried again: two minutes in all. */
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 30_000, 30_000] as const;
/** The server reads the whole file once more before it answers to the last byte. */
const LAST_PATIENCE_MS = 600_000;

type File = Pick<PushOptions, 'path' | 'bytes' | 'vendor'>;

/**
 * Hands a file in piece by piece, on from where an earlier run of the program stopped with the same bytes. The SHA-256 is
 * declared, so that a file that changes while it is sent is refused, never mixed.
 */
export async function sendInPieces(
  calls: ApiCalls,
  file: File,
  onProgress: (bytes: number) => void,
  waits: readonly number[] = WAITS_MS,
): Promise<KpiFile> {
  const sha256 = await hashOf(file.path);
  const { id } = await calls.patiently(async () => {
    return (await begunBefore(calls, file, sha256)) ?? (await begin(calls, file, sha256));
  });
  const completed = { ...calls.addressed(completeKpiFileUpload, id), patienceMs: LAST_PATIENCE_MS };
  let reached = -1;
  for (let failed = 0; ; failed += 1) {
    try {
      let { received } = await calls.send<KpiFileUpload>(calls.addressed(viewKpiFileUpload, id));
      if (received > reached) failed = 0;
      reached = received;
      onProgress(received);
      while (received < file.bytes) {
        received = await sendPiece(calls, file, id, received, onProgress);
        reached = received;
        failed = 0;
      }
      return await calls.send<KpiFile>(completed);
    } catch (error) {
      const wait = waits[failed];
      if (!(error instanceof Trouble) || wait === undefined) throw error;
      await pause(wait);
    }
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function begunBefore(
  calls: ApiCalls,
  { path, bytes, vendor: vendorCode }: File,
  sha256: string,
): Promise<KpiFileUpload | undefined> {
  const call = { ...calls.addressed(listKpiFileUploads), query: { vendorCode } };
  const { items } = await calls.send<{ items: KpiFileUpload[] }>(call);
  return items.find((each) => each.sha256 === sha256 && each.bytes === bytes && each.name === basename(path));
}

function begin(calls: ApiCalls, file: File, sha256: string): Promise<KpiFileUpload> {
  const said = (text: string) => Buffer.from(text).toString('base64');
  return calls.send<KpiFileUpload>({
    ...calls.addressed(beginKpiFileUpload),
    query: { vendorCode: file.vendor },
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Length': String(file.bytes),
      'Upload-Metadata': `filename ${said(basename(file.path))},sha256 ${said(sha256)}`,
    },
  });
}

/** Answers where the upload stands after it. */
async function sendPiece(
  calls: ApiCalls,
  { path, bytes }: File,
  id: string,
  from: number,
  onProgress: (bytes: number) => void,
): Promise<number> {
  const end = Math.min(from + pieceBytes, bytes);
  const call = {
    ...calls.addressed(continueKpiFileUpload, id),
    headers: {
      'Tus-Resumable': '1.0.0',
      'Upload-Offset': String(from),
      'Content-Type': pieceType,
      'Content-Length': String(end - from),
    },
    ...(end === bytes ? { patienceMs: LAST_PATIENCE_MS } : {}),
  };
  const content = createReadStream(path, { start: from, end: end - 1 });
  const { headers } = await calls.sendBytes<undefined>(call, content, (sent) => onProgress(from + sent));
  return Number(headers['upload-offset']);
}
