import * as z from 'zod';

/** How long a key may be good for, in days. */
export const keyLifetimes = ['30', '90', '180', '366'] as const;

/** Permissions that a key cannot have (the server refuses them too): a machine administers nobody, and is told nothing. */
export const peopleOnly: readonly string[] = [
  'people.invite',
  'people.manage',
  'api-key.manage',
  'sftp-key.manage',
  'notification.read',
  'webhook.manage',
];

/** The form's shape of `newApiKey`. */
export const apiKeyForm = z.strictObject({
  name: z.string().trim().min(1, 'Say which program uses it').max(80, 'At most 80 characters'),
  scopes: z.array(z.string()).min(1, 'Choose at least one'),
  vendorId: z.string(),
  days: z.enum(keyLifetimes),
});

export type ApiKeyForm = z.output<typeof apiKeyForm>;
