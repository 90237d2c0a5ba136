import { webhookFormats } from '@plumbline/notifications/schema';
import * as z from 'zod';

/** The form's shape of `newWebhook`; which hosts a chat may have, the server says at the field. */
export const webhookForm = z.strictObject({
  name: z.string().trim().min(1, 'Say which system it tells').max(80, 'At most 80 characters'),
  format: z.enum(webhookFormats),
  url: z
    .string()
    .trim()
    .regex(/^https:\/\/[^\s@]+$/, 'An address that begins with https://')
    .max(2000, 'At most 2,000 characters'),
  language: z.enum(['en', 'es']),
});

export type WebhookForm = z.output<typeof webhookForm>;
