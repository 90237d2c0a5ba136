import type { KeptClausePolicy } from '@plumbline/contracts/schema';
import { account } from '../support/accounts';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test('another clause policy shows what it would find before it is kept, with a reason', async ({
  open,
  as,
}) => {
  const api = await as('bayshore', 'administrator');
  const before = await api.get<KeptClausePolicy>('/clause-policy');
  const page = await open(account('bayshore', 'administrator'));
  await page.goto('/t/bayshore/contracts');
  await page.getByRole('link', { name: 'Clause policy' }).click();
  await shown(page);
  await expect(page.getByRole('button', { name: 'Show the effect' })).toBeDisabled();
  await page.getByLabel('Subcontracting: Demanded').selectOption('Always');
  await page.getByRole('button', { name: 'Show the effect' }).click();
  await expect(
    page.getByText('1 of 1 versions in force, to come or drafted would be judged otherwise.'),
  ).toBeVisible();
  await expect(page.getByText('No clause agrees on whether work may be passed on.')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await hindrances(page, ofWidth)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await hindrances(page)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Save the policy' })).toBeDisabled();
  await page.getByLabel('Reason').fill('No silent subcontracting');
  await page.getByRole('button', { name: 'Save the policy' }).click();
  await expect(page.getByText('The clause policy was saved.')).toBeVisible();
  await expect(page.getByText(/Last changed by .*: No silent subcontracting/)).toBeVisible();

  // whoever reads contracts reads it, and changes nothing; a partner is told nothing
  const reader = await open(account('bayshore', 'compliance_auditor'));
  await reader.goto('/t/bayshore/contracts/clause-policy');
  await shown(reader);
  await expect(reader.getByRole('button', { name: 'Show the effect' })).toHaveCount(0);
  const auditor = await as('bayshore', 'compliance_auditor');
  expect(await auditor.statusOf('POST', '/clause-policy/preview', { rules: before.rules })).toBe(403);
  const partner = await as('bayshore', 'vendor_contributor');
  expect(await partner.statusOf('GET', '/clause-policy')).toBe(403);
});
