import { describe, expect, it } from '@jest/globals';
import { measureSaid } from './measure-said';

describe('a measure', () => {
  it.each([
    ['of the library', { code: 'offered', label: 'Calls offered' }, 'es-MX', 'Llamadas ofrecidas'],
    [
      'of the library, to whoever reads English',
      { code: 'offered', label: 'Calls offered' },
      'en',
      'Calls offered',
    ],
    ['that the tenant calls otherwise', { code: 'offered', label: 'Inbound calls' }, 'es', 'Inbound calls'],
    ['of the tenant’s own', { code: 'taxis', label: 'Taxis sent' }, 'es', 'Taxis sent'],
  ])('%s', (_, measure, locale, label) =>
    expect(measureSaid(measure, locale)).toEqual({ ...measure, label }),
  );
});
