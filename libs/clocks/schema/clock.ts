import { id, instant, text } from '@plumbline/api/schema';
import { clockUnits, milestones } from '@plumbline/sla-engine';
import * as z from 'zod';

/** What a clock runs for; later things add theirs. */
export const clockSubjects = ['incident'] as const;
export type ClockSubject = (typeof clockSubjects)[number];

/**
 * `late`: past its deadline, met since or not. A clock that somebody ended for a reason is `cancelled`. No clock of an
 * incident pauses (semantics rule 7).
 */
export const clockStates = ['running', 'met', 'late', 'cancelled'] as const;
export type ClockState = (typeof clockStates)[number];

/** Percent of a clock's time after which people are told; 100 is the deadline itself. */
export const clockStages = [50, 75, 90, 100] as const;
export type ClockStage = (typeof clockStages)[number];

/** Units of a rule: the engine's four, and calendar months (DORA: one month after the intermediate report). */
export const ruleUnits = [...clockUnits, 'calendarMonths'] as const;
export type RuleUnit = (typeof ruleUnits)[number];

/** A duration from a milestone on. Of several, the earliest deadline among those whose milestone was reached counts. */
export const ruleLeg = z.strictObject({
  startsAt: z.enum(milestones),
  unit: z.enum(ruleUnits),
  amount: z.int().min(1).max(8760),
});
export type RuleLeg = z.output<typeof ruleLeg>;

export const clockSource = z.strictObject({
  title: text(200),
  url: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable()
    .default(null),
});

/** A clock as it stands at `now`. Instants are UTC; pages write them in the zones that are named. */
export const clock = z.strictObject({
  id,
  vendor: z.strictObject({ id, name: z.string(), timezone: z.string() }),
  subject: z.strictObject({ kind: z.enum(clockSubjects), id, label: z.string() }),
  policy: z.strictObject({
    code: z.string(),
    version: z.int().min(1),
    name: z.string(),
    nameEs: z.string(),
    source: clockSource,
    owedBy: z.enum(['vendor', 'insurer']),
  }),
  legs: z.array(ruleLeg).meta({ description: 'as agreed when the clock started' }),
  startsAt: z.enum(milestones).meta({ description: 'the milestone that decides the deadline' }),
  metBy: z.enum(milestones),
  timezone: z.string().meta({ description: 'the zone in which days of this clock are counted' }),
  state: z.enum(clockStates),
  startedAt: instant,
  deadlineAt: instant,
  metAt: instant.nullable(),
  cancelledAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  isDrill: z.boolean(),
  stages: z.array(
    z.strictObject({
      stage: z.literal([...clockStages]),
      at: instant.meta({ description: 'when that share of the time is used up' }),
      noticedAt: instant.nullable().meta({ description: 'when it was acted on; null: not, or not yet' }),
    }),
  ),
  trace: z
    .array(z.strictObject({ rule: z.string(), facts: z.record(z.string(), z.unknown()) }))
    .meta({ description: 'how the deadline follows, as the engine says it' }),
  now: instant.meta({ description: 'the server’s time of this answer: pages count down from it' }),
});
export type Clock = z.output<typeof clock>;
