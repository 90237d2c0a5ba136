import { describe, expect, it } from '@jest/globals';
import { weekStartName, windowName } from './window-name';
import { weekStarts } from './window-rule';

describe('what a kind of window is called', () => {
  it.each([
    ['day', 'Day', 'Día'],
    ['week', 'Week from Monday', 'Semana desde lunes'],
    ['week-from-sunday', 'Week from Sunday', 'Semana desde domingo'],
    ['month', 'Month', 'Mes'],
    ['quarter', 'Quarter', 'Trimestre'],
    ['rolling-28-days', '28 days, rolling', '28 días móviles'],
    ['rolling-3-months', '3 months, rolling', '3 meses móviles'],
    ['fortnight', 'fortnight', 'fortnight'],
  ])('%s', (code, en, es) => {
    expect(windowName(code, 'en')).toBe(en);
    expect(windowName(code, 'es')).toBe(es);
  });

  it('names every day of the week', () => {
    expect(weekStarts.map((day) => weekStartName(day, 'es'))).toEqual([
      ...['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    ]);
    expect(weekStartName('wednesday', 'en')).toBe('Wednesday');
  });
});
