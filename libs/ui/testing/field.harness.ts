import { ComponentHarness } from '@angular/cdk/testing';

/** A `pl-field` as its reader meets it. */
export class FieldHarness extends ComponentHarness {
  static hostSelector = 'pl-field';
  private readonly labelElement = this.locatorFor('label');
  private readonly problemElement = this.locatorForOptional('.problem');
  private readonly control = this.locatorFor('input, select, textarea');

  async label(): Promise<string> {
    return (await this.labelElement()).text();
  }

  async problem(): Promise<string | null> {
    return (await this.problemElement())?.text() ?? null;
  }

  async type(text: string): Promise<void> {
    const control = await this.control();
    await control.clear();
    if (text !== '') await control.sendKeys(text);
  }

  async blur(): Promise<void> {
    const control = await this.control();
    await control.focus();
    await control.blur();
  }

  async isFocused(): Promise<boolean> {
    return (await this.control()).isFocused();
  }

  async attribute(name: string): Promise<string | null> {
    return (await this.control()).getAttribute(name);
  }
}
