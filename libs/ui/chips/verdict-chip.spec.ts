import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { verdictStates } from '@plumbline/sla-engine';
import { Reader } from '../i18n/reader';
import { verdictLook, verdictWords } from './verdict';
import { VerdictChip } from './verdict-chip';

describe('the vocabulary of verdicts', () => {
  it('has exactly the states of the engine (semantics rule 16)', () => {
    expect(Object.keys(verdictLook).toSorted()).toEqual([...verdictStates].toSorted());
  });

  it('tells every state by its picture and by its word, so that grey-scale loses nothing', () => {
    expect(new Set(Object.values(verdictLook).map((look) => look.icon)).size).toBe(verdictStates.length);
    for (const words of [verdictWords.en, verdictWords.es]) {
      expect(new Set(Object.values(words ?? {})).size).toBe(verdictStates.length);
    }
  });
});

describe('VerdictChip', () => {
  it.each(verdictStates)('%s shows word, picture and hue', (state) => {
    TestBed.inject(Reader).setLocale('en');
    const fixture = TestBed.createComponent(VerdictChip);
    fixture.componentRef.setInput('state', state);
    fixture.detectChanges();
    const chip = (fixture.nativeElement as HTMLElement).querySelector('.chip');
    expect(chip?.textContent).toBe(verdictWords.en[state]);
    expect(chip?.getAttribute('data-hue')).toBe(verdictLook[state].hue);
    expect(chip?.querySelector('pl-icon')?.getAttribute('aria-hidden')).toBe('true');
  });
});
