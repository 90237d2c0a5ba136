import { ComponentHarness } from '@angular/cdk/testing';

/** A `pl-figure`: what it shows, what it is called, and pressing it. */
export class FigureHarness extends ComponentHarness {
  static hostSelector = 'pl-figure';
  private readonly button = this.locatorFor('button');
  private readonly valueElement = this.locatorFor('.value');
  private readonly targetElement = this.locatorForOptional('.target');
  private readonly deltaElement = this.locatorForOptional('.delta');

  async value(): Promise<string> {
    return (await this.valueElement()).text();
  }

  async target(): Promise<string | null> {
    return (await this.targetElement())?.text() ?? null;
  }

  async delta(): Promise<string | null> {
    return (await this.deltaElement())?.text() ?? null;
  }

  async name(): Promise<string | null> {
    return (await this.button()).getAttribute('aria-label');
  }

  async explain(): Promise<void> {
    await (await this.button()).click();
  }
}
