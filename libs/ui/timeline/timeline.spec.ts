import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { provideTenantForTests } from '../testing/tenant-testing';
import { Diff } from './diff';
import { Timeline } from './timeline';

describe('Timeline', () => {
  it('says what happened, when by the clock of the tenant, and by whom', () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({}) });
    TestBed.inject(Reader).setLocale('en');
    const fixture = TestBed.createComponent(Timeline);
    fixture.componentRef.setInput('events', [
      { id: '1', at: '2026-04-06T16:00:00Z', text: 'Published revision 2', by: 'Ana Reyes' },
      { id: '2', at: '2026-04-02T13:10:00Z', text: 'Built the scorecard', by: null },
    ]);
    fixture.detectChanges();
    const items = [...(fixture.nativeElement as HTMLElement).querySelectorAll('li')].map((item) =>
      item.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(items).toEqual([
      'Published revision 2 6 Apr 2026, 12:00 New York · Ana Reyes',
      'Built the scorecard 2 Apr 2026, 09:10 New York',
    ]);
  });
});

describe('Diff', () => {
  it('puts old and new side by side, and marks only what changed', () => {
    TestBed.inject(Reader).setLocale('en');
    const fixture = TestBed.createComponent(Diff);
    fixture.componentRef.setInput('changes', [
      { what: 'Score', before: '81.2', after: '84.0' },
      { what: 'Rows', before: '1,488', after: '1,488' },
      { what: 'Comment', before: null, after: 'Added' },
    ]);
    fixture.detectChanges();
    const element = fixture.nativeElement as HTMLElement;
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );
    expect(rows).toEqual([
      ['Score', '81.2', '84.0'],
      ['Rows', '1,488', '1,488'],
      ['Comment', 'nothing', 'Added'],
    ]);
    expect([...element.querySelectorAll('del, ins')].map((mark) => mark.textContent)).toEqual([
      '81.2',
      '84.0',
      'Added',
    ]);
  });
});
