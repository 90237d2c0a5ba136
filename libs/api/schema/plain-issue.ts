import type * as z from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What a schema finds wrong, as one says it to a person, where the schema has no sentence of its own: what to write, not what
 * was expected of a type. Every sentence of a field is English, wherever it is made; `libs/ui/forms/sentences` has them
 * in the reader's language.
 */
export function plainIssue(issue: Issue): string {
  const { code } = issue;
  switch (code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? missing(issue) : otherKind(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return misspelt(issue);
    case 'invalid_value':
      return otherValue(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return 'this field is not known here';
    default:
      return 'this does not fit here';
  }
}

function missing(issue: Issue & { code: 'invalid_type' }): string {
  if (issue.expected === 'string') return 'say something here';
  if (issue.expected === 'array') return 'name at least one';
  if (issue.expected === 'number' || issue.expected === 'int') return otherKind(issue);
  return 'this is missing';
}

function otherKind({ expected }: Issue & { code: 'invalid_type' }): string {
  switch (expected) {
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'int':
      return 'a whole number';
    case 'boolean':
      return 'yes or no (true or false)';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'an object with fields';
    default:
      return 'this does not fit here';
  }
}

function tooSmall({ origin, minimum, inclusive, exact }: Issue & { code: 'too_small' }): string {
  if (origin === 'string') {
    if (exact) return `exactly ${minimum} characters`;
    return Number(minimum) <= 1 ? 'say something here' : `at least ${minimum} characters`;
  }
  if (origin === 'array' || origin === 'set') {
    if (exact) return `exactly ${minimum} in the list`;
    return Number(minimum) <= 1 ? 'name at least one' : `at least ${minimum} in the list`;
  }
  return inclusive === false ? `a number above ${minimum}` : `a number from ${minimum} on`;
}

function tooBig({ origin, maximum, inclusive, exact }: Issue & { code: 'too_big' }): string {
  if (origin === 'string') return exact ? `exactly ${maximum} characters` : `at most ${maximum} characters`;
  if (origin === 'array' || origin === 'set')
    return exact ? `exactly ${maximum} in the list` : `at most ${maximum} in the list`;
  return inclusive === false ? `a number below ${maximum}` : `a number up to ${maximum}`;
}

function misspelt({ format, input }: Issue & { code: 'invalid_format' }): string {
  const blank = typeof input === 'string' && input.trim() === '';
  switch (format) {
    case 'date':
      return blank ? 'choose a day' : 'a date such as 2026-03-31';
    case 'datetime':
      return 'an instant such as 2026-03-31T14:05:00Z';
    case 'email':
      return 'an e-mail address such as name@example.com';
    case 'url':
      return 'an address such as https://example.com';
    case 'uuid':
    case 'guid':
      return blank ? 'choose one' : 'the id of something here';
    default:
      return blank ? 'say something here' : 'this is not written as it has to be';
  }
}

function otherValue({ values, input }: Issue & { code: 'invalid_value' }): string {
  if (input === undefined || input === null || input === '') return 'choose one';
  return `one of: ${values.map(String).join(', ')}`;
}

// Beside the schemas, so that whoever loads one hears it so: server, jobs and pages alike. Said where zod looks for it rather than
// to zod, because what imports zod for more than its schemas brings it into the client's first page.
const place = globalThis as { __zod_globalConfig?: z.core.$ZodConfig };
Object.assign((place.__zod_globalConfig ??= {}), { customError: plainIssue });
