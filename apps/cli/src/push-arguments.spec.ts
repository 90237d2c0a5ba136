import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodes, Stop } from './exit-codes';
import { readPushArguments } from './push-arguments';

const KEY = 'plk_0uQ2m9bYv3nR1sT5wX7zA4cE6gI8kM0oP2qS4uWx7Qa';
const keyed = { PLUMBLINE_API_KEY: KEY };

describe('the arguments of plumbline push', () => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plumbline-cli-'));
    file = join(folder, 'march.csv');
    writeFileSync(file, 'day,offered\n');
    writeFileSync(join(folder, 'key'), `${KEY}\n`);
    writeFileSync(join(folder, 'broken.json'), '{');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (words: readonly string[], env: Record<string, string> = keyed) =>
    readPushArguments(words, env);
  const whole = ['--vendor', 'V', '--tenant', 'acme', '--url', 'https://plumbline.test'];

  it('are read with what stands in for those not given', () => {
    expect(read([file, ...whole])).toMatchObject({
      path: file,
      bytes: 12,
      vendor: 'V',
      tenant: 'acme',
      key: KEY,
      confirm: false,
      wrongRows: 'refuse',
      acceptWarnings: [],
      dryRun: false,
      json: false,
    });
    const env = {
      PLUMBLINE_URL: 'https://plumbline.test/sub',
      PLUMBLINE_TENANT: 'acme',
      PLUMBLINE_API_KEY: KEY,
    };
    const { tenant, url } = read([file, '--vendor', 'V'], env);
    expect([tenant, url.href]).toEqual(['acme', env.PLUMBLINE_URL]);
  });

  it('name what may be doubtful by its codes', () => {
    const { acceptWarnings } = read([file, ...whole, '--accept-warnings', 'sum-differs,outlier']);
    expect(acceptWarnings).toEqual(['sum-differs', 'outlier']);
    expect(() => read([file, ...whole, '--accept-warnings', 'everything'])).toThrow(/sum-differs/);
  });

  it('may name a file that holds the key', () => {
    expect(read([file, ...whole, '--key-file', join(folder, 'key')], {}).key).toBe(KEY);
    expect(read([file, ...whole], { PLUMBLINE_API_KEY_FILE: join(folder, 'key') }).key).toBe(KEY);
  });

  it.each<[string, readonly string[], Record<string, string>]>([
    ['no file', [...whole], keyed],
    ['two files', ['a.csv', 'b.csv', ...whole], keyed],
    ['a file that is not there', ['no-such.csv', ...whole], keyed],
    ['a folder', [tmpdir(), ...whole], keyed],
    ['no vendor', ['<file>', '--tenant', 'acme', '--url', 'https://plumbline.test'], keyed],
    ['no tenant', ['<file>', '--vendor', 'V', '--url', 'https://plumbline.test'], keyed],
    ['no address', ['<file>', '--vendor', 'V', '--tenant', 'acme'], keyed],
    [
      'another protocol',
      ['<file>', '--vendor', 'V', '--tenant', 'acme', '--url', 'ftp://plumbline.test'],
      keyed,
    ],
    [
      'plain HTTP to elsewhere',
      ['<file>', '--vendor', 'V', '--tenant', 'a', '--url', 'http://plumbline.test'],
      keyed,
    ],
    ['an unknown option', ['<file>', ...whole, '--force'], keyed],
    ['a key as an argument', ['<file>', ...whole, '--key', KEY], keyed],
    ['no key', ['<file>', ...whole], {}],
    ['something else as the key', ['<file>', ...whole], { PLUMBLINE_API_KEY: 'hunter2' }],
    ['another choice of wrong rows', ['<file>', ...whole, '--wrong-rows', 'ignore'], keyed],
    ['a mapping that is no JSON', ['<file>', ...whole, '--mapping-file', '<folder>/broken.json'], keyed],
  ])('with %s are refused', (_, words, env) => {
    const given = words.map((word) => word.replace('<file>', file).replace('<folder>', folder));
    const refused = () => read(given, env);
    expect(refused).toThrow(Stop);
    try {
      refused();
    } catch (error) {
      expect([(error as Stop).exitCode, (error as Stop).message.includes('hunter2')]).toEqual([
        exitCodes.usage,
        false,
      ]);
    }
  });

  it('lead by plain HTTP to this machine only', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
      expect(read([file, '--vendor', 'V', '--tenant', 'a', '--url', `http://${host}`]).url.host).toBe(host);
  });
});
