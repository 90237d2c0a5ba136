import { type policyTerms, type PolicyTerms, type Severity } from '@plumbline/incidents/schema';
import type * as z from 'zod';

/** One rule of an own policy as a form has it: one leg, as numbers and places are typed. */
export interface PolicyModel {
  code: string;
  name: string;
  nameEs: string;
  sourceTitle: string;
  sourceUrl: string;
  owedBy: PolicyTerms['owedBy'];
  amount: string;
  unit: PolicyTerms['legs'][number]['unit'];
  startsAt: PolicyTerms['metBy'];
  metBy: PolicyTerms['metBy'];
  phiOnly: boolean;
  severities: readonly Severity[];
  places: string;
  respectHours: boolean;
  effectiveFrom: string;
  reason: string;
}

export const blankPolicy: PolicyModel = {
  code: '',
  name: '',
  nameEs: '',
  sourceTitle: '',
  sourceUrl: '',
  owedBy: 'vendor',
  amount: '24',
  unit: 'elapsedHours',
  startsAt: 'discovered',
  metBy: 'notified',
  phiOnly: false,
  severities: [],
  places: '',
  respectHours: false,
  effectiveFrom: '',
  reason: '',
};

/** What is there already, for a change of its terms. */
export function modelOf(code: string, terms: PolicyTerms): PolicyModel {
  const [leg] = terms.legs;
  return {
    ...blankPolicy,
    code,
    name: terms.name,
    nameEs: terms.nameEs,
    sourceTitle: terms.source.title,
    sourceUrl: terms.source.url ?? '',
    owedBy: terms.owedBy,
    amount: String(leg?.amount ?? ''),
    unit: leg?.unit ?? 'elapsedHours',
    startsAt: leg?.startsAt ?? 'discovered',
    metBy: terms.metBy,
    phiOnly: terms.appliesTo.phiOnly,
    severities: terms.appliesTo.severities,
    places: terms.appliesTo.places.join(', '),
    respectHours: terms.respectHours,
  };
}

/** The terms that are sent; business time is counted by the federal calendar, the only one policies have. */
export function termsOf(model: PolicyModel): z.input<typeof policyTerms> {
  const business = model.unit === 'businessDays' || model.unit === 'businessHours';
  return {
    name: model.name,
    nameEs: model.nameEs,
    source: { title: model.sourceTitle, url: model.sourceUrl.trim() === '' ? null : model.sourceUrl.trim() },
    owedBy: model.owedBy,
    legs: [{ startsAt: model.startsAt, unit: model.unit, amount: Number(model.amount) }],
    metBy: model.metBy,
    calendar: business ? 'us_federal' : 'none',
    appliesTo: {
      phiOnly: model.phiOnly,
      severities: [...model.severities],
      places: model.places
        .split(',')
        .map((place) => place.trim().toUpperCase())
        .filter((place) => place !== ''),
    },
    respectHours: model.respectHours,
  };
}

/** The field of the form that a part of the terms was typed in. */
export function fieldOf([first, second, third]: readonly PropertyKey[]): keyof PolicyModel {
  if (first === 'source') return second === 'url' ? 'sourceUrl' : 'sourceTitle';
  if (first === 'legs') return third === 'unit' ? 'unit' : third === 'startsAt' ? 'startsAt' : 'amount';
  if (first === 'appliesTo') return 'places';
  return first as keyof PolicyModel;
}
