import type { NewTemplateVersion, Service, TemplateItem } from '@plumbline/vendors/schema';

/** An item of the template as it is typed. */
export interface ItemModel {
  /** Empty: a new item, whose code is made of its title. */
  code: string;
  title: string;
  titleEs: string;
  guidance: string;
  guidanceEs: string;
  when: TemplateItem['applies']['when'];
  services: Service[];
  gate: TemplateItem['gate'];
  askedOf: TemplateItem['askedOf'];
}

export interface TemplateModel {
  reason: string;
  items: ItemModel[];
}

export function emptyItem(): ItemModel {
  return {
    code: '',
    title: '',
    titleEs: '',
    guidance: '',
    guidanceEs: '',
    when: 'always',
    services: [],
    gate: 'activation',
    askedOf: 'vendor',
  };
}

export function toItemModel(item: TemplateItem): ItemModel {
  const { applies } = item;
  return {
    code: item.code,
    title: item.title,
    titleEs: item.titleEs ?? '',
    guidance: item.guidance ?? '',
    guidanceEs: item.guidanceEs ?? '',
    when: applies.when,
    services: applies.when === 'services' ? [...applies.services] : [],
    gate: item.gate,
    askedOf: item.askedOf,
  };
}

/** As it is sent. Codes that new items get do not meet those that are there. */
export function toVersion({ reason, items }: TemplateModel): NewTemplateVersion {
  const taken = new Set(items.map(({ code }) => code));
  return {
    reason,
    // field by field: what a form keeps beside an item is not sent
    items: items.map((item) => ({
      code: item.code === '' ? newCode(item.title, taken) : item.code,
      title: item.title,
      titleEs: orNull(item.titleEs),
      guidance: orNull(item.guidance),
      guidanceEs: orNull(item.guidanceEs),
      applies: item.when === 'services' ? { when: item.when, services: item.services } : { when: item.when },
      gate: item.gate,
      askedOf: item.askedOf,
    })),
  };
}

function newCode(title: string, taken: Set<string>): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 50);
  const base = plain.length < 2 ? `item_${plain}` : plain;
  let code = base;
  for (let next = 2; taken.has(code); next += 1) code = `${base}_${next}`;
  taken.add(code);
  return code;
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
