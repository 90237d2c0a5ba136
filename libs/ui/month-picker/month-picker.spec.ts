import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { MonthPicker } from './month-picker';

describe('MonthPicker', () => {
  let fixture: ComponentFixture<MonthPicker>;
  const element = () => fixture.nativeElement as HTMLElement;
  const button = (at: number) => element().querySelectorAll('button')[at] as HTMLButtonElement;

  beforeEach(() => {
    TestBed.inject(Reader).setLocale('en');
    fixture = TestBed.createComponent(MonthPicker);
    const inputs = { value: '2026-01', label: 'Month', min: '2025-11', max: '2026-02' };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
  });

  it('goes a month back and on, over the year and not past its ends', () => {
    button(0).click();
    expect(fixture.componentInstance.value()).toBe('2025-12');
    fixture.componentInstance.value.set('2026-02');
    fixture.detectChanges();
    expect(button(1).disabled).toBe(true);
    expect(button(0).disabled).toBe(false);
  });

  it('lists months newest first by year and takes one', () => {
    const select = element().querySelector('select') as HTMLSelectElement;
    expect([...select.querySelectorAll('optgroup')].map((group) => group.label)).toEqual(['2026', '2025']);
    expect([...select.options].map((option) => option.textContent)).toEqual([
      'February 2026',
      'January 2026',
      'December 2025',
      'November 2025',
    ]);
    expect(select.value).toBe('2026-01');
    select.value = '2025-11';
    select.dispatchEvent(new Event('change'));
    expect(fixture.componentInstance.value()).toBe('2025-11');
  });
});
