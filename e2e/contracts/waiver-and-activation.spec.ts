import type { ContractVersion } from '@plumbline/contracts/schema';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { agree, enterVendor } from '../support/contracts';
import { joinAsPartner } from '../support/newcomer';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test.describe('an amendment without a clause that the insurer demands', () => {
  test('is activated with a waiver that another person approved, and compared; the partner is told of none of it', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'WAIVED', 'Waiver House', 'America/New_York');
    const metrics = await manager.all<{ id: string; code: string }>('/metrics');
    const contract = await agree(manager, vendor.id, 'WAIVED-2026', {
      effectiveFrom: '2026-01-01',
      timezone: 'America/New_York',
      slas: [
        {
          ...{ name: 'Service level', weight: '100', target: { comparator: '>=', value: '0.80' } },
          metricId: metrics.find(({ code }) => code === 'service_level')?.id ?? '',
        },
      ],
    });
    const path = `/t/trial/contracts/${contract.id}`;

    // the manager drafts an amendment and takes the right to audit out
    const page = await open(account('trial', 'vendor_manager'));
    await page.goto(path);
    await page.getByRole('button', { name: 'Draft an amendment' }).click();
    await page.getByRole('button', { name: 'Remove clause 8.1' }).click();
    await expect(page.getByText('No clause agrees on the right to audit.')).toBeVisible();
    await page.getByRole('button', { name: 'Save the draft' }).click();
    const activate = page.getByRole('button', { name: 'Activate' });
    await expect(activate).toBeDisabled();
    await expect(page.getByText('One finding keeps this draft from being activated.')).toBeVisible();
    // and asks for a waiver
    await page
      .getByRole('link', { name: /^Assign or waive: No clause agrees on the right to audit/ })
      .click();
    await page
      .getByLabel('Reason')
      .fill('The audit schedule is signed in June; its SOC 2 report is accepted until then.');
    await page.getByLabel('Last day').fill('2030-06-30');
    await page.getByRole('button', { name: 'Ask for the waiver' }).click();
    await expect(page.getByText('A waiver waits for another person’s decision.').first()).toBeVisible();
    await page.goto('/t/trial/contracts/waivers?state=requested');
    await expect(page.getByText('You asked for it: another person decides.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

    // an administrator approves it
    const second = await open(account('trial', 'administrator'));
    await second.goto('/t/trial/today');
    await shown(second);
    await second.getByRole('link', { name: /waivers? waits? for your decision/ }).click();
    const waiver = second.getByRole('article').filter({ hasText: 'WAIVED-2026' });
    await waiver.getByRole('button', { name: 'Approve' }).click();
    await second.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await expect(second.getByText('The waiver is in force.')).toBeVisible();

    // so that the manager activates
    await page.goto(`${path}?version=2`);
    await expect(page.getByText(/Waived until 30 Jun 2030/)).toBeVisible();
    await activate.click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Activate' }).click();
    await expect(page.getByText('Version 2 is active.')).toBeVisible();
    await page.getByRole('link', { name: 'Compare with the version before' }).click();
    await expect(page.getByRole('heading', { name: '8.1 Right to audit' })).toBeVisible();
    await expect(page.getByText('Removed')).toBeVisible();
    await expect(page.getByText('1 stays as it was.')).toBeVisible();

    // the partner sees its terms, and no finding or waiver
    const partner = await open(null);
    await joinAsPartner(partner, await as('trial', 'administrator'), {
      ...{ email: 'robin@waived.example', role: 'vendor_contributor', vendorId: vendor.id },
    });
    await partner.goto(`${path}?version=2`);
    await shown(partner);
    await expect(partner.getByRole('heading', { name: 'Clauses' })).toBeVisible();
    await expect(partner.getByText(/No clause agrees|Waived until|Findings|Owner:/)).toHaveCount(0);
    const api = await Api.of(partner, 'trial');
    expect(await api.statusOf('GET', '/waivers')).toBe(403);
    expect((await api.get<ContractVersion>(`/contracts/${contract.id}/versions/2`)).findings).toBeNull();
  });
});
