import { account } from '../support/accounts';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test.describe('by keyboard alone', () => {
  test('the first stop skips to the page; the palette finds pages, vendors and contracts', async ({
    open,
  }) => {
    const page = await open(account('northfield', 'vendor_manager'));
    await page.goto('/t/northfield/today');
    await shown(page);
    await page.reload();
    await shown(page);
    await page.locator('body').press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the page' });
    // the page takes the focus when it opens: the skip link is the stop before everything else
    await skip.focus();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    await page.keyboard.press('Control+k');
    const palette = page.getByRole('combobox', { name: 'Search or go to' });
    await expect(palette).toBeFocused();
    await page.keyboard.type('Prairie');
    await expect(page.getByRole('option').filter({ hasText: 'Prairie Claims Desk (demo)' })).not.toHaveCount(
      0,
    );
    await page.keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await expect(palette).toBeFocused();
    await page.keyboard.type('brea');
    await expect(page.getByRole('option', { selected: true })).toContainText('Breaches');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/t\/northfield\/breaches/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  });

  test('a table by arrows; the explanation keeps the focus until Escape gives it back', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_manager'));
    await page.goto('/t/northfield/results');
    await shown(page);
    const rows = page.getByRole('table', { name: 'Results' }).locator('tbody tr');
    await rows.nth(0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(rows.nth(2)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(rows.nth(1)).toBeFocused();
    await page.keyboard.press('Home');
    await expect(rows.nth(0)).toBeFocused();

    const figure = rows.nth(0).getByRole('button');
    await figure.focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await expect(drawer.getByRole('heading', { level: 2 })).toBeFocused();
    await expect(drawer.getByRole('link', { name: 'Download JSON' })).toBeVisible();
    await expect(drawer.locator('[aria-busy="true"]')).toHaveCount(0);
    const inside = () => drawer.evaluate((panel) => panel.contains(panel.ownerDocument.activeElement));
    await page.keyboard.press('Shift+Tab');
    expect(await inside(), 'back from the first stop').toBe(true);
    await drawer.getByRole('link', { name: 'Download JSON' }).focus();
    await page.keyboard.press('Tab');
    expect(await inside(), 'on from the last stop').toBe(true);
    await page.keyboard.press('Escape');
    await expect(drawer).toHaveCount(0);
    await expect(figure).toBeFocused();
    await expect(page).not.toHaveURL(/explain=/);
  });

  test('a heat map by arrows, cell by cell', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_manager'));
    await page.goto('/t/northfield/portfolio');
    const map = page.getByRole('grid', { name: 'Vendors by month' });
    const cell = (row: number, column: number) => map.locator(`[data-at="${row}:${column}"]`);
    await expect(map.locator('.cell[tabindex="0"]')).toHaveCount(1);
    await cell(0, 0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(cell(1, 1)).toBeFocused();
    await expect(cell(1, 1)).toHaveAccessibleName(
      /: (Met|Breached|Not reported|Insufficient sample|Nothing evaluated)/,
    );
  });

  test('on a phone the navigation is a drawer that opens, leads and closes', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_manager'), {
      viewport: { width: 360, height: 780 },
    });
    await page.goto('/t/northfield/today');
    await shown(page);
    const opener = page.getByRole('button', { name: 'Navigation' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(opener).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Escape');
    await expect(opener).toHaveAttribute('aria-expanded', 'false');
    await opener.click();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Breaches' }).click();
    await expect(page).toHaveURL(/\/breaches/);
    await expect(opener).toHaveAttribute('aria-expanded', 'false');
  });
});
