import { describe, expect, it } from '@jest/globals';
import { changedFields } from './changed-fields';

describe('what a change really changes', () => {
  it('keeps from and to of each field that differs, lists by content', () => {
    const vendor = { name: 'Northwind', services: ['voice'], phiAccess: true };
    expect(changedFields(vendor, { name: 'Northwind Care', services: ['voice'], phiAccess: false })).toEqual({
      name: { from: 'Northwind', to: 'Northwind Care' },
      phiAccess: { from: true, to: false },
    });
  });

  it('takes what is left out, or said to be undefined, for unchanged', () => {
    expect(changedFields({ name: 'Northwind' }, { name: undefined })).toEqual({});
  });

  it('takes an object for unchanged in whatever order the database gives its parts', () => {
    const hours = { timezone: 'Asia/Manila', hours: { mon: [['09:00', '17:00']] } };
    expect(changedFields({ hours: { hours: hours.hours, timezone: hours.timezone } }, { hours })).toEqual({});
  });
});
