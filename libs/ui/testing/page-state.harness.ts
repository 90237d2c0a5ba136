import { ComponentHarness } from '@angular/cdk/testing';

/** A `pl-page-state`: what the reader is told, and the retry. */
export class PageStateHarness extends ComponentHarness {
  static hostSelector = 'pl-page-state';
  private readonly problem = this.locatorForOptional('[role="alert"]');
  private readonly retryButton = this.locatorForOptional('pl-problem button');

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async isBusy(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-busy')) === 'true';
  }

  async problemText(): Promise<string | null> {
    return (await this.problem())?.text() ?? null;
  }

  async retry(): Promise<void> {
    const button = await this.retryButton();
    if (!button) throw new Error('There is no retry.');
    await button.click();
  }
}
