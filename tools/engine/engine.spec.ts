import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');

function run(input: string): { status: number | null; lines: readonly string[]; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools', 'engine.mjs')], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    cwd: join(root, 'docs'),
    env: { ...process.env, TZ: 'Pacific/Chatham' },
  });
  return { status, lines: stdout.split('\n').slice(0, -1), stderr };
}

const credit = { fee: '100000', atRisk: '0.10', pool: '0.50' };
const calendar = {
  timezone: 'America/New_York',
  hours: { wed: [['09:00', '17:00']], thu: [['09:00', '17:00']] },
  overrides: { '2026-12-24': [['09:00', '12:00']] },
};

describe('npm run engine', () => {
  it('answers each line in order, good or bad, and ends well', () => {
    const { status, lines, stderr } = run(
      [
        { id: 1, op: 'credit.compute', input: { scheme: credit, failures: [{ allocation: '0.40' }] } },
        'not a request',
        {
          id: 'two',
          op: 'calendar.add',
          input: { calendar, start: '2026-12-23T16:30:00-05:00', seconds: 3600 },
        },
        { id: 3, op: 'kpi.verdict', input: {} },
      ]
        .map((request) => (typeof request === 'string' ? request : JSON.stringify(request)))
        .join('\n'),
    );
    expect([status, stderr]).toEqual([0, '']);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { id: 1, result: { credit: '2000.00' } },
      { id: null, problem: { code: 'request.notJson' } },
      { id: 'two', result: { instant: '2026-12-24T09:30:00-05:00' } },
      { id: 3, problem: { code: 'input.missing', path: 'target' } },
    ]);
  });

  it('says nothing when asked nothing', () => {
    expect(run('')).toEqual({ status: 0, lines: [], stderr: '' });
  });

  it('answers many requests', () => {
    const count = 20_000;
    const requests = Array.from({ length: count }, (_, id) =>
      JSON.stringify({
        id,
        op: 'calendar.add',
        input: { calendar, start: '2026-12-23T16:30:00-05:00', seconds: id % 3600 },
      }),
    );
    const { lines } = run(requests.join('\n'));
    expect(lines).toHaveLength(count);
    expect(lines.every((line, id) => line.startsWith(`{"id":${id},"result":{"instant":"`))).toBe(true);
  });
});
