import { text } from '@plumbline/api/schema';
import * as z from 'zod';
import { zonedHours } from './hours';
import { eachOnce, languageTag, webAddress } from './kinds';

export const languageChannels = ['voice', 'chat', 'mail'] as const;
export type LanguageChannel = (typeof languageChannels)[number];

const servedLanguage = z
  .strictObject({
    language: languageTag,
    channels: eachOnce(z.enum(languageChannels), languageChannels.length).min(1, 'at least one channel'),
    by: z.enum(['own_agents', 'interpreter']),
    interpreter: text(120).nullable().default(null).meta({ description: 'the interpreter vendor' }),
  })
  .refine(({ by, interpreter }) => by !== 'interpreter' || interpreter !== null, {
    path: ['interpreter'],
    message: 'say which interpreter vendor',
  });

/** How members who do not hear, or speak another language, are served (P5; 45 CFR 92.201, 92.202). */
export const languageAccess = z.strictObject({
  languages: z
    .array(servedLanguage)
    .max(100)
    .superRefine((served, context) => {
      served.forEach(({ language, by }, index) => {
        if (served.findIndex((other) => other.language === language && other.by === by) !== index)
          context.addIssue({
            code: 'custom',
            path: [index, 'language'],
            message: 'this is in the list already',
          });
      });
    }),
  tty: text(40).nullable().default(null).meta({ description: 'number of the TTY/TDD line; null: none' }),
  relay: z.boolean().meta({ description: 'relay calls (711) are taken' }),
  interpreterHours: zonedHours.nullable().default(null),
  publishedAt: webAddress.nullable().default(null).meta({ description: 'where members find it' }),
});

export type LanguageAccess = z.output<typeof languageAccess>;
