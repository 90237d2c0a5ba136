import * as z from 'zod';

/**
 * What the kit needs of a document. The whole answer is the documents' (`uploadDocument`), which the kit does not know; a spec
 * of the app holds the two together.
 */
export const attachedDocument = z.object({ id: z.string(), name: z.string(), bytes: z.number() });
export type AttachedDocument = z.output<typeof attachedDocument>;

/** As the server takes them (`documentKinds`, `largestDocument` of the documents); the same spec holds them together. */
export const attachable = {
  accept: '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.csv,.txt',
  maxBytes: 25 * 1024 * 1024,
} as const;
