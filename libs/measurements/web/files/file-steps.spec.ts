import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { FileSteps } from './file-steps';

describe('the steps of a file', () => {
  it.each([
    ['en', ['Send', 'Columns', 'Check', 'Confirm', 'Results']],
    ['es', ['Enviar', 'Columnas', 'Comprobar', 'Confirmar', 'Resultados']],
  ])('are said in the language of whoever reads: %s', (locale, steps) => {
    TestBed.inject(Reader).setLocale(locale);
    const fixture = TestBed.createComponent(FileSteps);
    fixture.componentRef.setInput('step', 'check');
    fixture.detectChanges();
    const items = [...(fixture.nativeElement as HTMLElement).querySelectorAll('li')];
    expect(items.map((item, index) => item.textContent?.includes(steps[index] ?? '?'))).toEqual(
      steps.map(() => true),
    );
    expect(items.findIndex((item) => item.getAttribute('aria-current') === 'step')).toBe(2);
  });
});
