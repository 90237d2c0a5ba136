import type { DemoTenantRun } from './tenant-run';
import { intervalFile, qualityFile } from './kpi-files';
import { intervalMapping, qualityMapping } from './mappings';
import { lateFile, missingFile, outage, restatement } from './stories';
import { DUE_DAY } from './terms';
import { type DemoVendor, MONTHS } from './vendors';

/** A day of the month after `period`, as an instant: 15:00 UTC, a working hour everywhere the demo plays. */
export function dayAfter(period: Temporal.PlainYearMonth, day: number): string {
  return `${period.add({ months: 1 }).toPlainDate({ day })}T15:00:00Z`;
}

/** A tenant's run and the vendors that serve it. */
export interface Play {
  readonly run: DemoTenantRun;
  readonly vendors: readonly DemoVendor[];
  /** Who no longer reports from this month on, counted from 0. */
  readonly until?: Readonly<Record<string, number>>;
}

/**
 * One month of all tenants, day by day since they share the clock: files on the third, what is late or restated afterwards,
 * comments and publication.
 */
export async function playMonth(
  all: readonly Play[],
  period: Temporal.PlainYearMonth,
  month: number,
): Promise<void> {
  const plays = all.map(({ run, vendors, until = {} }) => ({
    run,
    vendors: vendors.filter(({ code }) => month < (until[code] ?? MONTHS)),
  }));
  const is = (story: { code: string; month: number }) => (vendor: DemoVendor) =>
    story.code === vendor.code && story.month === month;
  const moveTo = async (day: number) => {
    for (const { run } of plays) await run.moveTo(dayAfter(period, day));
  };
  const each = async (
    choose: (vendor: DemoVendor) => boolean,
    act: (run: DemoTenantRun, vendor: DemoVendor) => Promise<void>,
  ) => {
    await Promise.all(
      plays.flatMap(({ run, vendors }) => vendors.filter(choose).map((vendor) => act(run, vendor))),
    );
  };
  const told = (story: { code: string; month: number }) =>
    plays.some(({ vendors }) => vendors.some(is(story)));

  await moveTo(3);
  await each(
    (vendor) => !is(lateFile)(vendor) && !is(missingFile)(vendor),
    (run, vendor) =>
      handIn(run, vendor, period, intervalFile(vendor, period, month, is(restatement)(vendor))),
  );
  if (told(outage)) {
    await each(is(outage), (run, vendor) => run.excuseOutage(vendor, period));
  }
  if (told(lateFile) || told(missingFile)) {
    await moveTo(DUE_DAY + 1);
    await plays[0]?.run.sweep();
  }
  if (told(lateFile)) {
    await moveTo(DUE_DAY + 9);
    await each(is(lateFile), (run, vendor) =>
      handIn(run, vendor, period, intervalFile(vendor, period, month)),
    );
  }
  // the last month is left for the visitor to look at and publish
  if (month === MONTHS - 1) return;

  await moveTo(DUE_DAY + 12);
  const comment =
    month === 9 ? 'Thank you for the corrected staffing plan; we look at it together on the 20th.' : null;
  for (const { run, vendors } of plays) await run.publish(period, comment, vendors.length);
  for (const { run } of plays) {
    await run.settleCredits(period, month, month < MONTHS - 2 ? 'exported' : 'shared');
  }
  if (told(restatement)) {
    await moveTo(20);
    await each(is(restatement), (run, vendor) =>
      run.load(
        vendor,
        fileName(vendor, period, 'intervals-corrected'),
        intervalFile(vendor, period, month),
        intervalMapping(vendor),
        'Handling time of 8 to 14 was counted twice by the export',
      ),
    );
    await moveTo(22);
    for (const { run, vendors } of plays) {
      await run.publish(period, null, vendors.filter(is(restatement)).length);
    }
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
