import { describe, expect, it } from '@jest/globals';
import { labelledFacts } from '../labelled-facts.fixture';
import type { TraceFacts } from '../trace-text';
import { traceTexts } from './trace-texts';

/** Rule, the facts that matter to the wording, and the sentence in English and Spanish. */
const sentences: readonly (readonly [string, TraceFacts, string, string])[] = [
  [
    'calendar.skippedDay',
    {},
    '<weekday> <date> does not count: <because> <name>.',
    'El <weekday> <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'mon' },
    'Monday <date> does not count: <because> <name>.',
    'El lunes <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'tue' },
    'Tuesday <date> does not count: <because> <name>.',
    'El martes <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'wed' },
    'Wednesday <date> does not count: <because> <name>.',
    'El miércoles <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'thu' },
    'Thursday <date> does not count: <because> <name>.',
    'El jueves <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'fri' },
    'Friday <date> does not count: <because> <name>.',
    'El viernes <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'sat' },
    'Saturday <date> does not count: <because> <name>.',
    'El sábado <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { weekday: 'sun' },
    'Sunday <date> does not count: <because> <name>.',
    'El domingo <date> no cuenta: <because> <name>.',
  ],
  [
    'calendar.skippedDay',
    { because: 'holiday' },
    '<weekday> <date> does not count: holiday <name>.',
    'El <weekday> <date> no cuenta: festivo <name>.',
  ],
  [
    'calendar.skippedDay',
    { because: 'override' },
    '<weekday> <date> does not count: special hours of that date <name>.',
    'El <weekday> <date> no cuenta: horario especial de esa fecha <name>.',
  ],
  [
    'calendar.skippedDay',
    { because: 'weekday' },
    '<weekday> <date> does not count: closed on this weekday <name>.',
    'El <weekday> <date> no cuenta: cerrado ese día de la semana <name>.',
  ],
  [
    'calendar.skippedDay',
    { because: 'break' },
    '<weekday> <date> does not count: break <name>.',
    'El <weekday> <date> no cuenta: pausa <name>.',
  ],
  [
    'calendar.skippedDay',
    { because: 'clockChange' },
    '<weekday> <date> does not count: its hours were skipped by a clock change <name>.',
    'El <weekday> <date> no cuenta: un cambio de hora se saltó su horario <name>.',
  ],
  [
    'calendar.skippedDay',
    { name: null },
    '<weekday> <date> does not count: <because>.',
    'El <weekday> <date> no cuenta: <because>.',
  ],
  [
    'calendar.changedDay',
    {},
    '<weekday> <date> is open <hours>: <because> <name>.',
    'El <weekday> <date> abre <hours>: <because> <name>.',
  ],
  [
    'calendar.changedDay',
    { weekday: 'mon' },
    'Monday <date> is open <hours>: <because> <name>.',
    'El lunes <date> abre <hours>: <because> <name>.',
  ],
  [
    'calendar.changedDay',
    { hours: [] },
    '<weekday> <date> is open : <because> <name>.',
    'El <weekday> <date> abre : <because> <name>.',
  ],
  [
    'calendar.changedDay',
    {
      hours: [
        ['09:00', '12:00'],
        ['13:00', '17:00'],
      ],
    },
    '<weekday> <date> is open 09:00–12:00, 13:00–17:00: <because> <name>.',
    'El <weekday> <date> abre 09:00–12:00, 13:00–17:00: <because> <name>.',
  ],
  [
    'calendar.changedDay',
    { because: 'holiday' },
    '<weekday> <date> is open <hours>: holiday <name>.',
    'El <weekday> <date> abre <hours>: festivo <name>.',
  ],
  [
    'calendar.changedDay',
    { name: null },
    '<weekday> <date> is open <hours>: <because>.',
    'El <weekday> <date> abre <hours>: <because>.',
  ],
  [
    'calendar.moreDays',
    {},
    '<count> more dates are closed or have other hours.',
    'Otras <count> fechas están cerradas o tienen otro horario.',
  ],
];

describe('the sentences of calendars (rule 29)', () => {
  it.each(sentences)('%s, given %j', (rule, facts, en, es) => {
    const text = traceTexts[rule];
    expect([text?.en(labelledFacts(facts)), text?.es(labelledFacts(facts))]).toEqual([en, es]);
  });

  it('are all here', () => {
    expect([...new Set(sentences.map(([rule]) => rule))]).toEqual(Object.keys(traceTexts));
  });
});
