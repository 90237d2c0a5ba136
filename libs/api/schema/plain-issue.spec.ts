import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { id, localDate, pageQuery, prose } from './index';

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('what a schema finds wrong', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a text that is missing', z.string(), undefined, 'say something here'],
    ['a text left blank', z.string().min(1), '', 'say something here'],
    ['a short text', z.string().min(15), 'abc', 'at least 15 characters'],
    ['a long text', z.string().max(3), 'abcd', 'at most 3 characters'],
    ['a text of another length', z.string().length(3), 'abcd', 'exactly 3 characters'],
    ['a number for a text', z.string(), 7, 'a text'],
    ['a number that is missing', z.number(), null, 'a number'],
    ['what is no number', z.coerce.number(), 'many', 'a number'],
    ['a broken number', z.int(), 1.5, 'a whole number'],
    ['a number below its range', z.number().min(0), -1, 'a number from 0 on'],
    ['a number at its open edge', z.number().gt(0), 0, 'a number above 0'],
    ['a number above its range', z.number().max(100), 101, 'a number up to 100'],
    ['a number at its upper open edge', z.number().lt(100), 100, 'a number below 100'],
    ['a number between steps', z.number().multipleOf(15), 20, 'a multiple of 15'],
    ['a list that is missing', z.array(z.string()), undefined, 'name at least one'],
    ['an empty list', z.array(z.string()).min(1), [], 'name at least one'],
    ['a short list', z.array(z.string()).min(2), ['a'], 'at least 2 in the list'],
    ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'at most 1 in the list'],
    ['a list of another length', z.array(z.string()).length(2), ['a'], 'exactly 2 in the list'],
    ['a day left blank', localDate, '', 'choose a day'],
    ['a day that there is not', localDate, '2026-02-30', 'a date such as 2026-03-31'],
    ['an instant without zone', z.iso.datetime(), 'now', 'an instant such as 2026-03-31T14:05:00Z'],
    ['an address of mail', z.email(), 'name', 'an e-mail address such as name@example.com'],
    ['an address', z.url(), 'example', 'an address such as https://example.com'],
    ['a choice left open', z.enum(['day', 'month']), '', 'choose one'],
    ['a choice that there is not', z.enum(['day', 'month']), 'week', 'one of: day, month'],
    ['nothing chosen', id, '', 'choose one'],
    ['what is no id', id, 'vendor', 'the id of something here'],
    ['what is written otherwise', z.string().regex(/^[123]$/), '4', 'this is not written as it has to be'],
    ['yes or no', z.boolean(), 'yes', 'yes or no (true or false)'],
    ['a text for a list', z.array(z.string()), 'a', 'a list'],
    ['a text for an object', z.strictObject({}), 'a', 'an object with fields'],
    ['an object that is missing', z.strictObject({}), undefined, 'this is missing'],
    ['a field too many', z.strictObject({}), { a: 1 }, 'this field is not known here'],
    ['none of several forms', z.union([z.int(), z.boolean()]), 'a', 'this does not fit here'],
  ])('says it plainly of %s', (_, schema, value, sentence) => {
    expect(said(schema, value)).toEqual([sentence]);
  });

  it('leaves a schema its own sentence', () => {
    expect(said(prose(5), 'abcdef')).toEqual(['at most 5 characters']);
    expect(said(z.email('an e-mail address'), 'name')).toEqual(['an e-mail address']);
  });

  it('names each field of a request', () => {
    expect(said(pageQuery, { limit: 'all', cursor: 7 })).toEqual(['a number', 'a text']);
  });
});
