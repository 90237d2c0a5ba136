import type { DemoTenantRun } from './tenant-run';
import { intervalFile, qualityFile } from './kpi-files';
import { intervalMapping, qualityMapping } from './mappings';
import { lateFile, missingFile, restatement } from './stories';
import { DUE_DAY } from './terms';
import { type DemoVendor, MONTHS } from './vendors';

/** A day of the month after `period`, as an instant: 15:00 UTC, a working hour everywhere the demo plays. */
export function dayAfter(period: Temporal.PlainYearMonth, day: number): string {
  return `${period.add({ months: 1 }).toPlainDate({ day })}T15:00:00Z`;
}

/** One month of one tenant: files on the third, what is late or restated afterwards, comments and publication on the eighth. */
export async function playMonth(
  run: DemoTenantRun,
  vendors: readonly DemoVendor[],
  period: Temporal.PlainYearMonth,
  month: number,
): Promise<void> {
  const is = (story: { code: string; month: number }, vendor: DemoVendor) =>
    story.code === vendor.code && story.month === month;
  const late = vendors.filter((vendor) => is(lateFile, vendor));
  const missing = vendors.filter((vendor) => is(missingFile, vendor));
  const inTime = vendors.filter((vendor) => !late.includes(vendor) && !missing.includes(vendor));

  await run.moveTo(dayAfter(period, 3));
  await Promise.all(
    inTime.map((vendor) =>
      handIn(run, vendor, period, intervalFile(vendor, period, month, is(restatement, vendor))),
    ),
  );

  if (late.length + missing.length > 0) {
    await run.moveTo(dayAfter(period, DUE_DAY + 1));
    await run.sweep();
  }
  if (late.length > 0) {
    await run.moveTo(dayAfter(period, DUE_DAY + 9));
    await Promise.all(late.map((vendor) => handIn(run, vendor, period, intervalFile(vendor, period, month))));
  }
  // the last month is left for the visitor to look at and publish
  if (month === MONTHS - 1) return;

  await run.moveTo(dayAfter(period, DUE_DAY + 12));
  await run.publish(
    period,
    month === 9 ? 'Thank you for the corrected staffing plan; we look at it together on the 20th.' : null,
  );

  for (const vendor of vendors.filter((each) => is(restatement, each))) {
    await run.moveTo(dayAfter(period, 20));
    await run.load(
      vendor,
      fileName(vendor, period, 'intervals-corrected'),
      intervalFile(vendor, period, month),
      intervalMapping(vendor),
      'Handling time of 8 to 14 was counted twice by the export',
    );
    await run.moveTo(dayAfter(period, 22));
    await run.publish(period, null);
  }
}

async function handIn(
  run: DemoTenantRun,
  vendor: DemoVendor,
  period: Temporal.PlainYearMonth,
  intervals: string,
): Promise<void> {
  await run.load(vendor, fileName(vendor, period, 'intervals'), intervals, intervalMapping(vendor));
  await run.load(
    vendor,
    fileName(vendor, period, 'quality'),
    qualityFile(vendor, period),
    qualityMapping(vendor),
  );
}

function fileName(vendor: DemoVendor, period: Temporal.PlainYearMonth, kind: string): string {
  return `${vendor.code.toLowerCase()}-${kind}-${period}.csv`;
}
