import { type Metric, type MetricTerms } from '@plumbline/measurements/schema';
import { type ShortAbandonRule } from '@plumbline/sla-engine';

export interface TermDraft {
  measure: string;
  /** Decimal text; blank is 1. */
  weight: string;
}

/** A definition as the form holds it: numbers as they are typed, blank where nothing is said. */
export interface TermsDraft {
  numerator: TermDraft[];
  denominator: TermDraft[];
  thresholdSeconds: string;
  thresholdComparison: '<=' | '<';
  shortSeconds: string;
  shortRule: '' | ShortAbandonRule;
  shortMeasure: string;
  repeatWindowDays: string;
  sampled: boolean;
}

export interface MetricDraft {
  code: string;
  name: string;
  family: Metric['family'];
  unit: Metric['unit'];
  direction: Metric['direction'];
  source: string;
  terms: TermsDraft;
}

export function blankTerms(): TermsDraft {
  return {
    numerator: [blankTerm()],
    denominator: [blankTerm()],
    thresholdSeconds: '',
    thresholdComparison: '<=',
    shortSeconds: '',
    shortRule: '',
    shortMeasure: '',
    repeatWindowDays: '',
    sampled: false,
  };
}

export function blankTerm(): TermDraft {
  return { measure: '', weight: '' };
}

export function draftOfTerms(terms: MetricTerms): TermsDraft {
  const { threshold, shortAbandon, repeatWindowDays } = terms;
  const draft = ({ measure, weight }: MetricTerms['numerator'][number]) => ({
    measure,
    weight: weight ?? '',
  });
  return {
    numerator: terms.numerator.map(draft),
    denominator: terms.denominator.map(draft),
    thresholdSeconds: threshold ? String(threshold.seconds) : '',
    thresholdComparison: threshold?.comparison ?? '<=',
    shortSeconds: shortAbandon ? String(shortAbandon.seconds) : '',
    shortRule: shortAbandon?.rule ?? '',
    shortMeasure: shortAbandon?.measure ?? '',
    repeatWindowDays: repeatWindowDays ? String(repeatWindowDays) : '',
    sampled: terms.sampled ?? false,
  };
}

/** The draft as the schema wants it; what is no number stays as it was typed, for the schema to refuse. */
export function termsOfDraft(draft: TermsDraft): unknown {
  const term = ({ measure, weight }: TermDraft) =>
    weight.trim() === '' ? { measure } : { measure, weight: weight.trim() };
  const { thresholdSeconds, thresholdComparison, shortSeconds, shortRule, shortMeasure } = draft;
  return {
    numerator: draft.numerator.map(term),
    denominator: draft.denominator.map(term),
    ...(blank(thresholdSeconds)
      ? {}
      : { threshold: { seconds: numberOf(thresholdSeconds), comparison: thresholdComparison } }),
    ...(shortRule === ''
      ? {}
      : {
          shortAbandon: {
            seconds: numberOf(shortSeconds),
            rule: shortRule,
            ...(shortMeasure === '' ? {} : { measure: shortMeasure }),
          },
        }),
    ...(blank(draft.repeatWindowDays) ? {} : { repeatWindowDays: numberOf(draft.repeatWindowDays) }),
    ...(draft.sampled ? { sampled: true } : {}),
  };
}

/** Which control of the form a path of the schema means: `terms.threshold.seconds` is `terms.thresholdSeconds`. */
export function metricDraftPath(path: readonly (string | number)[]): readonly (string | number)[] {
  const [first, ...rest] = path;
  if (first === 'body') return metricDraftPath(rest);
  if (first !== 'terms') return path;
  const control = controls[rest.join('.')];
  return control === undefined ? path : ['terms', control];
}

const controls: Readonly<Record<string, keyof TermsDraft>> = {
  threshold: 'thresholdSeconds',
  'threshold.seconds': 'thresholdSeconds',
  'threshold.comparison': 'thresholdComparison',
  shortAbandon: 'shortRule',
  'shortAbandon.seconds': 'shortSeconds',
  'shortAbandon.rule': 'shortRule',
  'shortAbandon.measure': 'shortMeasure',
};

function blank(text: string): boolean {
  return text.trim() === '';
}

function numberOf(text: string): number | string {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : text;
}
