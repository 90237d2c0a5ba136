import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { FileDrop } from './file-drop';

describe('FileDrop', () => {
  let fixture: ComponentFixture<FileDrop>;
  let taken: string[];

  beforeEach(() => {
    TestBed.inject(Reader).setLocale('en');
    fixture = TestBed.createComponent(FileDrop);
    const inputs = { label: 'KPI file', accept: '.csv,text/csv', maxBytes: 10 };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    taken = [];
    fixture.componentInstance.chosen.subscribe((file) => taken.push(file.name));
    fixture.detectChanges();
  });

  function drop(...files: File[]): string {
    const event = new Event('drop', { cancelable: true });
    Object.assign(event, { dataTransfer: { files } });
    (fixture.nativeElement as HTMLElement).dispatchEvent(event);
    fixture.detectChanges();
    return (fixture.nativeElement as HTMLElement).querySelector('[role="alert"]')?.textContent ?? '';
  }

  it('takes a file of its kind and size', () => {
    expect(drop(new File(['a,b'], 'March.CSV'))).toBe('');
    expect(taken).toEqual(['March.CSV']);
  });

  it.each([
    ['another kind', [new File(['x'], 'march.pdf')], 'march.pdf is not of a kind taken here'],
    ['too much', [new File(['x'.repeat(11)], 'march.csv')], 'at most 10 bytes'],
    ['nothing in it', [new File([], 'march.csv')], 'march.csv is empty'],
    ['two at once', [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')], 'One file at a time'],
  ])('refuses %s, says why, and sends nothing', (_, files, problem) => {
    expect(drop(...files)).toContain(problem);
    expect(taken).toEqual([]);
    expect(drop(new File(['a'], 'good.csv'))).toBe('');
  });

  it('takes several where several are taken, and says what is wrong with the others', () => {
    fixture.componentRef.setInput('multiple', true);
    const problem = drop(
      new File(['a'], 'a.csv'),
      new File(['x'], 'b.pdf'),
      new File(['c'], 'c.csv'),
      new File([], 'd.csv'),
    );
    expect(taken).toEqual(['a.csv', 'c.csv']);
    expect(problem).toContain('b.pdf is not of a kind taken here');
    expect(problem).toContain('d.csv is empty');
  });
});
