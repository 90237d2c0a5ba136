import type { Calendar } from '@plumbline/calendars/schema';
import type { MetricSummary } from '@plumbline/measurements/schema';
import type { ResultSummary } from '@plumbline/slas/schema';
import { account } from '../support/accounts';
import { agree, defineMetric, enterVendor } from '../support/contracts';
import { settled } from '../support/kpi-files';
import { expect, test } from '../support/test';

const zone = 'America/New_York';
/** K-3 contradicts itself; Presidents' Day lies in all of them. */
const content = `Case number,Opened,Closed,Reason
K-1,2026-02-03,2026-02-25,Delay
K-1,2026-02-03,2026-02-25,Denial
K-2,2026-02-04,2026-03-02,Delay
K-3,2026-02-05,2026-02-20,Delay
K-3,2026-02-05,2026-02-23,Denial
K-4,2026-02-06,,Delay
`;

test('a complaints file with several rows a case: mapped, checked, loaded, and found again behind its figure', async ({
  as,
  open,
}) => {
  const manager = await as('trial', 'vendor_manager');
  const vendor = await enterVendor(manager, 'CASEWORK', 'Casework Partners', zone);
  const day = [['09:00', '17:00']];
  await manager.post<Calendar>('/calendars', {
    ...{ name: 'Casework, federal', timezone: zone },
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    holidays: [{ date: '2026-02-16', name: 'Presidents’ Day', provenance: { source: 'person' } }],
  });
  const closures = await defineMetric(manager, {
    code: 'casework_closures_in_time',
    name: 'Closures in time',
    unit: 'ratio',
    direction: 'higher',
    numerator: 'cases_closed_in_time',
    denominator: 'cases_closed',
  });
  const [due] = (await manager.all<MetricSummary>('/metrics')).filter(
    ({ code }) => code === 'complaints_closed',
  );
  await agree(manager, vendor.id, 'CASEWORK-2026', {
    ...{ effectiveFrom: '2026-01-01', timezone: zone },
    slas: [
      {
        name: 'Complaints due',
        metricId: due?.id ?? '',
        target: { comparator: '>=', value: '0.90' },
        weight: '50',
      },
      { name: 'Closures', metricId: closures.id, target: { comparator: '>=', value: '0.90' }, weight: '50' },
    ],
  });

  const page = await open(account('trial', 'vendor_manager'));
  await page.goto(`/t/trial/kpi-files/upload?vendorId=${vendor.id}`);
  await page
    .getByLabel('KPI files (CSV or XLSX)')
    .setInputFiles({ name: 'complaints.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
  await expect(page).toHaveURL(/\/kpi-files\/[0-9a-f-]{36}/);
  const fileId = /kpi-files\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

  // the file looks like cases, and what nobody can guess is asked
  await expect(page.getByLabel('The file holds')).toHaveValue('cases');
  await expect(page.getByLabel('What Case number means', { exact: true })).toHaveValue('case_number');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await expect(page.getByText('Say how much time there is.').first()).toBeVisible();
  await page.getByLabel('Closed within').fill('15');
  await page
    .getByLabel('Calendar of the business days')
    .selectOption({ label: 'Casework, federal, version 1, holidays until 16 Feb 2026' });
  await page
    .getByRole('button', { name: `Use ${zone}` })
    .first()
    .click();
  const preview = page.getByRole('region', { name: 'The first rows, as they are read' });
  await expect(preview.getByRole('row').nth(1)).toContainText('K-1');
  await expect(preview.getByRole('row').nth(1)).toContainText(/25.Feb.2026/);
  await page.getByRole('button', { name: 'Check the file' }).click();

  await settled(manager, fileId, ['checked']);
  await expect(
    page.getByText('Line 6 states another closing for case K-3: which one is right?'),
  ).toBeVisible();
  await expect(
    page.getByText('Line 5 states another closing for case K-3: which one is right?'),
  ).toBeVisible();
  await page.getByText('Leave the wrong rows out and load the others').click();
  await expect(page.getByText('Loads 3 cases for February 2026')).toBeVisible();
  await page.getByRole('button', { name: 'Load the file' }).click();
  await settled(manager, fileId, ['done']);

  const results = await manager.all<ResultSummary>(`/results?vendorId=${vendor.id}&month=2026-02`);
  const figure = results.find(({ sla }) => sla.name === 'Complaints due');
  expect(figure).toMatchObject({ numerator: '1', denominator: '2' });
  await page.goto(`/t/trial/results/${figure?.id}?explain=${figure?.id}`);
  const cases = page.getByRole('region', { name: 'Cases' });
  await expect(cases.getByRole('row').nth(1)).toContainText('K-1');
  await expect(cases.getByRole('row').nth(1)).toContainText('2–3');
  await expect(cases.getByRole('row').nth(2)).toContainText('K-2');

  await page.goto(`/t/trial/kpi-files/${fileId}?line=3`);
  await expect(page.getByText('Case K-1, opened 3 Feb 2026, due 25 Feb 2026')).toBeVisible();
  await expect(page.getByText('closed 25 Feb 2026, in time')).toBeVisible();
  await expect(page.getByRole('link', { name: /Complaints due, .*2026, revision 1/ })).toBeVisible();
});
