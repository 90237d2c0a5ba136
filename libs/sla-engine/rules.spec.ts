import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The table "Rules and their specs" of README.md. */
const rows = [...read('./README.md').matchAll(/^\| +(\d+) +\|.+\| (.+) \|$/gm)].map((match) => ({
  rule: Number(match[1]),
  specs: [...(match[2] ?? '').matchAll(/`([^`]+\.spec\.ts)`/g)].map((spec) => spec[1] ?? ''),
}));

/** Every rule that a text cites: "rule 3", "rules 2 and 3", "rules 4, 12". */
function rulesCited(text: string): readonly number[] {
  return [...text.matchAll(/\brules? (\d+(?:(?:,| and|, and) \d+)*)/g)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/\d+/g)].map(Number),
  );
}

describe('the rules and their specs', () => {
  it('are all in the table, in order', () => {
    expect(rows.map(({ rule }) => rule)).toEqual(Array.from({ length: 29 }, (_, index) => index + 1));
  });

  it.each(rows)('rule $rule is cited by its specs', ({ rule, specs }) => {
    expect(specs).not.toEqual([]);
    expect(specs.filter((spec) => !rulesCited(read(spec)).includes(rule))).toEqual([]);
  });

  it('finds rules however they are cited', () => {
    expect(rulesCited('(rule 3) rules 2 and 3, rules 4, 12 and 29')).toEqual([3, 2, 3, 4, 12, 29]);
  });
});
