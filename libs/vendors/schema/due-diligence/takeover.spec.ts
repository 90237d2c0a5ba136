import { describe, expect, it } from '@jest/globals';
import { defaultItems } from './default-items';
import type { ItemState } from './standing';
import { planTakeover } from './takeover';
import { appliesTo, templateItem, templateItems, type TemplateItem } from './template';

const asked = (code: string, more: Partial<TemplateItem> = {}): TemplateItem =>
  templateItem.parse({ code, title: `Title of ${code}`, applies: { when: 'always' }, ...more });
const has = (code: string, state: ItemState = 'accepted', more: Partial<TemplateItem> = {}) => ({
  ...asked(code, more),
  state,
});
const plain = { phiAccess: false, services: [] };

describe('the default items of a new tenant', () => {
  it('are a sound template, in both languages, with a certificate before the end', () => {
    expect(templateItems.parse(defaultItems)).toEqual(defaultItems);
    for (const item of defaultItems) expect([item.code, item.titleEs, item.guidanceEs]).not.toContain(null);
    expect(defaultItems.filter(({ gate }) => gate === 'ending').map(({ code }) => code)).toEqual([
      'phi_returned',
      'access_ended',
      'surviving_obligations',
    ]);
  });

  it.each([
    { vendor: plain, without: ['baa_signed', 'iso_27001', 'language_access', 'phi_returned'] },
    { vendor: { phiAccess: true, services: ['mail'] }, without: ['language_access'] },
    { vendor: { phiAccess: true, services: ['voice'] }, without: [] },
  ])('are asked of $vendor but for $without', ({ vendor, without }) => {
    const left = defaultItems.filter(({ applies }) => !appliesTo(applies, vendor)).map(({ code }) => code);
    expect(left).toEqual(without);
  });
});

describe('taking a version of the template over', () => {
  it.each([
    { what: 'nothing new', items: [has('aa')], template: [asked('aa')] },
    { what: 'a new item', items: [has('aa')], template: [asked('aa'), asked('bb')], added: ['bb'] },
    { what: 'a retired item', items: [has('aa'), has('bb')], template: [asked('aa')], withdrawn: ['bb'] },
    { what: 'one that comes back', items: [has('aa', 'withdrawn')], template: [asked('aa')], added: ['aa'] },
    {
      what: 'another question',
      items: [has('aa'), has('bb')],
      template: [asked('aa', { guidance: 'Signed by both' }), asked('bb')],
      changed: ['aa'],
    },
    {
      what: 'another gate, which is the same question',
      items: [has('aa')],
      template: [asked('aa', { gate: 'ending' })],
    },
    {
      what: 'items of other vendors',
      items: [has('aa')],
      template: [asked('aa'), asked('phi', { applies: { when: 'phi' } })],
    },
    {
      what: 'a vendor that no longer sees PHI',
      items: [has('phi', 'open', { applies: { when: 'phi' } })],
      template: [asked('phi', { applies: { when: 'phi' } })],
      withdrawn: ['phi'],
    },
  ])('knows $what', ({ items, template, added = [], changed = [], withdrawn = [] }) => {
    expect(planTakeover(items, template, plain)).toEqual({ added, changed, withdrawn });
  });

  it('refuses a template that says a code twice, at its place', () => {
    const found = templateItems.safeParse([asked('aa'), asked('bb'), asked('aa')]);
    expect(found.error?.issues.map(({ path }) => path)).toEqual([[2, 'code']]);
  });
});
