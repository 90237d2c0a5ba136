import type { Page } from '@playwright/test';

/** Lets so many pieces of files through; then the line is dead until it is mended by calling what this answers. */
export async function breakAfter(page: Page, pieces: number): Promise<() => Promise<void>> {
  const pattern = /\/kpi-file-uploads\/[0-9a-f-]{36}$/;
  let sent = 0;
  await page.route(pattern, async (route) => {
    if (route.request().method() === 'PATCH') sent += 1;
    if (sent > pieces) await route.abort('connectionfailed');
    else await route.continue();
  });
  return () => page.unroute(pattern);
}
