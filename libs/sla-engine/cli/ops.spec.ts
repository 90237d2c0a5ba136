import { expect, it } from '@jest/globals';
import { ops } from './ops';

it('has every operation that engine-cli names', () => {
  const named = [
    'calendar.add',
    'calendar.between',
    'calendar.addDays',
    'clock.replay',
    'kpi.value',
    'kpi.verdict',
  ];
  const more = [
    'kpi.xmr',
    'kpi.pchart',
    'credit.compute',
    'credit.trigger',
    'credit.earnBack',
    'score.compute',
  ];
  const staffing = ['staffing.erlangC', 'staffing.erlangA', 'staffing.simulate'];
  expect(Object.keys(ops)).toEqual(expect.arrayContaining([...named, ...more, ...staffing]));
  expect(Object.keys(ops).filter((name) => !/^[a-z]+\.[a-zA-Z]+$/.test(name))).toEqual([]);
});
