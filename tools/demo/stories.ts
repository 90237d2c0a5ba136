import type { DemoQueue } from './vendors';

/** What is different about a half hour because something happened. Months count from 0, the oldest of the fourteen. */
export interface Circumstances {
  readonly volume: number;
  readonly inTime: number;
  readonly abandoned: number;
}

const ordinary: Circumstances = { volume: 1, inTime: 0, abandoned: 0 };

/**
 * The stories a visitor can find:
 * - Lakeside's Spanish line loses staff in months 8 to 10 and recovers in month 11.
 * - Prairie's telephony is down on the 12th of month 5 from 10:00 to 15:00: calls come in and nobody answers.
 * - Open enrolment: everybody is busier in November and December.
 */
export function circumstances(
  code: string,
  queue: DemoQueue,
  month: number,
  at: Temporal.PlainDateTime,
): Circumstances {
  const season = at.month >= 11 ? 1.18 : 1;
  if (code === 'LAKESIDE' && queue.language === 'es' && month >= 8 && month <= 10) {
    return { volume: season, inTime: -0.26, abandoned: 0.08 };
  }
  if (
    code === outage.code &&
    month === outage.month &&
    at.day === outage.day &&
    at.hour >= 10 &&
    at.hour < 15
  ) {
    return { volume: 1.4, inTime: -1, abandoned: 0.9 };
  }
  return { ...ordinary, volume: season };
}

/** Prairie's outage of month 5 was the insurer's carrier: those hours are taken out of its results. */
export const outage = { code: 'PRAIRIE', month: 5, day: 12, from: '10:00', to: '15:00' } as const;

/** Cascade's file of month 11 came nine days late; that of the last month has not come at all. */
export const lateFile = { code: 'CASCADE', month: 11 } as const;
export const missingFile = { code: 'CASCADE', month: 13 } as const;

/** Summit first reported month 9 with the handling time of one week doubled, and corrected it afterwards. */
export const restatement = { code: 'SUMMIT', month: 9 } as const;
