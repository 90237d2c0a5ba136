import { id, instant } from '@plumbline/api/schema';
import { addOpenTime, type Calendar } from '@plumbline/sla-engine';
import * as z from 'zod';

/** Whom an escalation reaches, and how many minutes after it began. */
const stage = z
  .strictObject({
    contactId: id.nullable().default(null),
    personId: id.nullable().default(null).meta({ description: 'somebody with a sign-in here' }),
    afterMinutes: z.int().min(0).max(43_200),
    respectHours: z.boolean().meta({ description: 'waits until the contact’s hours' }),
  })
  .refine(({ contactId, personId }) => (contactId === null) !== (personId === null), {
    path: ['contactId'],
    message: 'one contact or one person',
  })
  .refine(({ personId, respectHours }) => personId === null || !respectHours, {
    path: ['respectHours'],
    message: 'a person has no hours here',
  });

/** The escalation ladder of a vendor, whole: replaced as one (V1). */
export const escalationLadder = z.strictObject({
  stages: z
    .array(stage)
    .max(10)
    .superRefine((stages, context) => {
      stages.forEach(({ afterMinutes }, index) => {
        if (index > 0 && afterMinutes < (stages[index - 1]?.afterMinutes ?? 0))
          context.addIssue({
            code: 'custom',
            path: [index, 'afterMinutes'],
            message: 'not before the stage above it',
          });
      });
    }),
});

export type LadderStage = z.output<typeof stage>;
export type EscalationLadder = z.output<typeof escalationLadder>;

export const reaches = ['any-time', 'open', 'closed', 'hours-not-said'] as const;

/** Whether a stage can be reached at an instant, and when it would be if an escalation began then. */
export const stageReach = z.strictObject({
  reach: z.enum(reaches),
  reachedAt: instant
    .nullable()
    .meta({ description: 'were an escalation to begin now; null: nobody can tell' }),
});

export type StageReach = z.output<typeof stageReach>;

/** Hours of a stage as the engine reads them. `not-said`: they are to be respected and nobody has said them. */
export type StageHours = Calendar | 'any-time' | 'not-said';

/**
 * Of each stage, whether it is open now and when it would be reached by an escalation that begins now; and the first stage,
 * in their order, that can be reached now. Hours are open time of the engine's calendars, so a clock change moves nothing.
 *
 * @example ladderAt([{ afterMinutes: 0, hours: manilaNights }, { afterMinutes: 15, hours: 'any-time' }], manilaNoon).now // 1
 */
export function ladderAt(
  stages: readonly { readonly afterMinutes: number; readonly hours: StageHours }[],
  now: Temporal.Instant,
): { readonly stages: StageReach[]; readonly now: number | null } {
  const reached = stages.map(({ afterMinutes, hours }): StageReach => {
    const due = now.add({ minutes: afterMinutes });
    if (hours === 'not-said') return { reach: 'hours-not-said', reachedAt: null };
    if (hours === 'any-time') return { reach: 'any-time', reachedAt: due.toString() };
    const open = firstOpen(hours, now)?.equals(now) ?? false;
    const at = firstOpen(hours, due);
    return { reach: open ? 'open' : 'closed', reachedAt: at && at.toString() };
  });
  const first = reached.findIndex(({ reach }) => reach === 'any-time' || reach === 'open');
  return { stages: reached, now: first === -1 ? null : first };
}

/** The first open instant at or after `from`; null: never again. */
function firstOpen(hours: Calendar, from: Temporal.Instant): Temporal.Instant | null {
  const opens = addOpenTime(hours, from, 0n);
  return opens.ok ? opens.value : null;
}
