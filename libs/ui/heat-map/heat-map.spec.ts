import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { HeatMap, type HeatRow } from './heat-map';

const rows: readonly HeatRow[] = [
  {
    key: 'a',
    text: 'Northwind',
    link: ['/a'],
    cells: [
      { state: 'met', text: '91.0', detail: 'No breach among 12 targets', link: ['/s1'] },
      {
        state: 'breached',
        text: '2/12',
        detail: '2 of 12 targets breached',
        link: ['/s2'],
        query: { month: '2026-02' },
      },
    ],
  },
  {
    key: 'b',
    text: 'Lingua',
    link: null,
    cells: [
      { state: null, text: '', detail: '', link: null },
      { state: 'notReported', text: '0/12', detail: '', link: null },
    ],
  },
];

describe('HeatMap', () => {
  let fixture: ComponentFixture<HeatMap>;
  const element = () => fixture.nativeElement as HTMLElement;
  const cell = (at: string) => element().querySelector<HTMLElement>(`[data-at="${at}"]`) as HTMLElement;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    TestBed.inject(Reader).setLocale('en');
    fixture = TestBed.createComponent(HeatMap);
    const inputs = { caption: 'Vendors by month', columns: ['Jan 2026', 'Feb 2026'], rows };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    document.body.append(element());
  });

  it('names every cell by row, column and state: colour never speaks alone', () => {
    expect(cell('0:1').getAttribute('aria-label')).toBe(
      'Northwind, Feb 2026: Breached 2/12. 2 of 12 targets breached',
    );
    expect(cell('1:0').getAttribute('aria-label')).toBe('Lingua, Jan 2026: Nothing evaluated');
    expect(cell('0:1').querySelector('pl-icon')).not.toBeNull();
    expect(cell('0:1').getAttribute('href')).toBe('/s2?month=2026-02');
  });

  it('is one stop of the Tab key, and moves by arrows within', () => {
    expect(element().querySelectorAll('.cell[tabindex="0"]')).toHaveLength(1);
    cell('0:0').focus();
    cell('0:0').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
    expect(document.activeElement).toBe(cell('0:1'));
    cell('0:1').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    expect(document.activeElement).toBe(cell('1:1'));
    cell('1:1').dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    expect(document.activeElement).toBe(cell('1:0'));
    cell('1:0').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    expect(document.activeElement).toBe(cell('1:0'));
  });

  it('explains the states that occur, and only those', () => {
    expect([...element().querySelectorAll('.legend li')].map((item) => item.textContent?.trim())).toEqual([
      'Met',
      'Breached',
      'Not reported',
    ]);
  });
});
