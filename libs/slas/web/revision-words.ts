import type { ClosingReason, RevisionReason } from '@plumbline/slas/schema';
import type { Texts } from '@plumbline/ui';

interface RevisionWords {
  readonly reasons: Readonly<Record<RevisionReason['code'], string>>;
  readonly closings: Readonly<Record<ClosingReason, string>>;
  readonly file: (name: string) => string;
}

/** Why a revision was written, and why a breach was closed. */
export const revisionWords: Texts<RevisionWords> = {
  en: {
    reasons: {
      kpi_file: 'KPI file',
      time_passed: 'Time passed',
      terms_changed: 'Terms or definition changed',
      exclusion: 'Exclusion or waiver approved',
    },
    closings: {
      restated: 'corrected figures meet the target',
      reported_late: 'reported late',
      met_late: 'met after the deadline',
      received_in_time: 'the report had come in time',
      terms_changed: 'its terms no longer hold',
    },
    file: (name) => `KPI file ${name}`,
  },
  es: {
    reasons: {
      kpi_file: 'Archivo KPI',
      time_passed: 'Paso del tiempo',
      terms_changed: 'Cambio de condiciones o de definición',
      exclusion: 'Exclusión o dispensa aprobada',
    },
    closings: {
      restated: 'las cifras corregidas cumplen el objetivo',
      reported_late: 'informado con retraso',
      met_late: 'cumplido tras el vencimiento',
      received_in_time: 'el informe había llegado a tiempo',
      terms_changed: 'sus condiciones ya no rigen',
    },
    file: (name) => `Archivo KPI ${name}`,
  },
};
