import type { FieldProblem } from '../errors';
import { passwordWords } from './password-words';

/** OWASP ASVS 5.0, 6.2: length decides, any character counts, nothing is cut, guessable ones are refused. */
export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 256;
/** What must be left of a password without guessable parts: as much as a short word of one's own. */
const OWN_CHARACTERS = 6;
const DISTINCT_CHARACTERS = 6;

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
];
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')]);
const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};

/**
 * Why a password is not accepted, or null. `context`: what an attacker tries first for this person (name, e-mail
 * address, names of the tenants).
 */
export function passwordProblem(
  password: string,
  context: readonly string[] = [],
  path = 'password',
): FieldProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN) {
    return {
      path,
      code: 'too-short',
      detail: `at least ${PASSWORD_MIN} characters: a few words in a row are good`,
    };
  }
  if (length > PASSWORD_MAX) return { path, code: 'too-long', detail: `at most ${PASSWORD_MAX} characters` };
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < DISTINCT_CHARACTERS) {
    return { path, code: 'guessable', detail: 'too few different characters' };
  }
  const words = [...context.flatMap(contextWords), ...passwordWords].sort((a, b) => b.length - a.length);
  if (Math.min(...readings(plain).map((reading) => ownCharacters(reading, words))) < OWN_CHARACTERS) {
    return {
      path,
      code: 'guessable',
      detail: 'it is made of words, names or sequences that attackers try first: add words of your own',
    };
  }
  return null;
}

/** As typed, and with the usual disguises taken off (`p@ssw0rd`). */
function readings(plain: string): string[] {
  const undisguised = [...plain].map((character) => disguises[character] ?? character).join('');
  return [plain, undisguised];
}

/** How many letters remain without listed words, sequences of four or more, and what was there already. */
function ownCharacters(plain: string, words: readonly string[]): number {
  let rest = plain.replace(/[^\p{L}\p{N}]/gu, '');
  for (const word of words) rest = rest.replaceAll(word, ' ');
  for (const run of runs) rest = withoutRuns(rest, run);
  rest = rest.replace(/\p{N}+/gu, ' ').replace(/(.+?)\1+/gu, '$1');
  return new Set(rest.replace(/\s/g, '')).size < 4 ? 0 : rest.replace(/\s/g, '').length;
}

function withoutRuns(text: string, run: string): string {
  let rest = text;
  for (let length = run.length; length >= 4; length -= 1) {
    for (let start = 0; start + length <= run.length; start += 1) {
      rest = rest.replaceAll(run.slice(start, start + length), ' ');
    }
  }
  return rest;
}

function contextWords(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length >= 3);
}
