import type { CreditStatement, CreditStatementSummary, ExportedStatement } from '@plumbline/credits/schema';
import { account } from '../support/accounts';
import { askEngine } from '../support/engine';
import { mailedLink } from '../support/mail';
import { expect, test } from '../support/test';

test.describe('the way of a statement', () => {
  // refused on purpose: an approval before the dispute is decided, a second one by the same person
  test.use({ expectedComplaints: [/422|409/] });

  test('a partner disputes a line, the manager decides, two people approve, it is exported and frozen for both', async ({
    as,
    open,
  }) => {
    const insurer = await as('northfield', 'vendor_manager');
    const shared = await insurer.all<CreditStatementSummary>('/credit-statements?state=shared');
    const found = shared.find(({ vendor }) => vendor.code === 'LAKESIDE');
    if (!found) throw new Error('the demo leaves a statement of Lakeside with the vendor');
    const address = `/t/northfield/credits/${found.id}`;

    const partner = await open(account('northfield', 'vendor_contributor', 'LAKESIDE'));
    await partner.goto('/t/northfield/credits');
    await partner.locator(`a[href$="/credits/${found.id}"]`).click();
    await expect(partner.getByRole('heading', { level: 1 })).toContainText('Lakeside Voice (demo)');
    await expect(partner.getByRole('button', { name: 'Approve' })).toHaveCount(0);
    await expect(partner.getByText('Internal remarks')).toHaveCount(0);
    await partner.getByRole('button', { name: 'Dispute Average handle time' }).click();
    await partner.getByLabel('Why this line is wrong').fill('Your new form adds a minute to each call.');
    await partner.getByLabel('What bears it out').setInputFiles({
      name: 'handle-times.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Before the form: 402 s. With it: 463 s.\n'),
    });
    await expect(partner.getByText('handle-times.txt is attached.')).toBeVisible();
    await partner.getByRole('button', { name: 'Send the dispute' }).click();
    await expect(partner.getByText('Average handle time is disputed.')).toBeVisible();

    const manager = await open(account('northfield', 'vendor_manager'));
    // the insurer is told by mail, and reads what was handed in
    const told = await mailedLink(account('northfield', 'vendor_manager').email, address.slice(0, -1));
    expect(told).toBe(address);
    await manager.goto(address);
    const taken = manager.waitForEvent('download');
    await manager.getByRole('link', { name: 'handle-times.txt' }).click();
    expect((await taken).suggestedFilename()).toBe('handle-times.txt');
    await manager.getByRole('button', { name: 'Approve' }).click();
    await manager.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await expect(manager.getByText('Disputed and not decided: Average handle time.')).toBeVisible();
    await manager.getByLabel('What you say about it').fill('The form was agreed in January.');
    await manager.getByRole('button', { name: 'Decide' }).click();
    await expect(manager.getByText('The dispute is decided.')).toBeVisible();
    await manager.getByRole('button', { name: 'Approve' }).click();
    await manager.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await expect(manager.getByText('somebody else gives the second one')).toBeVisible();
    await manager.getByRole('button', { name: 'Approve' }).click();
    await manager.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await expect(manager.getByText('Nobody approves what they asked for')).toBeVisible();

    const executive = await open(account('northfield', 'executive'));
    await executive.goto(address);
    await executive.getByRole('button', { name: 'Approve' }).click();
    await executive.getByRole('alertdialog').getByRole('button', { name: 'Approve' }).click();
    await expect(executive.getByText('The statement is approved and frozen.')).toBeVisible();

    await manager.reload();
    await manager.getByRole('button', { name: 'Export for accounts payable' }).click();
    await manager
      .getByRole('alertdialog')
      .getByRole('button', { name: 'Export for accounts payable' })
      .click();
    await expect(manager.getByText(/^Exported as MSA-LAKESIDE\//).first()).toBeVisible();

    await partner.reload();
    await expect(partner.getByText('Approved', { exact: true })).toBeVisible();
    await expect(partner.getByRole('button', { name: /^Dispute / })).toHaveCount(0);
    await expect(partner.getByText('The form was agreed in January.')).toBeVisible();
    const again = {
      slaId: (await insurer.get<CreditStatement>(`/credit-statements/${found.id}`)).lines[0]?.slaId,
    };
    const refused = await as('northfield', 'vendor_contributor', 'LAKESIDE');
    expect(
      await refused.statusOf('POST', `/credit-statements/${found.id}/disputes`, { ...again, reason: 'x' }),
    ).toBe(409);
  });
});

test('every amount explains itself, in Spanish too, and the export recomputes to it by the engine alone', async ({
  as,
  open,
}) => {
  const insurer = await as('northfield', 'vendor_manager');
  const all = await insurer.all<CreditStatementSummary>('/credit-statements?state=approved');
  const credited = all.find(({ credit, vendor }) => vendor.code === 'LAKESIDE' && Number(credit) > 0);
  if (!credited) throw new Error('the demo has an approved statement with a credit');
  const { recompute } = await insurer.get<ExportedStatement>(`/credit-statements/${credited.id}/export.json`);
  for (const { id, op, input, amount } of recompute) {
    const { result } = await askEngine({ id, op, input });
    expect(result?.['credit'] ?? result?.['returned'] ?? result?.['entry']).toBe(amount);
  }

  const page = await open(account('northfield', 'compliance_auditor'), { locale: 'es-US' });
  await page.goto(`/t/northfield/credits/${credited.id}`);
  await page.getByRole('button', { name: /Crédito del mes.*explicar este importe/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toContainText('Tarifa 118500, en riesgo 0.12');
  await expect(drawer).toContainText('redondeado una sola vez');
  await expect(page).toHaveURL(/amount=credit/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/amount=/);
});

test.describe('other people', () => {
  test.use({ expectedComplaints: [/40[34]/] });

  test('neither another vendor nor an analyst without the right sees a statement', async ({ as }) => {
    const insurer = await as('northfield', 'vendor_manager');
    const statements = await insurer.all<CreditStatementSummary>('/credit-statements');
    const lakeside = statements.find(
      ({ vendor, state }) => vendor.code === 'LAKESIDE' && state === 'approved',
    );
    const prairie = await as('northfield', 'vendor_administrator', 'PRAIRIE');
    expect(await prairie.statusOf('GET', `/credit-statements/${lakeside?.id}`)).toBe(404);
    const own = await prairie.all<CreditStatementSummary>('/credit-statements');
    expect(new Set(own.map(({ vendor }) => vendor.code))).toEqual(new Set(['PRAIRIE']));
    const analyst = await as('northfield', 'security');
    expect(await analyst.statusOf('GET', `/credit-statements/${lakeside?.id}`)).toBe(403);
  });
});
