import type { Metric } from '@plumbline/measurements/schema';
import type { DueDiligence, DueDiligenceItem, Vendor } from '@plumbline/vendors/schema';
import { account } from '../support/accounts';
import { Api, type Page as ListPage } from '../support/api';
import { agree } from '../support/contracts';
import { joinAsPartner } from '../support/newcomer';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test('a vendor is taken in by two people and its own evidence, gate by gate', async ({ open, as }) => {
  const manager = await as('trial', 'vendor_manager');
  const administrator = await as('trial', 'administrator');
  const code = `IN-${Date.now()}`;
  const name = `Taken in ${code}`;
  const vendor = await manager.post<Vendor>('/vendors', {
    code,
    name,
    services: ['mail'],
    criticality: 'medium',
    phiAccess: false,
    timezone: 'Europe/London',
  });
  const metrics = await manager.get<ListPage<Metric>>('/metrics?limit=200');
  await agree(manager, vendor.id, `MSA-${code}`, {
    effectiveFrom: '2026-01-01',
    timezone: 'Europe/London',
    slas: [
      {
        name: 'Disclosures',
        metricId: metrics.items.find((metric) => metric.code === 'qa_disclosure')?.id ?? '',
        target: { comparator: '>=', value: '0.95' },
        weight: '100',
      },
    ],
  });

  // the manager asks, and cannot approve it
  const managerPage = await open(account('trial', 'vendor_manager'));
  await managerPage.goto(`/t/trial/vendors/${vendor.id}`);
  await managerPage.getByRole('button', { name: 'Start onboarding …' }).click();
  await managerPage.getByLabel('Reason').fill('Letters of members are piling up');
  await managerPage.getByRole('button', { name: 'Ask for it' }).click();
  await expect(managerPage.getByText('You asked for this: another person approves it.')).toBeVisible();
  await expect(managerPage.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  // the administrator finds it on the first page, and approves
  const administratorPage = await open(account('trial', 'administrator'));
  await administratorPage.goto('/t/trial/today');
  await administratorPage
    .getByRole('link', { name: new RegExp(`“Start onboarding” waits for your approval.*${code}`) })
    .click();
  await administratorPage.getByRole('button', { name: 'Approve' }).click();
  await expect(administratorPage.getByText(`${name} is now: Onboarding.`)).toBeVisible();

  // the partner sees what is asked of it, and hands in evidence with a document
  const partnerPage = await open(null);
  await joinAsPartner(partnerPage, administrator, {
    email: `partner-${code.toLowerCase()}@people.test`,
    role: 'vendor_contributor',
    vendorId: vendor.id,
  });
  await partnerPage.goto('/t/trial/today');
  await partnerPage.getByRole('link', { name: /4 due-diligence items are asked of you/ }).click();
  await shown(partnerPage);
  await expect(partnerPage.getByRole('article')).toHaveCount(4);
  await expect(partnerPage.getByText('Sanctions and exclusion screening')).toHaveCount(0);
  const insurance = partnerPage.getByRole('article', { name: 'Certificates of insurance' });
  await insurance.getByRole('button', { name: /Hand in evidence/ }).click();
  await insurance.getByLabel('What the evidence is, and where it is kept').fill('Cover until 2027');
  await insurance
    .locator('input[type=file]')
    .setInputFiles({ name: 'cover.txt', mimeType: 'text/plain', buffer: Buffer.from('Five million\n') });
  await expect(insurance.getByText('cover.txt is attached.')).toBeVisible();
  await insurance.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(insurance.getByText('To be looked at')).toBeVisible();
  const partner = await Api.of(partnerPage, 'trial');
  expect(await partner.statusOf('GET', `/vendors/${vendor.id}/life`)).toBe(403);
  expect(await partner.statusOf('GET', '/vendor-steps')).toBe(403);
  expect(await partner.statusOf('GET', '/due-diligence-template')).toBe(403);
  await handIn(partner, await partner.all<DueDiligenceItem>('/due-diligence-items?standing=open'));

  // the gate says what is open; the manager looks at the evidence, remark and all
  await managerPage.reload();
  const activation = managerPage.getByRole('group', { name: 'Make active' });
  await expect(activation.getByText('6 of 9 still open')).toBeVisible();
  const seen = managerPage.getByRole('article', { name: 'Certificates of insurance' });
  await expect(seen.getByRole('link', { name: 'cover.txt' })).toBeVisible();
  await seen.getByRole('button', { name: /Accept \/ Reject/ }).click();
  await seen.getByLabel('Remark').fill('Called the broker');
  await seen.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(activation.getByText('5 of 9 still open')).toBeVisible();
  const items = async () =>
    (await manager.get<DueDiligence>(`/vendors/${vendor.id}/due-diligence`)).items.filter(
      ({ gate }) => gate === 'activation',
    );
  await accept(
    manager,
    (await items()).filter(({ standing }) => standing === 'submitted'),
  );
  await handIn(
    manager,
    (await items()).filter(({ standing }) => standing === 'open'),
  );
  await accept(
    administrator,
    (await items()).filter(({ standing }) => standing === 'submitted'),
  );

  // and the whole gate lets it through
  await managerPage.reload();
  await expect(activation.getByText('Everything is there')).toBeVisible();
  await managerPage.getByRole('button', { name: 'Make active …' }).click();
  await managerPage.getByLabel('Reason').fill('All of it was looked at');
  await managerPage.getByRole('button', { name: 'Ask for it' }).click();
  await expect(managerPage.getByText('“Make active” waits for another person')).toBeVisible();
  await administratorPage.goto(`/t/trial/vendors/${vendor.id}`);
  await administratorPage.getByRole('button', { name: 'Approve' }).click();
  await expect(administratorPage.getByText(`${name} is now: Active.`)).toBeVisible();
  await administratorPage.getByText('Steps so far (2)').click();
  await expect(administratorPage.getByText(/Onboarding → Active: approved/)).toBeVisible();

  await partnerPage.reload();
  await expect(insurance.getByText('Accepted')).toBeVisible();
  await expect(partnerPage.getByText('Called the broker')).toHaveCount(0);
});

async function handIn(by: Api, items: readonly DueDiligenceItem[]): Promise<void> {
  for (const { id, version } of items.filter(({ gate }) => gate === 'activation'))
    await by.post(`/due-diligence-items/${id}/submissions`, { kind: 'evidence', note: 'Looked at' }, version);
}

async function accept(by: Api, items: readonly DueDiligenceItem[]): Promise<void> {
  for (const { id, version } of items)
    await by.post(`/due-diligence-items/${id}/decision`, { outcome: 'accepted' }, version);
}
