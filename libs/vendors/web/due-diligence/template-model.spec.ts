import { describe, expect, it } from '@jest/globals';
import { defaultItems } from '@plumbline/vendors/schema';
import { emptyItem, toItemModel, toVersion } from './template-model';

describe('the template as it is typed', () => {
  it('is sent as it was read where nothing was changed', () => {
    const items = defaultItems.map(toItemModel);
    expect(toVersion({ reason: 'None', items })).toEqual({ reason: 'None', items: defaultItems });
  });

  it.each([
    ['Use of AI declared', 'use_of_ai_declared'],
    ['Póliza (2027)', 'poliza_2027'],
    ['27001', 'item_'],
    ['Insurance', 'insurance_2'],
  ])('makes the code of a new item of its title: %s', (title, code) => {
    const items = [...defaultItems.map(toItemModel), { ...emptyItem(), title }];
    const added = toVersion({ reason: 'New', items }).items.at(-1);
    expect(added?.code).toBe(code);
  });
});
