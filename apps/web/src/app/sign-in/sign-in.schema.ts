import * as z from 'zod';

/** Answer of `POST /session`: what is still asked of the person. */
export const signInAnswer = z.object({ next: z.enum(['done', 'totp', 'enrol-totp']) });

/** Answer of `POST /session/totp-enrolment`. The QR code is an image as a data address. */
export const enrolmentAnswer = z.object({ secret: z.string(), otpauthUri: z.string(), qrCode: z.string() });

export const codeForm = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Six digits, as the app shows them'),
});

/** OWASP ASVS 6.2: long, of any characters; the server also refuses known and guessable ones. */
export const newPassword = z
  .string()
  .min(15, 'At least 15 characters: a few words in a row are good')
  .max(256, 'At most 256 characters');
