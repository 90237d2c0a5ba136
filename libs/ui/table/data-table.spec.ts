import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { DataTableHarness } from '../testing/data-table.harness';
import { type Column } from './column';
import { DataTable } from './data-table';
import { TableCell } from './table-cell';

interface Row {
  readonly id: number;
  readonly name: string;
}

@Component({
  selector: 'pl-host',
  imports: [DataTable, TableCell],
  template: `
    <pl-data-table
      caption="Vendors"
      [rows]="rows()"
      [columns]="columns"
      [hasMore]="more()"
      (loadMore)="asked = asked + 1"
      (open)="opened = $event.id"
    >
      <ng-template plCell="mark" [plCellOf]="rows()" let-row
        ><b
          ><button type="button">{{ row.name.length }}</button></b
        ></ng-template
      >
    </pl-data-table>
  `,
})
class Host {
  readonly rows = signal<readonly Row[]>([
    { id: 1, name: 'Northwind' },
    { id: 2, name: 'Blue Lagoon' },
    { id: 3, name: 'Lingua' },
  ]);
  readonly more = signal(false);
  asked = 0;
  opened: number | null = null;
  readonly columns: readonly Column<Row>[] = [
    { key: 'name', header: 'Name', text: (row) => row.name },
    { key: 'mark', header: 'Mark', text: (row) => String(row.name.length), numeric: true },
    { key: 'id', header: 'Id', text: (row) => String(row.id), hidden: true },
  ];
}

describe('DataTable', () => {
  let fixture: ComponentFixture<Host>;
  let table: DataTableHarness;
  const element = () => fixture.nativeElement as HTMLElement;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    TestBed.inject(Reader).setLocale('en');
    fixture = TestBed.createComponent(Host);
    document.body.append(element());
    table = await TestbedHarnessEnvironment.loader(fixture).getHarness(DataTableHarness);
  });

  const names = async () => (await table.texts()).map(([name]) => name);

  it('shows chosen columns, drawn by their templates', async () => {
    expect(await table.headerTexts()).toEqual(['Name', 'Mark']);
    expect((await table.texts())[0]).toEqual(['Northwind', '9']);
    expect(element().querySelector('td b')?.textContent).toBe('9');
    element().querySelectorAll<HTMLInputElement>('.choice input')[2]?.click();
    expect(await table.headerTexts()).toEqual(['Name', 'Mark', 'Id']);
  });

  it('sorts up, down and back, and says so', async () => {
    await table.sortBy('Name');
    expect(await names()).toEqual(['Blue Lagoon', 'Lingua', 'Northwind']);
    expect(element().querySelector('th')?.getAttribute('aria-sort')).toBe('ascending');
    await table.sortBy('Name');
    expect(await names()).toEqual(['Northwind', 'Lingua', 'Blue Lagoon']);
    await table.sortBy('Name');
    expect(await names()).toEqual(['Northwind', 'Blue Lagoon', 'Lingua']);
  });

  it('filters and tells how many are left', async () => {
    await table.filter('lag');
    expect(await names()).toEqual(['Blue Lagoon']);
    expect(element().querySelector('.count')?.textContent).toBe('1 of 3 rows');
    await table.filter('zzz');
    expect(element().querySelector('tbody')?.textContent).toContain('No row matches');
  });

  it('moves by rows with the keyboard and opens with Enter', async () => {
    await table.press(0, 'ArrowDown');
    expect(await table.focusedRow()).toBe(1);
    await table.press(1, 'End');
    expect(await table.focusedRow()).toBe(2);
    await table.press(2, 'ArrowDown');
    expect(await table.focusedRow()).toBe(2);
    await table.press(2, 'Enter');
    expect(fixture.componentInstance.opened).toBe(3);
  });

  it('moves on from a link or a button of a row too, which keeps its other keys', async () => {
    const press = (key: string) =>
      element()
        .querySelector('tbody button')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('Enter');
    expect(fixture.componentInstance.opened).toBeNull();
    press('ArrowDown');
    expect(await table.focusedRow()).toBe(1);
  });

  it('says that rows beyond the loaded ones may match', async () => {
    fixture.componentInstance.more.set(true);
    await table.filter('zzz');
    expect(element().querySelector('tbody')?.textContent).toContain('There are more rows');
  });

  it('asks for more where there is more', async () => {
    fixture.componentInstance.more.set(true);
    await fixture.whenStable();
    expect(element().querySelector('.count')?.textContent).toBe('3 rows loaded, there are more');
    element().querySelector<HTMLButtonElement>('.more')?.click();
    expect(fixture.componentInstance.asked).toBe(1);
  });

  it('draws only what is in sight of a long table, and says how long it is', async () => {
    fixture.componentInstance.rows.set(Array.from({ length: 5000 }, (_, id) => ({ id, name: `Row ${id}` })));
    await fixture.whenStable();
    expect(await table.rowCount()).toBeLessThan(60);
    expect(element().querySelector('table')?.getAttribute('aria-rowcount')).toBe('5001');
    expect(element().querySelector('tr[data-index="4"]')?.getAttribute('aria-rowindex')).toBe('6');
  });
});
