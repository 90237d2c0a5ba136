import { ComponentHarness } from '@angular/cdk/testing';

/** What a reader sees of a `pl-data-table` and does with it. */
export class DataTableHarness extends ComponentHarness {
  static hostSelector = 'pl-data-table';
  private readonly filterBox = this.locatorForOptional('input[type="search"]');
  private readonly headers = this.locatorForAll('thead th');
  private readonly rows = this.locatorForAll('tbody tr[data-index]');

  async headerTexts(): Promise<string[]> {
    return Promise.all((await this.headers()).map((header) => header.text()));
  }

  async rowCount(): Promise<number> {
    return (await this.rows()).length;
  }

  /** Texts of all cells, row by row, as shown. */
  async texts(): Promise<string[][]> {
    const count = await this.rowCount();
    return Promise.all(Array.from({ length: count }, (_, index) => this.textsOfRow(index)));
  }

  async filter(text: string): Promise<void> {
    const box = await this.filterBox();
    await box?.clear();
    await box?.sendKeys(text);
  }

  async sortBy(header: string): Promise<void> {
    const buttons = await this.locatorForAll('thead th button')();
    for (const button of buttons) if ((await button.text()) === header) return button.click();
    throw new Error(`There is no sortable column ${header}.`);
  }

  async press(rowIndex: number, key: string): Promise<void> {
    const row = (await this.rows())[rowIndex];
    await row?.dispatchEvent('keydown', { key });
  }

  async focusedRow(): Promise<number | null> {
    const rows = await this.rows();
    const focused = await Promise.all(rows.map((row) => row.isFocused()));
    const at = focused.indexOf(true);
    return at === -1 ? null : at;
  }

  private async textsOfRow(index: number): Promise<string[]> {
    const cells = await this.locatorForAll(`tbody tr[data-index]:nth-of-type(${index + 1}) td`)();
    return Promise.all(cells.map((cell) => cell.text()));
  }
}
