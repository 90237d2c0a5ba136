import { giveCode, newPassword as passwordOfServer } from '@plumbline/people/schema';
import * as z from 'zod';

/** The six digits of an authenticator app, for the code forms. */
export const codeForm = giveCode.body ?? z.never();

/** A new password: long, of any characters (OWASP ASVS 6.2). The server also refuses known and guessable ones. */
export const newPassword = passwordOfServer
  .min(15, 'At least 15 characters: a few words in a row are good')
  .max(256, 'At most 256 characters');
