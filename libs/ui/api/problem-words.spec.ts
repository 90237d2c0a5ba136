import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { ApiProblem } from './api-problem';
import { PROBLEM_WORDS, problemWords } from './problem-words';

const problem = (code: string, status: number, parameters?: ApiProblem['parameters']) =>
  new ApiProblem({
    code,
    status,
    title: 'A rule forbids this',
    detail: 'As the server says it.',
    ...(parameters ? { parameters } : {}),
  });

describe('a problem in the words of its reader', () => {
  const said = (locale: string, each: ApiProblem) => {
    TestBed.inject(Reader).setLocale(locale);
    return TestBed.runInInjectionContext(problemWords)(each);
  };

  it('is said in English as the server says it', () => {
    expect(said('en', problem('stale', 412))).toEqual({
      title: 'A rule forbids this',
      detail: 'As the server says it.',
    });
  });

  it('is said in Spanish where any call may meet it; what only the server knows stays in its words', () => {
    expect(said('es-MX', problem('stale', 412))).toEqual({
      title: 'En conflicto con lo que hay',
      detail: expect.stringContaining('Alguien lo cambió mientras tanto'),
    });
    expect(said('es', problem('vendor-transition', 422))).toEqual({
      title: 'Una regla lo impide',
      detail: 'As the server says it.',
    });
  });

  it('is said by its fields where the request is not valid', async () => {
    const invalid = (...details: string[]) =>
      new ApiProblem({
        code: 'invalid',
        status: 400,
        detail: 'name: as the server sums it up',
        fields: details.map((detail) => ({ path: 'name', code: 'invalid', detail })),
      });
    said('es', invalid());
    await TestBed.inject(ApplicationRef).whenStable();
    expect(said('es', invalid('at most 80 characters')).detail).toBe('80 caracteres como máximo');
    expect(said('es', invalid('say why', 'a number')).detail).toBe('Hay 2 datos por corregir.');
    expect(said('en', invalid('say why', 'a number')).detail).toBe('name: as the server sums it up');
  });

  it.each([
    [0, 'Esto no funcionó'],
    [400, 'La petición no es válida'],
    [401, 'Inicie sesión primero'],
    [403, 'No permitido'],
    [404, 'No encontrado'],
    [409, 'En conflicto con lo que hay'],
    [413, 'Una regla lo impide'],
    [500, 'Algo falló por nuestra parte'],
  ])('has a Spanish title for status %d', (status, title) => {
    expect(said('es', problem('whatever', status)).title).toBe(title);
  });

  describe('of a thing that has words of its own', () => {
    beforeEach(() => {
      TestBed.configureTestingModule({
        providers: [
          {
            provide: PROBLEM_WORDS,
            useValue: ({ code, parameters }: ApiProblem, locale: string) =>
              code === 'stale' ? `${locale}: ${String(parameters?.['name'])}` : null,
          },
        ],
      });
    });

    it('comes first, with what stands in the sentence', () => {
      expect(said('en', problem('stale', 412, { name: 'march.csv' })).detail).toBe('en: march.csv');
      expect(said('es', problem('stale', 412, { name: 'march.csv' })).detail).toBe('es: march.csv');
      expect(said('es', problem('signed-out', 401)).detail).toContain('La sesión terminó');
    });
  });
});
