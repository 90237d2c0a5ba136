import type { Calendar, HolidayProposal } from '@plumbline/calendars/schema';
import type { ResultSummary } from '@plumbline/slas/schema';
import type { Page } from '@playwright/test';
import { account } from '../support/accounts';
import type { Api } from '../support/api';
import { agree, defineMetric, enterVendor } from '../support/contracts';
import { hasData, readData } from '../support/public-data';
import { expect, test } from '../support/test';

interface Counted {
  readonly cases: number;
  readonly within_15bd_us_federal_A: number;
}

interface Expected {
  readonly rows: number;
  readonly cases_unique_file_no: number;
  readonly by_closed_month: Record<string, Counted>;
}

const zone = 'America/New_York';
const CALENDAR = 'Complaints, federal';

/** Monday to Friday without the federal holidays that the product proposes. */
async function federalCalendar(manager: Api): Promise<void> {
  const { items } = await manager.get<HolidayProposal>('/holiday-proposals?country=US&years=2021,2022,2023');
  const day = [['09:00', '17:00']];
  await manager.post<Calendar>('/calendars', {
    ...{ name: CALENDAR, timezone: zone },
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays: items
      .filter(({ ticked }) => ticked)
      .map(({ date, name, provenance }) => ({ date, name, provenance })),
  });
}

/** Lets a file go over the place for files. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  await page.locator('pl-file-drop').evaluate(
    (place, [fileName, text]) => {
      const { DataTransfer, DragEvent, File } = place.ownerDocument.defaultView;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], fileName, { type: 'text/csv' }));
      place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, content],
  );
}

test.describe('insurance-complaints: one case in up to 32 rows', () => {
  test.skip(!hasData('insurance-complaints'), 'needs insurance-complaints (PLUMBLINE_DATA)');

  test('dropped on the page, mapped as cases and confirmed, it shows the figures that were computed independently', async ({
    as,
    open,
  }) => {
    const content = readData('insurance-complaints/complaints-2023-q1.csv');
    const expected = JSON.parse(readData('insurance-complaints/expected.json')) as Expected;
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'COMPLAINTS', 'Complaints office', zone);
    await federalCalendar(manager);
    const closures = await defineMetric(manager, {
      ...{
        code: 'complaint_closures',
        name: 'Complaints closed in time',
        unit: 'ratio',
        direction: 'higher',
      },
      ...{ numerator: 'cases_closed_in_time', denominator: 'cases_closed' },
    });
    await agree(manager, vendor.id, 'COMPLAINTS-2023', {
      ...{ effectiveFrom: '2023-01-01', effectiveTo: '2023-04-01', timezone: zone },
      slas: [
        {
          ...{ name: 'Closures', metricId: closures.id, weight: '100' },
          target: { comparator: '>=', value: '0.90' },
        },
      ],
    });

    const page = await open(account('trial', 'vendor_manager'));
    await page.goto(`/t/trial/kpi-files/upload?vendorId=${vendor.id}`);
    await drop(page, 'complaints-2023-q1.csv', content);
    await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}/);
    const meaning = (header: string) => page.getByLabel(`What ${header} means`, { exact: true });
    await expect(page.getByLabel('The file holds')).toHaveValue('cases');
    await expect(meaning('file_no')).toHaveValue('case_number');
    await expect(meaning('opened')).toHaveValue('case_opened');
    await expect(meaning('closed')).toHaveValue('case_closed');
    await page.getByLabel('Closed within').fill('15');
    await page
      .getByLabel('Calendar of the business days')
      .selectOption({ label: `${CALENDAR}, version 1, holidays until 25 Dec 2023` });
    await page
      .getByRole('button', { name: `Use ${zone}` })
      .first()
      .click();
    await page.getByRole('button', { name: 'Check the file' }).click();
    const state = page.locator('pl-page-header pl-status');
    await expect(state).toHaveText('To be confirmed', { timeout: 45_000 });
    await expect(page.getByText(`Loads ${expected.cases_unique_file_no} cases for`)).toBeVisible();
    for (const right of await page.getByLabel(/: this is right$/).all()) await right.check();
    await page.getByRole('button', { name: 'Load the file' }).click();
    await expect(state).toHaveText('Loaded', { timeout: 45_000 });

    const months = Object.entries(expected.by_closed_month);
    expect(months).toHaveLength(3);
    const results = await manager.all<ResultSummary>(`/results?vendorId=${vendor.id}`);
    for (const [month, { cases, within_15bd_us_federal_A: inTime }] of months) {
      const id = results.find((result) => result.month === month)?.id;
      await page.goto(`/t/trial/results?vendorId=${vendor.id}&month=${month}`);
      const rate = `${((inTime / cases) * 100).toFixed(1)}%`;
      await expect(page.getByRole('row').filter({ hasText: 'Closures' })).toContainText(rate);
      await page.goto(`/t/trial/results/${id}?explain=${id}`);
      await expect(page.getByRole('dialog').getByRole('region', { name: 'Arithmetic' })).toContainText(
        new RegExp(`=\\s*${inTime}\\s*/\\s*${cases}\\s*=`),
      );
    }
  });
});
