import { describe, expect, it } from '@jest/globals';
import { type Breach, viewBreach } from '@plumbline/slas/schema';
import { breachEvents, breachEventWords } from './breach-events';

const breach = viewBreach.example.response as Breach;
const wording = {
  words: breachEventWords.en,
  closing: 'corrected figures meet the target',
  figureOf: (value: string | null) => value ?? '–',
  whyOf: ({ reason }: { reason: { file: { name: string } | null } }) => reason.file?.name ?? 'time',
};

describe('breachEvents', () => {
  it('tells what happened with revision and file, newest first', () => {
    expect(breachEvents(breach, wording).map(({ at, text }) => [at, text])).toEqual([
      [
        '2026-04-06T12:00:01Z',
        'Breach closed: corrected figures meet the target, 0.8667 (revision 2, march-corrected.csv).',
      ],
      ['2026-04-02T09:10:00Z', 'Breach opened: 0.7333 (revision 1, march.csv).'],
      ['2026-04-01T04:00:00Z', 'The month ended with the target missed.'],
    ]);
  });

  it('tells of a notice of an incident that came late', () => {
    const late: Breach = {
      ...breach,
      kind: 'clock',
      sla: null,
      result: null,
      openedBy: null,
      closedBy: null,
      breachedAt: '2026-03-03T07:10:00Z',
      openedAt: '2026-03-03T07:10:08Z',
      closedAt: '2026-03-03T09:00:00Z',
    };
    expect(
      breachEvents(late, { ...wording, closing: 'met after the deadline' }).map(({ text }) => text),
    ).toEqual([
      'Breach closed: met after the deadline.',
      'Breach opened: it had not been met by then.',
      'The deadline passed.',
    ]);
  });

  it('tells of a report that came late', () => {
    const late: Breach = {
      ...breach,
      kind: 'reporting_duty',
      sla: null,
      result: null,
      openedBy: null,
      closedBy: null,
      reporting: {
        dueAt: '2026-04-11T04:00:00Z',
        timezone: 'America/New_York',
        receivedAt: '2026-04-12T10:00:00Z',
        file: { id: breach.id, name: 'march.csv' },
      },
      breachedAt: '2026-04-11T04:00:00Z',
      openedAt: '2026-04-11T04:00:10Z',
      closedAt: '2026-04-12T10:00:05Z',
    };
    expect(breachEvents(late, { ...wording, closing: 'reported late' }).map(({ text }) => text)).toEqual([
      'Breach closed: reported late.',
      'Report received: march.csv.',
      'Breach opened: nothing had been reported.',
      'The report was due.',
    ]);
  });

  it('tells of an open breach no end', () => {
    const open = { ...breach, closedAt: null, closedBy: null, closingReason: null };
    expect(breachEvents(open, wording).map(({ id }) => id)).toEqual(['opened', 'missed']);
  });
});
