import { describe, expect, it } from '@jest/globals';
import { saidName } from './said-name';

describe('the name in a Content-Disposition header', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['none', undefined, undefined],
    ['no name', 'attachment', undefined],
    ['a token', 'attachment; filename=march.csv', 'march.csv'],
    ['quoted', 'attachment; filename="march 2026.csv"', 'march 2026.csv'],
    ['escaped quotes', 'attachment; filename="the \\"final\\" one.csv"', 'the "final" one.csv'],
    [
      'the extended one before the plain one',
      `attachment; filename="Marz.csv"; filename*=UTF-8''M%C3%A4rz.csv`,
      'März.csv',
    ],
    ['the plain one where the other is broken', `attachment; filename=a.csv; filename*=UTF-8''%E4`, 'a.csv'],
    ['a name that only looks extended', 'attachment; filename="filename*=x"', 'filename*=x'],
  ])('%s', (_, header, name) => {
    expect(saidName(header)).toBe(name);
  });
});
