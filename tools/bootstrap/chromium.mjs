/**
 * A Chromium for the browser tests: one that is there, else Debian's package. Builtins only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { findCommand } from './commands.mjs';
import { aptInstall, hasApt, rootPrefix } from './debian-packages.mjs';
import { Refusal } from './refusal.mjs';

/** The shell first: it draws nothing that nobody sees, and the tests take a quarter less time. */
const commands = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** @returns {Promise<string>} its program */
export async function findChromium() {
  const given = process.env['PLUMBLINE_CHROMIUM'];
  if (given !== undefined) {
    if (existsSync(given)) return given;
    throw new Refusal(`PLUMBLINE_CHROMIUM names ${given}, which is not there.`);
  }
  const found = installed() ?? (await ofPlaywright());
  if (found !== undefined) return found;
  const prefix = offersChromium() ? await rootPrefix() : undefined;
  if (prefix !== undefined) await aptInstall(['chromium-headless-shell', 'fonts-liberation'], prefix);
  const now = installed();
  if (now !== undefined) return now;
  throw new Refusal(
    'The browser tests need Chromium and there is none: install it (Debian: apt install chromium-headless-shell; elsewhere: ' +
      'npx playwright install --with-deps chromium), or name one with PLUMBLINE_CHROMIUM.',
  );
}

function installed() {
  const command = commands.map((name) => findCommand(name)).find((file) => file !== undefined);
  return command ?? applications.find((file) => existsSync(file));
}

/** The one that `npx playwright install` brings. */
async function ofPlaywright() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** Ubuntu's package of that name only points to a snap. */
function offersChromium() {
  return hasApt() && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
