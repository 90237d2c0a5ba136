import { account } from '../support/accounts';
import { expect, test } from '../support/test';
import type { Page as ListPage } from '../support/api';
import type { ReportingDutyAnswer } from '@plumbline/slas/schema';

test('the calendar says of every vendor what came, and leads to the file; a partner sees its own', async ({
  as,
  open,
}) => {
  const manager = await as('northfield', 'vendor_manager');
  const duties = await manager.all<ReportingDutyAnswer>('/reporting-duties');
  const reported = duties.findLast(({ file }) => file !== null);
  if (!reported) throw new Error('no vendor of the demo has reported a month');

  const page = await open(account('northfield', 'vendor_manager'));
  await page.goto(`/t/northfield/reporting?to=${reported.month}`);
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: reported.vendor.name, exact: true }) });
  await expect(row).toContainText(reported.contract.reference);
  await row.locator(`a[href$="/kpi-files/${reported.file?.id}"]`).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reported.file?.name ?? '');

  const partner = await as('northfield', 'vendor_contributor');
  const own = await partner.get<ListPage<ReportingDutyAnswer>>('/reporting-duties?limit=200');
  expect(new Set(own.items.map(({ vendor }) => vendor.id)).size).toBe(1);
});
