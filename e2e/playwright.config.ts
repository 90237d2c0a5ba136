import { defineConfig } from '@playwright/test';

/** Runs against the built client served by the API, on the throw-away product that `npm test` starts. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  // one product for all: the tests of a file go one after the other, unless it says otherwise
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // a shared machine may be slow; nothing here is measured
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env['PLUMBLINE_URL'],
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['PLUMBLINE_CHROMIUM'] ?? '/usr/bin/chromium',
      // there is no graphics card, and an imitated one takes processor time from the pages
      args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
    },
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'America/New_York',
    // recording every page costs a fifth of the time: PLUMBLINE_TRACE=1 asks for it
    trace: process.env['PLUMBLINE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
});
