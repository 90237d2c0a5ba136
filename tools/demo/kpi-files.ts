import { SeededRandom } from './random';
import { circumstances, restatement } from './stories';
import type { DemoQueue, DemoVendor } from './vendors';

const SEED = 'plumbline-demo-1';

/** How busy each half hour of a day is, as a share of the busiest; closed outside 07:00 to 19:00. */
const DAY_SHAPE = [
  0.25, 0.4, 0.6, 0.8, 0.95, 1, 0.98, 0.95, 0.9, 0.85, 0.85, 0.9, 0.92, 0.9, 0.85, 0.8, 0.75, 0.7, 0.6, 0.5,
  0.42, 0.35, 0.28, 0.2,
];
const OPENS_AT = 7;

export const voiceHeader =
  'interval_start,line_of_business,queue,language,calls_offered,calls_answered,calls_answered_20s,calls_abandoned,wait_seconds,calls_handled,handle_seconds';
export const chatHeader =
  'interval_start,line_of_business,queue,language,chats_offered,chats_answered_60s,chats_handled,handle_seconds';

/**
 * The half-hour file of a vendor's month as CSV with a header, times local to the zone of its files. `month` counts from the
 * oldest (0); `asFirstReported` is the file before its correction, where the stories know one.
 */
export function intervalFile(
  vendor: DemoVendor,
  period: Temporal.PlainYearMonth,
  month: number,
  asFirstReported = false,
): string {
  const lines = [vendor.channel === 'voice' ? voiceHeader : chatHeader];
  const doubled = asFirstReported && vendor.code === restatement.code && month === restatement.month;
  for (const queue of vendor.queues) {
    const random = new SeededRandom(
      `${SEED}/${vendor.code}/${period}/${queue.queue}/${queue.language}/${queue.lineOfBusiness}`,
    );
    for (let day = 1; day <= period.daysInMonth; day += 1) {
      const date = period.toPlainDate({ day });
      for (let slot = 0; slot < DAY_SHAPE.length; slot += 1) {
        const at = date.toPlainDateTime({ hour: OPENS_AT + Math.floor(slot / 2), minute: (slot % 2) * 30 });
        const weekend = date.dayOfWeek > 5 ? 0.35 : 1;
        const counts = halfHour(vendor, queue, at, (DAY_SHAPE[slot] ?? 0) * weekend, month, random);
        if (doubled && day >= 8 && day <= 14) counts[counts.length - 1] = (counts.at(-1) ?? 0) * 2;
        lines.push(
          [
            at.toString({ smallestUnit: 'minute' }).replace('T', ' '),
            queue.lineOfBusiness,
            queue.queue,
            queue.language,
            ...counts,
          ].join(','),
        );
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

function halfHour(
  vendor: DemoVendor,
  queue: DemoQueue,
  at: Temporal.PlainDateTime,
  shape: number,
  month: number,
  random: SeededRandom,
): number[] {
  const story = circumstances(vendor.code, queue, month, at);
  const offered = random.poisson(queue.peak * shape * story.volume);
  const abandoned = random.binomial(offered, clamp(queue.abandoned + story.abandoned));
  const answered = offered - abandoned;
  const inTimeOfOffered = clamp(queue.inTime + story.inTime);
  const inTime = Math.min(answered, random.binomial(offered, inTimeOfOffered));
  const waited = Math.round(
    inTime * (5 + 6 * random.next()) + (answered - inTime) * (45 + 60 * random.next()),
  );
  const handled = Math.round(answered * queue.handleSeconds * (0.95 + 0.1 * random.next()));
  return vendor.channel === 'voice'
    ? [offered, answered, inTime, abandoned, waited, answered, handled]
    : [offered, inTime, answered, handled];
}

export const qualityHeader =
  'day,disclosure_samples,disclosure_passes,authentication_samples,authentication_passes,documentation_samples,documentation_passes,empathy_samples,empathy_passes,clarity_samples,clarity_passes,complaints_due_ack,complaints_ack_in_time,complaints_due_close,complaints_closed_in_time';

/** The quality and complaints file of a vendor's month: one row a working day. */
export function qualityFile(vendor: DemoVendor, period: Temporal.PlainYearMonth): string {
  const random = new SeededRandom(`${SEED}/${vendor.code}/${period}/quality`);
  const lines = [qualityHeader];
  for (let day = 1; day <= period.daysInMonth; day += 1) {
    const date = period.toPlainDate({ day });
    if (date.dayOfWeek > 5) continue;
    const reviewed = Math.round(vendor.reviewsADay * 0.7) + random.poisson(vendor.reviewsADay * 0.3);
    const passes = vendor.quality.flatMap((share) => [reviewed, random.binomial(reviewed, share)]);
    const dueForAcknowledgement = random.poisson(1.5);
    const dueForClosure = random.poisson(1.3);
    lines.push(
      [
        date,
        ...passes,
        dueForAcknowledgement,
        random.binomial(dueForAcknowledgement, 0.999),
        dueForClosure,
        random.binomial(dueForClosure, 0.95),
      ].join(','),
    );
  }
  return `${lines.join('\n')}\n`;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
