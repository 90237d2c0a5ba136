import { type Language } from '@plumbline/api/schema';
import type * as z from 'zod';

/** What a schema finds wrong with a value, in this language; the messages that schemas carry are the English ones. */
export function issueSaid(issue: z.core.$ZodIssue, language: Language): string {
  if (language === 'en') return issue.message;
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'escriba algo aquí' : `${issue.minimum} como mínimo`;
    case 'too_big':
      return `${issue.maximum}${issue.origin === 'string' ? ' caracteres' : ''} como máximo`;
    default:
      return 'no es válido';
  }
}
