import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fileLayout } from '@plumbline/measurements/schema';
import { Reader } from '@plumbline/ui';
import { type ChosenTable } from './mapping-store';
import { TableChoice } from './table-choice';

const workbook = fileLayout.parse({
  ...{ format: 'xlsx', sheets: ['Notes', 'Voice'], sheet: 'Voice', delimiter: null, newline: null },
  headerLine: 3,
  columns: [],
});
const csv = fileLayout.parse({ delimiter: ',', newline: '\n', headerLine: 1, columns: [] });

describe('choosing the table of a file', () => {
  let chosen: ChosenTable[];

  function open(layout: typeof csv): HTMLElement {
    const fixture = TestBed.createComponent(TableChoice);
    fixture.componentRef.setInput('layout', layout);
    chosen = [];
    fixture.componentInstance.chosen.subscribe((each) => chosen.push(each));
    fixture.detectChanges();
    return fixture.nativeElement as HTMLElement;
  }
  function say(control: HTMLInputElement | HTMLSelectElement | null, value: string): void {
    if (!control) throw new Error('no such control');
    control.value = value;
    control.dispatchEvent(new Event('change'));
  }

  beforeEach(() => TestBed.inject(Reader).setLocale('en'));

  it('shows the sheet and line that were found; another sheet has its header where it has it', () => {
    const element = open(workbook);
    const select = element.querySelector('select');
    expect([select?.value, element.querySelector('input')?.value]).toEqual(['Voice', '3']);
    say(select, 'Notes');
    say(element.querySelector('input'), '5');
    expect(chosen).toEqual([{ sheet: 'Notes' }, { sheet: 'Voice', headerLine: 5 }]);
  });

  it('asks for no sheet where there is none, and takes no line that is none', () => {
    const element = open(csv);
    expect(element.querySelector('select')).toBeNull();
    say(element.querySelector('input'), '0');
    say(element.querySelector('input'), '2');
    expect(chosen).toEqual([{ headerLine: 2 }]);
  });
});
