import type { ContractVersion, ParityMatrix } from '@plumbline/contracts/schema';
import { account } from '../support/accounts';
import { agree, defineMetric, enterVendor } from '../support/contracts';
import { overflow } from '../support/hindrances';
import { expect, test } from '../support/test';

test.describe('SLA parity', () => {
  test('a stricter internal target makes a contract weaker, Today says so, and an amendment makes it equal', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'PARITY', 'Parity House', 'America/New_York');
    // a metric of its own: nothing that others agree on in this tenant stands in its row
    const metric = await defineMetric(manager, {
      ...{ code: 'parity_probe', name: 'Calls answered, parity', unit: 'ratio', direction: 'higher' },
      ...{ numerator: 'answered', denominator: 'offered' },
    });
    const contract = await agree(manager, vendor.id, 'PARITY-2026', {
      ...{ effectiveFrom: '2026-01-01', timezone: 'America/New_York' },
      slas: [
        {
          ...{ name: 'Calls answered', metricId: metric.id, weight: '100' },
          target: { comparator: '>=', value: '0.80' },
        },
      ],
    });

    const page = await open(account('trial', 'vendor_manager'));
    await page.goto('/t/trial/parity/targets/new');
    await page.getByLabel('Metric', { exact: true }).selectOption({ label: metric.name });
    await page.getByLabel('Target', { exact: true }).fill('85');
    await page.getByLabel('In force from').fill('2026-01');
    await page.getByLabel('Mail').check();
    await page.getByLabel('Reason').fill('Board resolution: members are answered.');
    await page.getByRole('button', { name: 'Set this target' }).click();
    await expect(page).toHaveURL(/\/t\/trial\/parity$/);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('SLA parity');
    await page.getByRole('combobox', { name: /^Metric/ }).selectOption({ label: metric.name });
    const cell = page.getByRole('button', { name: /^Why Calls answered, parity .*Parity House/ });
    await expect(cell).toContainText('Weaker');
    await expect(cell).toContainText('≥ 80%');
    await cell.click();
    const why = page.getByRole('dialog');
    await expect(why).toContainText('The SLA is weaker.');
    await expect(why).toContainText('Board resolution: members are answered.');
    await expect(why).toContainText('[0.85, 1] is expected');
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();

    const told = page.getByRole('link', {
      name: /Parity House · Calls answered, parity: weaker than expected/,
    });
    await expect(async () => {
      await page.goto('/t/trial/today');
      await expect(told).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await expect(told).toContainText('since 1 Jan 2026');

    const drafted = await manager.post<ContractVersion>(`/contracts/${contract.id}/versions`, {
      effectiveFrom: '2026-02-01',
    });
    await page.goto(`/t/trial/contracts/${contract.id}/versions/${drafted.number}/edit`);
    await page.getByLabel('Target', { exact: true }).fill('85');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await expect(page).toHaveURL(/version=2/);
    await page.getByRole('button', { name: 'Activate' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Activate' }).click();
    await expect(page.getByText('Version 2 is active.')).toBeVisible();

    await page.goto(`/t/trial/parity?metricId=${metric.id}`);
    await expect(cell).toContainText('Equal');
    await expect(async () => {
      await page.reload();
      await expect(
        page.getByRole('row', { name: /Weaker Parity House.*equal since 1 Feb 2026, by contract version 2/ }),
      ).toBeVisible({ timeout: 2_000 });
    }).toPass();
  });

  test('a partner neither finds the page nor gets an answer', async ({ as, open }) => {
    const partner = await as('northfield', 'vendor_contributor');
    const statuses = await Promise.all(
      ['/parity', '/internal-targets', '/regulatory-floors', '/parity-findings'].map((path) =>
        partner.statusOf('GET', path),
      ),
    );
    expect(statuses).toEqual([403, 403, 403, 403]);
    const page = await open(account('northfield', 'vendor_contributor'));
    await page.goto('/t/northfield/today');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Parity', exact: true })).toHaveCount(0);
  });

  test('at phone width the matrix is a list, and nothing scrolls sideways', async ({ as, open }) => {
    const manager = await as('northfield', 'vendor_manager');
    const { contracts } = await manager.get<ParityMatrix>('/parity');
    expect(contracts.length).toBeGreaterThan(0);
    const page = await open(account('northfield', 'vendor_manager'), {
      viewport: { width: 360, height: 740 },
    });
    await page.goto('/t/northfield/parity');
    await expect(page.locator('ul.cards > li').first()).toBeVisible();
    await expect(page.locator('.matrix')).toBeHidden();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
