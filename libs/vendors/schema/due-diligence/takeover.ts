import type { ItemState } from './standing';
import { appliesTo, type TemplateItem } from './template';

interface AskedItem extends Pick<
  TemplateItem,
  'code' | 'title' | 'titleEs' | 'guidance' | 'guidanceEs' | 'gate' | 'askedOf'
> {
  readonly state: ItemState;
}

export interface TakeoverPlan {
  /** Not asked so far, or withdrawn earlier. */
  readonly added: readonly string[];
  /** Asked in other words: what was accepted was an answer to something else, so it is open again. */
  readonly changed: readonly string[];
  /** No longer in the template, or not of such a vendor. */
  readonly withdrawn: readonly string[];
}

/** What asking a vendor by a version of the template does to the items it has. */
export function planTakeover(
  items: readonly AskedItem[],
  template: readonly TemplateItem[],
  vendor: { readonly phiAccess: boolean; readonly services: readonly string[] },
): TakeoverPlan {
  const has = new Map(items.filter(({ state }) => state !== 'withdrawn').map((item) => [item.code, item]));
  const asked = template.filter((item) => appliesTo(item.applies, vendor));
  const codes = new Set(asked.map(({ code }) => code));
  return {
    added: asked.filter(({ code }) => !has.has(code)).map(({ code }) => code),
    changed: asked
      .filter((item) => {
        const now = has.get(item.code);
        return now !== undefined && !sameQuestion(now, item);
      })
      .map(({ code }) => code),
    withdrawn: [...has.keys()].filter((code) => !codes.has(code)),
  };
}

function sameQuestion(left: Omit<AskedItem, 'state'>, right: TemplateItem): boolean {
  return (['title', 'guidance', 'askedOf'] as const).every((field) => left[field] === right[field]);
}
