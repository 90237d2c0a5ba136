import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a narrow page can get wrong that a wide one does not: what is folded away, squeezed, or scrolls. */
export const ofWidth = [
  ...['target-size', 'scrollable-region-focusable', 'aria-hidden-focus', 'nested-interactive'],
  ...['button-name', 'link-name', 'label', 'select-name', 'summary-name', 'aria-required-children'],
];

/** What axe finds on a page that keeps somebody from using it, in words to look it up by. */
export async function hindrances(page: Page, rules?: readonly string[]): Promise<string[]> {
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
export function overflow(page: Page): Promise<number> {
  return page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
}
