import { policyTerms, type PolicyTerms } from './policy';

export interface ShippedPolicy {
  readonly code: string;
  readonly version: number;
  /** Whether it is on in a tenant that has decided nothing. */
  readonly switchedOn: boolean;
  readonly terms: PolicyTerms;
}

const shipped = (
  code: string,
  switchedOn: boolean,
  terms: Parameters<typeof policyTerms.parse>[0] & object,
): ShippedPolicy => ({ code, version: 1, switchedOn, terms: policyTerms.parse(terms) });

const everywhere = {};
const dora = {
  title: 'Regulation (EU) 2022/2554, Art. 19; Delegated Regulation (EU) 2025/301, Art. 5',
  url: 'https://eur-lex.europa.eu/eli/reg_del/2025/301/oj',
};

/**
 * The policies that come with the product: texts of rules as data, each with its source. A corrected one gets a new
 * version; clocks keep the one they started with.
 */
export const shippedPolicies: readonly ShippedPolicy[] = [
  shipped('contract-notice', true, {
    name: 'Notice to the insurer (contract)',
    nameEs: 'Aviso a la aseguradora (contrato)',
    source: { title: 'The contract’s incident-notice clause; 24 hours where it has none' },
    owedBy: 'vendor',
    legs: [{ startsAt: 'discovered', unit: 'elapsedHours', amount: 24 }],
    metBy: 'notified',
    amountFromContract: true,
    appliesTo: everywhere,
  }),
  shipped('hipaa-164-410', true, {
    name: 'HIPAA notice by a business associate',
    nameEs: 'Aviso HIPAA de un socio comercial',
    source: {
      title: '45 CFR 164.410(b): without unreasonable delay, no later than 60 calendar days after discovery',
      url: 'https://www.ecfr.gov/current/title-45/section-164.410',
    },
    owedBy: 'vendor',
    legs: [{ startsAt: 'discovered', unit: 'calendarDays', amount: 60 }],
    metBy: 'notified',
    appliesTo: { phiOnly: true },
  }),
  shipped('state-72-hours', false, {
    name: 'State insurance commissioner, 72 hours',
    nameEs: 'Comisionado estatal de seguros, 72 horas',
    source: {
      title: 'NAIC Insurance Data Security Model Law (MDL-668), § 6 A: 72 hours from determination',
      url: 'https://content.naic.org/sites/default/files/MO668.pdf',
    },
    owedBy: 'insurer',
    legs: [{ startsAt: 'determined', unit: 'elapsedHours', amount: 72 }],
    metBy: 'authorityNotified',
    appliesTo: everywhere,
  }),
  shipped('state-3-business-days', false, {
    name: 'State insurance commissioner, 3 business days',
    nameEs: 'Comisionado estatal de seguros, 3 días hábiles',
    source: {
      title: 'Code of Virginia § 38.2-625 A: three business days from determination',
      url: 'https://law.lis.virginia.gov/vacode/title38.2/chapter6/section38.2-625/',
    },
    owedBy: 'insurer',
    legs: [{ startsAt: 'determined', unit: 'businessDays', amount: 3 }],
    metBy: 'authorityNotified',
    calendar: 'us_federal',
    appliesTo: { places: ['US-VA'] },
  }),
  shipped('dora-initial', false, {
    name: 'DORA initial notification',
    nameEs: 'Notificación inicial DORA',
    source: dora,
    owedBy: 'insurer',
    // 4 hours from classification as major, and 24 hours from awareness at the latest
    legs: [
      { startsAt: 'classified', unit: 'elapsedHours', amount: 4 },
      { startsAt: 'detected', unit: 'elapsedHours', amount: 24 },
    ],
    metBy: 'authorityNotified',
    appliesTo: everywhere,
  }),
  shipped('dora-intermediate', false, {
    name: 'DORA intermediate report',
    nameEs: 'Informe intermedio DORA',
    source: dora,
    owedBy: 'insurer',
    legs: [{ startsAt: 'authorityNotified', unit: 'elapsedHours', amount: 72 }],
    metBy: 'intermediateReported',
    appliesTo: everywhere,
  }),
  shipped('dora-final', false, {
    name: 'DORA final report',
    nameEs: 'Informe final DORA',
    source: dora,
    owedBy: 'insurer',
    legs: [{ startsAt: 'intermediateReported', unit: 'calendarMonths', amount: 1 }],
    metBy: 'finalReported',
    appliesTo: everywhere,
  }),
];
