import * as z from 'zod';

/** The form's shape of `newSftpKey`. */
export const sftpKeyForm = z.strictObject({
  name: z.string().trim().min(1, 'Say which machine uses it').max(80, 'At most 80 characters'),
  vendorId: z.string().min(1, 'Choose the vendor'),
  publicKey: z.string().trim().min(1, 'Paste the public key').max(4096, 'That is too long for a public key'),
  confirm: z.enum(['automatically', 'by-a-person']),
});

export type SftpKeyForm = z.output<typeof sftpKeyForm>;
