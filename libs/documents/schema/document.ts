import { id, instant } from '@plumbline/api/schema';
import * as z from 'zod';

/**
 * A file that belongs to something of the tenant: a signed contract, a certificate, evidence. It never changes; a newer one is
 * another document.
 */
export const document = z.strictObject({
  id,
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string().meta({ description: 'of the bytes as received, hexadecimal' }),
  vendorId: id
    .nullable()
    .meta({ description: 'the vendor that may see it too; null: the insurer’s side only' }),
  uploadedBy: z.string(),
  uploadedBySide: z.enum(['insurer', 'vendor']),
  uploadedAt: instant,
});

/** What a thing says of its documents: by their ids, as `uploadDocument` answered them. */
export const documentIds = z
  .array(id)
  .max(20)
  .refine((list) => new Set(list).size === list.length, 'each document once')
  .default([]);

export type Document = z.output<typeof document>;
