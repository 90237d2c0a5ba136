import type { Page } from '@playwright/test';
import { type Account, account } from '../support/accounts';
import { Api } from '../support/api';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { doorPages, pagesOf, shown } from '../support/pages';
import { expect, test } from '../support/test';

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 780 };

// what axe finds is told in words
test.use({ trace: 'off' });

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
  // they only look
  test.describe.configure({ mode: 'parallel', timeout: 180_000 });
  // addresses that do not exist are among the pages
  test.use({ expectedComplaints: [/status of 404/] });

  test('for nobody in particular', async ({ open }) => {
    const page = await open(null);
    for (const path of doorPages) await look(page, path);
  });

  /** Whose pages: all a vendor manager has, in two parts; what an administrator has beyond; what a partner sees otherwise. */
  const walks: readonly {
    who: () => Account;
    which: string;
    takes: (path: string, index: number) => boolean;
  }[] = [
    {
      who: () => account('northfield', 'vendor_manager'),
      which: 'every other page',
      takes: (_, index) => index % 2 === 0,
    },
    {
      who: () => account('northfield', 'vendor_manager'),
      which: 'the pages between',
      takes: (_, index) => index % 2 === 1,
    },
    {
      who: () => account('northfield', 'administrator'),
      which: 'people, notifications, log, and the forms about incidents',
      takes: (path) =>
        /^(people\/|notifications|activity-log|incidents\/(report|policies\/new|exercises\/scenarios))/.test(path),
    },
    {
      who: () => account('northfield', 'vendor_administrator', 'LAKESIDE'),
      which: 'what a partner sees otherwise',
      takes: (path) => /^(today|kpi-files|scorecards\/|incidents|people$|people\/invite)/.test(path),
    },
  ];
  for (const { who, which, takes } of walks) {
    test(`for a ${who().role}: ${which}`, async ({ open }) => {
      const page = await open(who());
      const api = await Api.of(page, 'northfield');
      const session = (await (await page.request.get('/api/v1/session')).json()) as {
        memberships: { tenant: { slug: string }; permissions: string[] }[];
      };
      const { permissions = [] } =
        session.memberships.find(({ tenant }) => tenant.slug === 'northfield') ?? {};
      for (const path of (await pagesOf(api, permissions)).filter(takes))
        await look(page, `/t/northfield/${path}`);
    });
  }

  test('in the dark theme, contrast included', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_manager'), { colorScheme: 'dark' });
    const api = await Api.of(page, 'northfield');
    const telling =
      /^(today|portfolio|breaches|scorecards\/|results\/|kpi-files\/[0-9a-f]|contracts\/[0-9a-f]|incidents)/;
    for (const path of (await pagesOf(api, [])).filter((each) => telling.test(each))) {
      await page.goto(`/t/northfield/${path}`);
      await shown(page);
      expect.soft(await hindrances(page), path).toEqual([]);
    }
  });
});
