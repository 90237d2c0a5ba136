import { id, versionNumber } from '@plumbline/api/schema';
import * as z from 'zod';

/** Three of the units of a clock (semantics rule 5): business days are counted by a calendar, hours run through. */
export const caseTimeUnits = ['businessDays', 'calendarDays', 'hours'] as const;

const TEN_YEARS_OF_DAYS = 3650;

/** How long something may take. */
export const allowedTime = z.strictObject({
  amount: z.int().min(1).max(TEN_YEARS_OF_DAYS),
  unit: z.enum(caseTimeUnits),
});

/** How the cases of a file are counted, where a file holds one row or more per case and no counts. */
export const caseTerms = z.strictObject({
  close: allowedTime.meta({ description: 'from opening to closing, the day of opening not counted' }),
  acknowledge: allowedTime
    .optional()
    .meta({ description: 'from opening to acknowledging, where a column says when that was' }),
  calendar: z.strictObject({ calendarId: id, number: versionNumber }).optional().meta({
    description:
      'the version of a calendar that business days are counted by (semantics rule 8); demanded for business days',
  }),
  openedWhenClosed: z.enum(['count', 'roll']).default('count').meta({
    description:
      'of a case opened on a closed day: the next business day is day 1, or that day counts as the day of opening (semantics rule 6)',
  }),
  severalVendors: z.enum(['refuse', 'each']).default('refuse').meta({
    description:
      'of a case whose rows name several vendors: they contradict each other, or it counts once for each',
  }),
});

export type CaseTimeUnit = (typeof caseTimeUnits)[number];
export type AllowedTime = z.output<typeof allowedTime>;
export type CaseTerms = z.output<typeof caseTerms>;

/**
 * What is counted of cases, by measure code, and by which date of the case: cases due are counted on the day on which they
 * are due (semantics rule 18), closed ones on the day on which they were closed.
 */
export const caseMeasures = {
  due: 'complaints_due_close',
  dueInTime: 'complaints_closed_in_time',
  closed: 'cases_closed',
  closedInTime: 'cases_closed_in_time',
  acknowledgementDue: 'complaints_due_ack',
  acknowledgedInTime: 'complaints_ack_in_time',
} as const;
