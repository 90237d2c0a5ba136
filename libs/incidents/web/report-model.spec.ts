import { describe, expect, it } from '@jest/globals';
import { newIncident } from '@plumbline/incidents/schema';
import { blankReport, reportOf, reportSchema } from './report-model';

const words = { choose: 'Choose', notATime: 'Enter day and time.' };
const filled = { ...blankReport(Date.parse('2026-03-02T07:10:00Z')), what: 'A laptop', service: 'voice' };

describe('a report', () => {
  it('says nothing of having told where the vendor itself reports', () => {
    const report = reportOf({ ...filled, told: 'not' }, 'vendor', false);
    expect(report).not.toHaveProperty('notifiedAt');
    expect(newIncident.safeParse(report)).toMatchObject({ success: true });
  });

  it('is told just now, earlier, or not at all', () => {
    const said = (told: 'now' | 'earlier' | 'not') =>
      reportOf({ ...filled, told, toldAt: filled.discoveredAt }, 'insurer', false).notifiedAt;
    expect([said('now'), said('not')]).toEqual([undefined, null]);
    expect(said('earlier')).toBe('2026-03-02T07:10:00.000Z');
  });

  it('needs a vendor where several are possible, and a time that is one', () => {
    const problems = (change: object, asksVendor = false) =>
      reportSchema(words, asksVendor)
        .safeParse({ ...filled, ...change })
        .error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(problems({})).toEqual([]);
    expect(problems({}, true)).toEqual(['vendorId']);
    expect(problems({ discoveredAt: '', service: '' })).toEqual(['discoveredAt', 'service']);
    expect(problems({ told: 'earlier', toldAt: '' })).toEqual(['toldAt']);
  });
});
