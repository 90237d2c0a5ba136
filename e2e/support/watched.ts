import type { BrowserContext } from '@playwright/test';

/**
 * What a browser complained of on any page: uncaught errors, console errors, and what the content security policy stopped.
 * Left out is the one call that answers 401 by contract: `GET /session` of somebody who is not signed in.
 */
export function watch(context: BrowserContext, complaints: string[], expected: readonly RegExp[]): void {
  const note = (page: string, text: string) => {
    if (!expected.some((pattern) => pattern.test(text))) complaints.push(`${page}: ${text}`);
  };
  context.on('weberror', (error) =>
    note(error.page()?.url() ?? '', error.error().stack ?? `${error.error()}`),
  );
  context.on('console', (message) => {
    if (message.type() !== 'error' && !/content.security.policy/i.test(message.text())) return;
    const from = message.location().url;
    if (from.endsWith('/api/v1/session') && message.text().includes('401')) return;
    note(message.page()?.url() ?? '', `${message.text()} (${from})`);
  });
}
