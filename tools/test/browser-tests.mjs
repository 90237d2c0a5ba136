/**
 * Playwright over the built product, which runs as `npm start` would run it, under a profile of its own: own
 * database, Redis database, files, mails, port.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildProduct } from '../bootstrap/build.mjs';
import { endLeftOver } from '../bootstrap/children.mjs';
import { findChromium } from '../bootstrap/chromium.mjs';
import { freePort } from '../bootstrap/free-port.mjs';
import { leasesInForce, takeLease } from '../bootstrap/leases.mjs';
import { root } from '../bootstrap/paths.mjs';
import { bringUp } from '../bootstrap/product.mjs';
import { browserTests as profile, foldersOf } from '../bootstrap/profile.mjs';
import { Refusal } from '../bootstrap/refusal.mjs';
import { step } from '../bootstrap/report.mjs';
import { runReporting } from './runner.mjs';
import { playwrightTally } from './tally.mjs';

/**
 * @param {import('./run-tests.mjs').Context} context
 * @returns {Promise<{status: number, tally: import('./tally.mjs').Tally}>}
 */
export async function browserTests(context) {
  const other = leasesInForce().find((lease) => lease.name === 'e2e');
  if (other !== undefined) {
    throw new Refusal(
      `The browser tests run already in this checkout (process ${other.pid}): wait for them.`,
    );
  }
  const giveBack = takeLease('e2e');
  context.undo.push(() => Promise.resolve(giveBack()));
  await endLeftOver(profile.folder);
  rmSync(profile.folder, { recursive: true, force: true });
  const { programs, client } = buildProduct();
  const [services, chromium] = await Promise.all([
    context.services(),
    step('Chromium', findChromium, (file) => file),
    programs,
  ]);
  const port = await freePort();
  const { env } = await bringUp(profile, services, port, client, context.undo);
  const folders = foldersOf(profile);
  return runReporting(
    {
      name: 'e2e',
      args: () => [
        join(root, 'node_modules/@playwright/test/cli.js'),
        ...['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
        ...(context.filters.length === 0 ? [] : ['--pass-with-no-tests', ...context.filters]),
      ],
      env: (report) => ({
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        PLUMBLINE_CHROMIUM: chromium,
        PLUMBLINE_URL: `http://localhost:${port}`,
        PLUMBLINE_MAIL: folders.mail,
        PLUMBLINE_DEMO_ACCOUNTS: folders.demoAccounts,
        PLUMBLINE_OWNER_URL: env.owner['DATABASE_URL'],
        REDIS_URL: env.running['REDIS_URL'],
      }),
    },
    playwrightTally,
    { passed: 0, failed: 1, skipped: 0 },
  );
}
