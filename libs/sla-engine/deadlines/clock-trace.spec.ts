import { describe, expect, it } from '@jest/globals';
import { traceTexts as calendarTraceTexts } from '../calendars/trace-texts';
import type { TraceStep } from '../trace';
import {
  cancelled,
  days2,
  days60,
  extended,
  hours24,
  hours8,
  met,
  office,
  paused,
  replay,
  resumed,
  started,
} from './clock-requests.fixture';
import { traceTexts as deadlineTraceTexts } from './trace-texts';

const texts = { ...calendarTraceTexts, ...deadlineTraceTexts };

function told(sla: unknown, events: unknown, at: string, language: 'en' | 'es', more?: object): string[] {
  const { trace } = replay(sla, events, at, more) as { trace: TraceStep[] };
  return trace.map(({ rule, facts }) => texts[rule]?.[language](facts) ?? rule);
}

describe('a clock tells how it came to its deadline (rule 29)', () => {
  const events = [
    started('2026-12-23T16:00:00-05:00'),
    paused('2026-12-24T10:00:00-05:00'),
    resumed('2026-12-24T12:30:00-05:00'),
    extended('2026-12-24T13:00:00-05:00', { amount: 1 }),
    met('2026-12-28T12:00:00-05:00'),
  ];

  it('in English', () => {
    expect(told(hours8, events, '2026-12-30T00:00:00Z', 'en')).toEqual([
      'The clock of 8 business hours started at 2026-12-23T16:00:00-05:00 (America/New_York).',
      'Paused at 2026-12-24T10:00:00-05:00: waiting for member.',
      'The pause ended at 2026-12-24T12:30:00-05:00 after 2.5 business hours, which are added.',
      'Extended by 1 business hours at 2026-12-24T13:00:00-05:00, approved by Medical director: records asked for.',
      'Friday 2026-12-25 does not count: holiday Christmas Day.',
      'Saturday 2026-12-26 does not count: closed on this weekday.',
      'Sunday 2026-12-27 does not count: closed on this weekday.',
      'The deadline is 2026-12-28T11:30:00-05:00: 8 business hours, plus 2.5 paused and 1 granted.',
      'Done at 2026-12-28T12:00:00-05:00, 0.5 business hours after the deadline: breached at 2026-12-28T11:30:00-05:00.',
    ]);
  });

  it('in Spanish', () => {
    expect(told(hours8, events, '2026-12-24T14:00:00-05:00', 'es')).toEqual([
      'El plazo de 8 horas hábiles comenzó el 2026-12-23T16:00:00-05:00 (America/New_York).',
      'En pausa desde el 2026-12-24T10:00:00-05:00: waiting for member.',
      'La pausa terminó el 2026-12-24T12:30:00-05:00 tras 2.5 horas hábiles, que se suman.',
      'Prorrogado 1 horas hábiles el 2026-12-24T13:00:00-05:00, con aprobación de Medical director: records asked for.',
      'El viernes 2026-12-25 no cuenta: festivo Christmas Day.',
      'El sábado 2026-12-26 no cuenta: cerrado ese día de la semana.',
      'El domingo 2026-12-27 no cuenta: cerrado ese día de la semana.',
      'El vencimiento es el 2026-12-28T11:30:00-05:00: 8 horas hábiles, más 2.5 en pausa y 1 de prórroga.',
      'El 2026-12-24T14:00:00-05:00 quedan 5.5 horas hábiles.',
      '1 hechos posteriores aún no han ocurrido el 2026-12-24T14:00:00-05:00.',
    ]);
  });

  it.each([
    ['not started', hours24, [], 'At 2026-12-30T00:00:00-05:00 the clock had not started.'],
    [
      'rolled',
      { ...days2, originRule: 'roll' },
      [started('2026-12-26T10:00:00-05:00')],
      'Received on 2026-12-26, a closed day: it counts as received on 2026-12-28.',
    ],
    [
      'asked for after the cut-off',
      { ...days2, amount: 0, cutOff: '17:00' },
      [started('2026-12-23T18:00:00-05:00')],
      'Counted out, the deadline would lie before 2026-12-23T18:00:00-05:00, when the clock began to run; it is due next at 2026-12-24T17:00:00-05:00.',
    ],
    [
      'paused',
      hours8,
      [started('2026-12-23T16:00:00-05:00'), paused('2026-12-23T17:00:00-05:00')],
      'Paused since 2026-12-23T17:00:00-05:00; 7 business hours remain once it goes on.',
    ],
    [
      'met',
      hours24,
      [started('2026-12-23T16:00:00-05:00'), met('2026-12-23T17:00:00-05:00')],
      'Met at 2026-12-23T17:00:00-05:00, at or before 2026-12-24T16:00:00-05:00, with 23 hours to spare.',
    ],
    [
      'breached',
      hours24,
      [started('2026-12-23T16:00:00-05:00')],
      'Not done by 2026-12-30T00:00:00-05:00: breached at the deadline, 2026-12-24T16:00:00-05:00.',
    ],
    [
      'too late',
      hours24,
      [started('2026-12-23T16:00:00-05:00'), cancelled('2026-12-25T16:00:00-05:00')],
      'The cancellation at 2026-12-25T16:00:00-05:00 came after the deadline 2026-12-24T16:00:00-05:00 and changes nothing.',
    ],
    [
      'cancelled',
      hours24,
      [
        started('2026-12-23T16:00:00-05:00'),
        { ...cancelled('2026-12-23T17:00:00-05:00'), reason: 'duplicate' },
      ],
      'Cancelled at 2026-12-23T17:00:00-05:00: duplicate.',
    ],
  ])('%s', (_, sla, some, sentence) => {
    expect(told(sla, some, '2026-12-30T00:00:00-05:00', 'en')).toContain(sentence);
  });

  it.each([
    [
      4,
      'Other terms from 2026-12-23T16:30:00-05:00 move the deadline from 2026-12-24T16:00:00-05:00 to 2026-12-24T12:00:00-05:00.',
    ],
    [
      9,
      'Other terms from 2026-12-23T16:30:00-05:00 would give 2026-12-24T17:00:00-05:00; a deadline only moves earlier, so 2026-12-24T16:00:00-05:00 stays.',
    ],
  ])('terms of %d h put on it', (amount, sentence) => {
    const replacements = [{ at: '2026-12-23T16:30:00-05:00', sla: { ...hours8, amount } }];
    const more = { calendar: office, replacements };
    expect(
      told(hours8, [started('2026-12-23T16:00:00-05:00')], '2026-12-23T17:00:00-05:00', 'en', more),
    ).toContain(sentence);
  });

  it('an extension of other terms is not carried over', () => {
    const more = {
      calendar: office,
      replacements: [{ at: '2026-12-23T18:00:00-05:00', sla: { ...days2, amount: 0 } }],
    };
    const some = [started('2026-12-23T16:00:00-05:00'), extended('2026-12-23T17:00:00-05:00', { amount: 1 })];
    expect(told(hours8, some, '2026-12-23T19:00:00-05:00', 'en', more)).toContain(
      'The extension of 1 business hours belonged to other terms and is not carried over.',
    );
  });

  const rules = (sla: unknown, events: unknown, at: string, more?: object) =>
    (replay(sla, events, at, more) as { trace: TraceStep[] }).trace.map(({ rule }) => rule);
  const friday = '2026-12-18T16:00:00-05:00';

  it.each([
    ['elapsed hours name no closed days', { ...hours24, amount: 96 }, ['clock.deadline', 'clock.running']],
    ['calendar days neither', { ...days60, amount: 4 }, ['clock.deadline', 'clock.running']],
    [
      'business hours do',
      hours8,
      ['calendar.skippedDay', 'calendar.skippedDay', 'clock.deadline', 'clock.running'],
    ],
    [
      'business days do, and are not rolled from an open one',
      { ...days2, originRule: 'roll' },
      ['calendar.skippedDay', 'calendar.skippedDay', 'clock.deadline', 'clock.running'],
    ],
  ])('%s', (_, sla, steps) => {
    expect(rules(sla, [started(friday)], friday)).toEqual(['clock.started', ...steps]);
  });

  it.each([
    ['due when it starts', { ...hours8, amount: 0 }, friday],
    ['due at the cut-off at which it starts', { ...days2, amount: 0, cutOff: '16:00' }, friday],
  ])('%s is not moved behind its start', (_, sla, at) => {
    expect(rules(sla, [started(at)], at)).toEqual(['clock.started', 'clock.deadline', 'clock.running']);
  });

  it.each([
    ['paused', paused('2026-12-18T16:30:00-05:00'), ['clock.started', 'clock.paused', 'clock.isPaused']],
    ['cancelled', cancelled('2026-12-18T16:30:00-05:00'), ['clock.started', 'clock.cancelled']],
  ])('while %s it states no deadline', (_, event, steps) => {
    expect(rules(hours8, [started(friday), event], '2026-12-18T16:45:00-05:00')).toEqual(steps);
  });

  it('a clock whose start lies ahead says so, and how much does', () => {
    expect(
      told(hours24, [started(friday), met('2026-12-18T17:00:00-05:00')], '2026-12-18T12:00:00-05:00', 'en'),
    ).toEqual([
      'At 2026-12-18T12:00:00-05:00 the clock had not started.',
      '2 later events have not happened at 2026-12-18T12:00:00-05:00.',
    ]);
  });
});
