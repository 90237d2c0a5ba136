import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Account, account } from '../support/accounts';
import { Api } from '../support/api';
import { doorPages, pagesOf, shown } from '../support/pages';
import { expect, test } from '../support/test';

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

// what axe finds is told in words
test.use({ trace: 'off' });

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a narrow page can get wrong that a wide one does not: what is folded away, squeezed, or scrolls. */
const ofWidth = [
  ...['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'nested-interactive'],
  ...['button-name', 'link-name', 'label', 'select-name', 'summary-name', 'aria-required-children'],
];

/** What axe finds on a page that keeps somebody from using it, in words to look it up by. */
async function hindrances(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // no page has frames: axe need not open a page of its own to gather theirs
    .setLegacyMode(true);
  const asked = rules ? axe.withRules([...rules]) : axe.withTags(levels);
  const { violations } = await asked.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** By how many pixels a page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}

/** Looks at a page as on a desk and as on a phone. */
async function look(page: Page, path: string): Promise<void> {
  await page.setViewportSize(desktop);
  await page.goto(path);
  await shown(page);
  expect.soft(await hindrances(page), `${path} at ${desktop.width} px`).toEqual([]);
  await page.setViewportSize(phone);
  await shown(page);
  expect.soft(await hindrances(page, ofWidth), `${path} at ${phone.width} px`).toEqual([]);
  expect.soft(await overflow(page), `${path} scrolls sideways at ${phone.width} px`).toBe(0);
}

test.describe('every page on a desk and on a phone: axe finds nothing serious, nothing scrolls sideways', () => {
  test.setTimeout(180_000);
  // addresses that do not exist are among the pages
  test.use({ expectedComplaints: [/status of 404/] });

  test('for nobody in particular', async ({ open }) => {
    const page = await open(null);
    for (const path of doorPages) await look(page, path);
  });

  const people: readonly (() => Account)[] = [
    () => account('northfield', 'vendor_manager'),
    () => account('northfield', 'administrator'),
    () => account('northfield', 'vendor_administrator', 'LAKESIDE'),
  ];
  /** What an administrator has beyond a vendor manager, and a partner sees otherwise than the insurer. */
  const only: Readonly<Record<string, RegExp>> = {
    administrator: /^(people\/|activity-log)/,
    vendor_administrator: /^(today|kpi-files|scorecards\/|people$|people\/invite)/,
  };
  for (const person of people) {
    test(`for a ${person().role}`, async ({ open }) => {
      const page = await open(person());
      const api = await Api.of(page, 'northfield');
      const session = (await (await page.request.get('/api/v1/session')).json()) as {
        memberships: { tenant: { slug: string }; permissions: string[] }[];
      };
      const { permissions = [] } =
        session.memberships.find(({ tenant }) => tenant.slug === 'northfield') ?? {};
      const paths = await pagesOf(api, permissions);
      for (const path of paths.filter((each) => only[person().role]?.test(each) ?? true))
        await look(page, `/t/northfield/${path}`);
    });
  }

  test('in the dark theme, contrast included', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_manager'), { colorScheme: 'dark' });
    const api = await Api.of(page, 'northfield');
    const telling =
      /^(today|portfolio|breaches|scorecards\/|results\/|kpi-files\/[0-9a-f]|contracts\/[0-9a-f])/;
    for (const path of (await pagesOf(api, [])).filter((each) => telling.test(each))) {
      await page.goto(`/t/northfield/${path}`);
      await shown(page);
      expect.soft(await hindrances(page), path).toEqual([]);
    }
  });
});
