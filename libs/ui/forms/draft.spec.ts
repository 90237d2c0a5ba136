import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { keepDraft } from './draft';

describe('keepDraft', () => {
  beforeEach(() => sessionStorage.clear());

  function visit() {
    const model = signal({ name: '', code: '' });
    const draft = TestBed.runInInjectionContext(() => keepDraft(model, 'northstar:vendor-new'));
    TestBed.tick();
    return { model, draft };
  }

  it('puts back what was typed when the page was left', () => {
    const { model, draft } = visit();
    expect(draft.restored).toBe(false);
    model.set({ name: 'Northwind', code: '' });
    TestBed.tick();
    const again = visit();
    expect(again.draft.restored).toBe(true);
    expect(again.model()).toEqual({ name: 'Northwind', code: '' });
  });

  it('keeps nothing once it was sent, or when nothing was typed', () => {
    const { model, draft } = visit();
    expect(sessionStorage.length).toBe(0);
    model.set({ name: 'Northwind', code: '' });
    TestBed.tick();
    draft.discard();
    expect(sessionStorage.length).toBe(0);
    expect(visit().draft.restored).toBe(false);
  });
});
