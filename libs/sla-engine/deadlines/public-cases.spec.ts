import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseCalendar } from '../calendars';
import { parseClockTerms } from './parse-clock-terms';
import { replayClock } from './replay-clock';

const data = process.env['PLUMBLINE_DATA'] ?? join(process.cwd(), '../shared/data');

/** These files have no quoted commas before the columns read here. */
function rows(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(data, file), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

function stateOf(sla: object, start: string, end: string, calendarJson: object): string {
  const terms = parseClockTerms(sla);
  const calendar = parseCalendar(calendarJson);
  if (!terms.ok || !calendar.ok) {
    return 'malformed';
  }
  const [from, to] = [Temporal.Instant.from(start), Temporal.Instant.from(end)];
  const outcome = replayClock({
    terms: terms.value,
    calendar: calendar.value,
    events: [
      { type: 'started', at: from, path: '' },
      { type: 'met', at: to, path: '' },
    ],
    at: to,
  });
  return outcome.ok ? outcome.value.state : outcome.problem.code;
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]);
const office = {
  timezone: 'America/New_York',
  hours: Object.fromEntries(weekdays),
  holidays: [
    '2022-09-05',
    '2022-10-10',
    '2022-11-11',
    '2022-11-24',
    '2022-12-26',
    '2023-01-02',
    '2023-01-16',
    '2023-02-20',
  ],
};

const complaints = existsSync(join(data, 'insurance-complaints/complaints-2023-q1.csv')) ? it : it.skip;
const incidents = existsSync(join(data, 'service-incidents/incidents-500.csv')) ? it : it.skip;

describe('clocks on public cases', () => {
  complaints('needs insurance-complaints: 15 business days, both origin rules (K6, rule 6)', () => {
    const cases = new Map(
      rows('insurance-complaints/complaints-2023-q1.csv').map((row) => [row['file_no'], row]),
    );
    const within = (originRule: string) =>
      [...cases.values()].filter(({ opened, closed }) => {
        const sla = { unit: 'businessDays', amount: 15, zone: office.timezone, originRule };
        return stateOf(sla, `${opened}T17:00:00Z`, `${closed}T17:00:00Z`, office) === 'met';
      }).length;
    expect([cases.size, within('count'), within('roll')]).toEqual([283, 109, 109]);
  });

  incidents('needs service-incidents: 24 elapsed hours from opening to resolution (rule 7)', () => {
    const resolved = rows('service-incidents/incidents-500.csv').filter((row) => row['resolved_at'] !== '');
    const states = resolved.map((row) =>
      stateOf(
        { unit: 'elapsedHours', amount: 24, zone: 'UTC' },
        `${row['opened_at']}:00Z`,
        `${row['resolved_at']}:00Z`,
        office,
      ),
    );
    expect(states.filter((state) => state === 'met')).toHaveLength(133);
    expect(states.filter((state) => state === 'breached')).toHaveLength(351);
  });
});
