import type { Language } from '@plumbline/api/schema';
import {
  type Finding as FoundCode,
  type InEveryLanguage,
  type Nothing,
  plainly,
  say,
  type Sentences,
  type Writing,
} from '@plumbline/measurements/schema';
import type { DemandableKind } from './clause-policy';

/** What of a clause is weaker than demanded. `yearly` has no size. */
export type WeakTerm = 'withinHours' | 'noticeDays' | 'timesAYear' | 'yearly';

/** What stands in the sentence of each finding about a contract version. */
export interface VersionFindingParameters {
  'slas-none': Nothing;
  'weights.sum': { readonly total: string };
  'speed.outweighs': { readonly speed: string; readonly qualityAndCompliance: string };
  'clause-missing': { readonly clause: DemandableKind };
  'clause-weaker': {
    readonly clause: DemandableKind;
    readonly term: WeakTerm;
    readonly agreed: number;
    readonly demanded: number;
  };
}

export type VersionFindingCode = keyof VersionFindingParameters;

const missingEn: Readonly<Record<DemandableKind, string>> = {
  service_levels: 'service levels',
  right_to_audit: 'the right to audit',
  incident_notice: 'notice of incidents',
  background_checks: 'background checks of agents',
  data_residency: 'where data may be kept',
  attestation: 'a yearly ISO/IEC 27001 or equivalent attestation',
  continuity_test: 'part in a continuity test every year',
  subcontracting: 'whether work may be passed on',
  termination: 'how it is terminated',
};

const missingEs: typeof missingEn = {
  service_levels: 'niveles de servicio',
  right_to_audit: 'el derecho de auditoría',
  incident_notice: 'el aviso de incidentes',
  background_checks: 'la verificación de antecedentes de los agentes',
  data_residency: 'dónde pueden guardarse los datos',
  attestation: 'una certificación anual ISO/IEC 27001 o equivalente',
  continuity_test: 'participar cada año en una prueba de continuidad',
  subcontracting: 'si puede subcontratarse',
  termination: 'cómo se rescinde',
};

const weakerEn: Readonly<
  Record<WeakTerm, (agreed: string, demanded: string, clause: DemandableKind) => string>
> = {
  withinHours: (agreed, demanded) =>
    `Incidents are to be notified within ${demanded} hours; this clause allows ${agreed}.`,
  noticeDays: (agreed, demanded, clause) =>
    clause === 'termination'
      ? `Termination needs a notice of ${demanded} days at least; this clause has ${agreed}.`
      : `An audit needs a notice of ${demanded} days at most; this clause has ${agreed}.`,
  timesAYear: (agreed, demanded) =>
    `Continuity is to be tested ${demanded} times a year at least; this clause says ${agreed}.`,
  yearly: () => 'An attestation is to be brought every year; this clause does not say so.',
};

const weakerEs: typeof weakerEn = {
  withinHours: (agreed, demanded) =>
    `Los incidentes deben avisarse en ${demanded} horas; esta cláusula permite ${agreed}.`,
  noticeDays: (agreed, demanded, clause) =>
    clause === 'termination'
      ? `La rescisión exige un aviso de al menos ${demanded} días; esta cláusula da ${agreed}.`
      : `Una auditoría exige un aviso de ${demanded} días como máximo; esta cláusula da ${agreed}.`,
  timesAYear: (agreed, demanded) =>
    `La continuidad debe probarse al menos ${demanded} veces al año; esta cláusula dice ${agreed}.`,
  yearly: () => 'La certificación debe traerse cada año; esta cláusula no lo dice.',
};

/** By code, what each finding says of its parameters. */
export const versionFindingTexts: InEveryLanguage<Sentences<VersionFindingParameters>> = {
  en: {
    'slas-none': () => 'No SLA is scored: a version agrees on at least one with a weight.',
    'weights.sum': ({ total }, { number }) => `Weights add to 100 exactly; these add to ${number(total)}.`,
    'speed.outweighs': ({ speed, qualityAndCompliance }, { number }) =>
      `Speed weighs ${number(speed)}, quality and compliance ${number(qualityAndCompliance)}: record a reason.`,
    'clause-missing': ({ clause }) => `No clause agrees on ${missingEn[clause]}.`,
    'clause-weaker': ({ clause, term, agreed, demanded }, { number }) =>
      weakerEn[term](number(agreed), number(demanded), clause),
  },
  es: {
    'slas-none': () => 'Ningún SLA puntúa: una versión acuerda al menos uno con peso.',
    'weights.sum': ({ total }, { number }) =>
      `Los pesos suman exactamente 100; estos suman ${number(total)}.`,
    'speed.outweighs': ({ speed, qualityAndCompliance }, { number }) =>
      `La rapidez pesa ${number(speed)}; calidad y cumplimiento, ${number(qualityAndCompliance)}: anote el motivo.`,
    'clause-missing': ({ clause }) => `Ninguna cláusula acuerda ${missingEs[clause]}.`,
    'clause-weaker': ({ clause, term, agreed, demanded }, { number }) =>
      weakerEs[term](number(agreed), number(demanded), clause),
  },
};

/** A finding in the reader's words; null: a code of a later release, whose `detail` is shown as it is. */
export function sayVersionFinding(found: FoundCode, language: Language, write: Writing): string | null {
  return say(versionFindingTexts, found, language, write);
}

/** As answers and letters say it. */
export function plainVersionFinding<Code extends VersionFindingCode>(
  code: Code,
  parameters: VersionFindingParameters[Code],
): string {
  return versionFindingTexts.en[code](parameters, plainly);
}
