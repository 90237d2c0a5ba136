import type { DueDiligence, Vendor, VendorLife, VendorSummary } from '@plumbline/vendors/schema';
import { account } from '../support/accounts';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test('the demo tells a vendor’s whole story, from prospect to its end, with who did what', async ({
  open,
  as,
}) => {
  const manager = await as('northfield', 'vendor_manager');
  const vendors = await manager.all<VendorSummary>('/vendors');
  const former = vendors.find(({ code }) => code === 'HARBORLINE');
  if (!former) throw new Error('the demo has no former vendor');

  await test.step('on the vendor’s page: every step, the certificate, what outlives the contract', async () => {
    const page = await open(account('northfield', 'compliance_auditor'));
    await page.goto(`/t/northfield/vendors/${former.id}`);
    await shown(page);
    await expect(
      page.getByText('Its life with you has ended; nothing it reported is removed.'),
    ).toBeVisible();
    for (const line of [
      /Prospect → Onboarding: approved/,
      /Onboarding → Active: approved/,
      /Active → Offboarding: approved/,
      /Offboarding → Ended: approved/,
    ])
      await expect(page.getByText(line)).toBeVisible();
    // what was handed in is folded away once it was accepted
    const item = async (name: string) => {
      const article = page.getByRole('article', { name });
      await expect(article.getByText('Accepted', { exact: true })).toBeVisible();
      await article.locator('summary').click();
      return article;
    };
    const certificate = await item('Certificate that PHI was returned or destroyed');
    await expect(certificate.getByRole('link', { name: 'certificate-of-destruction.txt' })).toBeVisible();
    await expect((await item('Access to our systems ended')).getByText(/ticket 5208/)).toBeVisible();
    const surviving = await item('Obligations that outlive the contract listed');
    await expect(surviving.getByText(/Confidentiality for six years/)).toBeVisible();
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await hindrances(page, ofWidth)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await hindrances(page)).toEqual([]);
  });

  await test.step('as the API tells it: two people a step, the gate as it stood, figures that stay', async () => {
    const { history, endDate, state } = await manager.get<VendorLife>(`/vendors/${former.id}/life`);
    expect(state).toBe('ended');
    expect(history).toHaveLength(4);
    for (const step of history) {
      expect(step.decidedBy?.id).not.toBe(step.requestedBy.id);
      expect(step.gate?.every(({ met }) => met)).toBe(true);
    }
    expect(history[0]?.decidedAt?.slice(0, 10) ?? '').toMatch(/^\d{4}/);
    expect((endDate ?? '9999') < (history[0]?.decidedAt ?? '')).toBe(true);
    const scorecards = await manager.all<{ state: string }>(`/scorecards?vendorId=${former.id}`);
    expect(scorecards.length).toBeGreaterThan(0);
    const people = await manager.all(`/people?vendorId=${former.id}`);
    expect(people).toEqual([]);
  });

  await test.step('to nobody else: another partner and another insurer find no such vendor', async () => {
    const partner = await as('northfield', 'vendor_contributor', 'LAKESIDE');
    const other = await as('bayshore', 'vendor_manager');
    for (const stranger of [partner, other]) {
      expect(await stranger.statusOf('GET', `/vendors/${former.id}`)).toBe(404);
      expect((await stranger.all<Vendor>('/vendors')).map(({ code }) => code)).not.toContain('HARBORLINE');
    }
    const items = await partner.all<DueDiligence['items'][number]>('/due-diligence-items');
    expect(items.filter(({ vendor }) => vendor.id === former.id)).toEqual([]);
  });
});
