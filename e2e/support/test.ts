import { type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { type Account, account } from './accounts';
import { Api } from './api';
import { signedIn } from './sign-in';
import { watch } from './watched';

interface Fixtures {
  /** Complaints of the browser that this test provokes, such as a refused call. All others fail it. */
  readonly expectedComplaints: readonly RegExp[];
  readonly complaints: string[];
  /** A new page, in a browser of its own, of somebody signed in, or of nobody. */
  readonly open: (who: Account | null, options?: BrowserContextOptions) => Promise<Page>;
  /** The API as a demo account: `await as('trial', 'vendor_manager')`. */
  readonly as: (tenant: string, role: string, vendor?: string) => Promise<Api>;
}

/** Every test watches every page it opens: an error in the console or a breach of the content policy fails it. */
export const test = base.extend<Fixtures>({
  expectedComplaints: [[], { option: true }],
  complaints: [
    async ({ expectedComplaints: _ }, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, 'the browser complains of nothing').toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ browser, complaints, expectedComplaints }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (who, options = {}) => {
      const context = await browser.newContext({
        ...(who ? { storageState: await signedIn(() => browser.newContext(), who) } : {}),
        ...options,
      });
      contexts.push(context);
      watch(context, complaints, expectedComplaints);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  as: async ({ open }, use) => {
    const apis = new Map<string, Api>();
    await use(async (tenant, role, vendor) => {
      const who = account(tenant, role, vendor);
      const known = apis.get(`${tenant} ${who.email}`);
      if (known) return known;
      const api = await Api.of(await open(who), tenant);
      apis.set(`${tenant} ${who.email}`, api);
      return api;
    });
  },
});

export { expect };
