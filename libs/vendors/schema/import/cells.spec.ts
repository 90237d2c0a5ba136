import { describe, expect, it } from '@jest/globals';
import { choicesOf, hoursOf, truthOf } from './cells';
import { fieldOfHeader } from './columns';

describe('cells of a list, as people write them', () => {
  it.each<[string, boolean | null]>([
    ['yes', true],
    ['Sí', true],
    ['TRUE', true],
    ['no', false],
    ['0', false],
    ['maybe', null],
    ['', null],
  ])('“%s” is %s', (cell, truth) => expect(truthOf(cell)).toBe(truth));

  it('reads several services, and names the ones that are none', () => {
    const services = ['voice', 'portal_messages', 'mail'] as const;
    expect(choicesOf('Portal messages; VOICE | fax', services)).toEqual({
      known: ['voice', 'portal_messages'],
      unknown: ['fax'],
    });
  });

  it.each<[string, object | null]>([
    ['mon-fri 08:00-17:00', { mon: [['08:00', '17:00']], fri: [['08:00', '17:00']], sat: [] }],
    [
      'lun–mié 9-12, 13-17; sáb 9-12',
      {
        wed: [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
        sat: [['09:00', '12:00']],
      },
    ],
    [
      'sat-mon 22:00-30:00',
      { sat: [['22:00', '30:00']], sun: [['22:00', '30:00']], mon: [['22:00', '30:00']], tue: [] },
    ],
    ['Monday 08:00-17:00', { mon: [['08:00', '17:00']], tue: [] }],
    ['weekdays 8-17', null],
    ['08:00-17:00', null],
  ])('“%s” are hours', (cell, hours) => {
    if (hours === null) expect(hoursOf(cell)).toBeNull();
    else expect(hoursOf(cell)).toMatchObject(hours);
  });

  it.each([
    ['vendors', 'VENDOR CODE', 'code'],
    ['vendors', 'Zona horaria', 'timezone'],
    ['contacts', 'e mail', 'email'],
    ['contacts', 'Función', 'role'],
    ['contacts', 'Birthday', null],
  ] as const)('of %s, “%s” is the column of %s', (kind, header, field) => {
    expect(fieldOfHeader(kind, header)).toBe(field);
  });
});
