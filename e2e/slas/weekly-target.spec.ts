import type { Contract, ContractVersion } from '@plumbline/contracts/schema';
import type { BreachSummary } from '@plumbline/slas/schema';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { defineMetric, demandedClauses, enterVendor } from '../support/contracts';
import { confirm, handIn, mappingOf } from '../support/kpi-files';
import { joinAsPartner } from '../support/newcomer';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

const zone = 'America/New_York';
const day = (date: number, inTime: number) => `2026-02-${String(date).padStart(2, '0')},100,${inTime}`;
/** 95 % in the week from 2 February, 70 % in the next: 82.5 % together, which no week sees. */
const content = `${[
  'day,offered,in time',
  ...Array.from({ length: 7 }, (_, index) => day(2 + index, 95)),
  ...Array.from({ length: 7 }, (_, index) => day(9 + index, 70)),
].join('\n')}\n`;

test('a manager agrees a target for each week, the partner’s file loads, and the missed week explains itself', async ({
  as,
  open,
}) => {
  const manager = await as('trial', 'vendor_manager');
  const vendor = await enterVendor(manager, 'WEEKLY', 'Weekly Desk', zone);
  const metric = await defineMetric(manager, {
    ...{ code: 'weekly_answered', name: 'Answered in time', unit: 'ratio', direction: 'higher' },
    ...{ numerator: 'answered_within_threshold', denominator: 'offered' },
  });
  const contract = await manager.post<Contract>('/contracts', {
    ...{ vendorId: vendor.id, reference: 'WEEKLY-2026', title: 'Weekly desk' },
    terms: {
      ...{ effectiveFrom: '2026-02-01', timezone: zone, reportingDueDay: 20 },
      speedOutweighsReason: 'The agreement is about answering calls and about nothing else.',
      clauses: [
        {
          ...{ kind: 'service_levels', number: '4.1', heading: 'Service levels', page: 7, terms: {} },
          text: 'Calls are answered in time, week by week.',
        },
        ...demandedClauses,
      ],
      slas: [
        {
          ...{ name: 'Answered each week', metricId: metric.id, clauseNumber: '4.1', weight: '100' },
          target: { comparator: '>=', value: '0.80' },
        },
      ],
    },
  });

  // the window is chosen on the page; a rolling one of too many days is refused where it stands
  const page = await open(account('trial', 'vendor_manager'));
  await page.goto(`/t/trial/contracts/${contract.id}/versions/1/edit`);
  await page.getByLabel('Judged over').selectOption('rolling');
  await page.getByLabel('Looks back over').fill('400');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByText(/2 to 366 days, or 2 to 24 months/).first()).toBeVisible();
  await page.getByLabel('Judged over').selectOption('week');
  await expect(page.getByLabel('A week starts on')).toHaveValue('monday');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByRole('cell', { name: 'Week from Monday' })).toBeVisible();
  const { version } = await manager.get<ContractVersion>(`/contracts/${contract.id}/versions/1`);
  await manager.post(`/contracts/${contract.id}/versions/1/activation`, undefined, version);

  // the partner hands in two weeks
  const partner = await open(null);
  await joinAsPartner(partner, await as('trial', 'administrator'), {
    ...{ email: 'robin@weekly.example', role: 'vendor_contributor', vendorId: vendor.id },
  });
  const desk = await Api.of(partner, 'trial');
  const mapping = mappingOf(
    content,
    {
      day: { kind: 'period', format: 'YYYY-MM-DD' },
      offered: { kind: 'measure', measure: 'offered' },
      'in time': { kind: 'measure', measure: 'answered_within_threshold' },
    },
    { grain: 'day', timezone: zone },
  );
  await confirm(desk, await handIn(desk, vendor.id, { name: 'february.csv', content }, mapping));
  const breachesOf = () => manager.all<BreachSummary>(`/breaches?vendorId=${vendor.id}&kind=target`);
  await expect.poll(async () => (await breachesOf()).length, { timeout: 45_000 }).toBe(1);

  // the one missed week is called by its dates, and says what it counted
  await page.goto(`/t/trial/breaches?vendorId=${vendor.id}&kind=target&window=week`);
  const row = page.getByRole('row').filter({ hasText: 'Answered each week' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('week 9–15 Feb 2026');
  await row.getByRole('button', { name: /Answered each week, / }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('in week 9–15 Feb 2026 was 70');
  await expect(drawer).toContainText('from 2026-02-09T05:00:00Z until before 2026-02-16T05:00:00Z');
  await expect(drawer.getByRole('row').filter({ hasText: 'february.csv' })).toHaveCount(7);

  // the partner sees the same on its own page, and no month that was never agreed
  await partner.goto('/t/trial/results?window=week');
  await shown(partner);
  await expect(partner.getByRole('row').filter({ hasText: 'week 2–8 Feb 2026' })).toContainText('Met');
  await expect(partner.getByRole('row').filter({ hasText: 'week 9–15 Feb 2026' })).toContainText('Breached');
  expect((await desk.all(`/results?vendorId=${vendor.id}&window=month`)).length).toBe(0);
});
