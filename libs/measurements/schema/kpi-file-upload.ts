import { id, instant } from '@plumbline/api/schema';
import * as z from 'zod';
import { fileRefusal, kpiFileSummary } from './kpi-file';

/** A file is sent whole or in pieces up to here: a year of quarter-hours of a thousand queues is well below it. */
export const largestFile = 2 * 1024 ** 3;

/** Smaller files go in one request: beginning, asking and closing would take longer than sending them again. */
export const resumableFrom = 4 * 1024 ** 2;

/** What our own clients send at a time: it arrives within the server's patience (5 minutes) also on a poor line. */
export const pieceBytes = 4 * 1024 ** 2;

/** receiving → completed (it is a KPI file now) or refused (nothing of it is kept but why). */
export const uploadStates = ['receiving', 'completed', 'refused'] as const;

const bytes = z.int().min(0);

/** A file that is sent in pieces and goes on where it stopped; `receiving` with all its bytes: about to become a KPI file. */
export const kpiFileUpload = z.strictObject({
  id,
  vendor: kpiFileSummary.shape.vendor,
  name: z.string(),
  state: z.enum(uploadStates),
  bytes: bytes.meta({ description: 'of the whole file, as declared when it began' }),
  received: bytes.meta({ description: 'arrived so far: the next piece begins here' }),
  fingerprint: z
    .string()
    .nullable()
    .meta({ description: 'by which the sender knows the file again; its own business' }),
  sha256: z.string().nullable().meta({ description: 'as declared; a file with another is refused' }),
  kpiFileId: id.nullable(),
  refusal: fileRefusal.nullable(),
  createdAt: instant,
  updatedAt: instant.meta({ description: 'when its last byte arrived' }),
  expiresAt: instant.meta({ description: 'then it is removed with all that has arrived' }),
});

export type KpiFileUpload = z.output<typeof kpiFileUpload>;
export type UploadState = (typeof uploadStates)[number];
