import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { ConnectionBar } from './connection-bar';

describe('ConnectionBar', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('says that there is no connection while there is none', () => {
    TestBed.inject(Reader).setLocale('en');
    const online = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    const fixture = TestBed.createComponent(ConnectionBar);
    const words = () => (fixture.nativeElement as HTMLElement).textContent?.trim();
    fixture.detectChanges();
    expect(words()).toBe('');
    online.mockReturnValue(false);
    dispatchEvent(new Event('offline'));
    fixture.detectChanges();
    expect(words()).toContain('No connection.');
    online.mockReturnValue(true);
    dispatchEvent(new Event('online'));
    fixture.detectChanges();
    expect(words()).toBe('');
  });
});
