import { type TraceFacts, type TraceTexts, say } from '../trace-text';
import { windowLabel } from '../windows';

/** Sentences of how the rows of a window were found. */
export const traceTexts: TraceTexts = {
  'evidence.window': {
    en: (facts) =>
      `Window ${say(facts['month'])} in ${say(facts['zone'])}: from ${say(facts['start'])} until before ` +
      `${say(facts['end'])}. Figures are due by ${say(facts['dueAt'])}.`,
    es: (facts) =>
      `Ventana ${say(facts['month'])} en ${say(facts['zone'])}: desde ${say(facts['start'])} hasta antes de ` +
      `${say(facts['end'])}. Las cifras vencen el ${say(facts['dueAt'])}.`,
  },
  'evidence.datedWindow': {
    en: (facts) =>
      `Window ${windowName(facts, 'en')} (${say(facts['first'])} to ${say(facts['last'])}) in ${say(facts['zone'])}: from ` +
      `${say(facts['start'])} until before ${say(facts['end'])}. It counts in ${say(facts['month'])}, in which it ends; figures are ` +
      `due by ${say(facts['dueAt'])}.`,
    es: (facts) =>
      `Ventana ${windowName(facts, 'es')} (del ${say(facts['first'])} al ${say(facts['last'])}) en ${say(facts['zone'])}: desde ` +
      `${say(facts['start'])} hasta antes de ${say(facts['end'])}. Cuenta en ${say(facts['month'])}, en que termina; las cifras ` +
      `vencen el ${say(facts['dueAt'])}.`,
  },
  'evidence.terms': {
    en: (facts) =>
      `In force on ${say(facts['date'])}: contract version ${say(facts['contractVersion'])} (from ` +
      `${say(facts['contractFrom'])}) and metric ${say(facts['metric'])} version ${say(facts['metricVersion'])} ` +
      `(from ${say(facts['metricFrom'])}).`,
    es: (facts) =>
      `Vigentes el ${say(facts['date'])}: versión ${say(facts['contractVersion'])} del contrato (desde ` +
      `${say(facts['contractFrom'])}) y versión ${say(facts['metricVersion'])} de la métrica ${say(facts['metric'])} ` +
      `(desde ${say(facts['metricFrom'])}).`,
  },
  'evidence.definedLater': {
    en: (facts) =>
      `The metric ${say(facts['metric'])} had no definition before ${say(facts['from'])}: its first one is used.`,
    es: (facts) =>
      `La métrica ${say(facts['metric'])} no tenía definición antes del ${say(facts['from'])}: se usa la primera.`,
  },
  'evidence.placedByInstant': {
    en: (facts) =>
      `Rows of ${say(facts['grain'])} belong to the window by the instant at which they start, in ${say(facts['zone'])}.`,
    es: (facts) =>
      `Las filas de ${say(facts['grain'])} pertenecen a la ventana por el instante en que empiezan, en ${say(facts['zone'])}.`,
  },
  'evidence.placedByDate': {
    en: (facts) =>
      `Rows of a ${say(facts['grain'])} cannot be split and belong to the window by the date they state.`,
    es: (facts) =>
      `Las filas de ${say(facts['grain'])} no se pueden dividir y pertenecen a la ventana por la fecha que indican.`,
  },
  'evidence.grainSetAside': {
    en: (facts) =>
      `${say(facts['rows'])} rows of ${say(facts['grain'])} were not added: rows of ${say(facts['used'])} count the same.`,
    es: (facts) =>
      `${say(facts['rows'])} filas de ${say(facts['grain'])} no se sumaron: las de ${say(facts['used'])} cuentan lo mismo.`,
  },
  'evidence.rowsSetAside': {
    en: (facts) =>
      `${say(facts['rows'])} rows were set aside because ${say(facts['measures'])} is blank, which is not zero.`,
    es: (facts) =>
      `${say(facts['rows'])} filas se apartaron porque ${say(facts['measures'])} está en blanco, que no es cero.`,
  },
  'evidence.days': {
    en: (facts) => `Rows came for ${say(facts['reported'])} of ${say(facts['of'])} days.`,
    es: (facts) => `Llegaron filas de ${say(facts['reported'])} de ${say(facts['of'])} días.`,
  },
  'evidence.refused': {
    en: (facts) => `What was reported cannot be and decides nothing: ${say(facts['detail'])}`,
    es: (facts) => `Lo informado no puede ser y no decide nada: ${say(facts['detail'])}`,
  },
  'evidence.claimedBeside': {
    en: (facts) =>
      facts['admitted'] === true
        ? 'What the vendor claims stands beside, as the contract admits it, and decides nothing.'
        : 'What the vendor claims stands beside; the contract does not admit it as a report.',
    es: (facts) =>
      facts['admitted'] === true
        ? 'Lo que el proveedor declara figura al lado, como admite el contrato, y no decide nada.'
        : 'Lo que el proveedor declara figura al lado; el contrato no lo admite como informe.',
  },
  'evidence.claimedNotAveraged': {
    en: (facts) =>
      `${say(facts['figures'])} claimed shares came without their counts: they are not averaged and decide nothing.`,
    es: (facts) =>
      `Llegaron ${say(facts['figures'])} porcentajes declarados sin sus recuentos: no se promedian y no deciden nada.`,
  },
};

function windowName(facts: TraceFacts, language: 'en' | 'es'): string {
  return windowLabel(say(facts['code']), { first: say(facts['first']), last: say(facts['last']) }, language);
}
