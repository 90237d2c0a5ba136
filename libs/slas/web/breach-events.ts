import type { Breach, BreachStep } from '@plumbline/slas/schema';
import type { Texts, TimelineEvent } from '@plumbline/ui';

export interface BreachEventWords {
  readonly missed: string;
  readonly due: string;
  readonly ranOut: string;
  readonly notMet: string;
  readonly opened: (figure: string, why: string) => string;
  readonly noReport: string;
  readonly closed: (reason: string) => string;
  readonly closedBy: (reason: string, figure: string, why: string) => string;
  readonly received: (file: string) => string;
  readonly revision: (number: number) => string;
}

export const breachEventWords: Texts<BreachEventWords> = {
  en: {
    missed: 'The month ended with the target missed.',
    due: 'The report was due.',
    ranOut: 'The deadline passed.',
    notMet: 'Breach opened: it had not been met by then.',
    opened: (figure, why) => `Breach opened: ${figure} (${why}).`,
    noReport: 'Breach opened: nothing had been reported.',
    closed: (reason) => `Breach closed: ${reason}.`,
    closedBy: (reason, figure, why) => `Breach closed: ${reason}, ${figure} (${why}).`,
    received: (file) => `Report received: ${file}.`,
    revision: (number) => `revision ${number}`,
  },
  es: {
    missed: 'El mes terminó con el objetivo incumplido.',
    due: 'Vencía el informe.',
    ranOut: 'Venció el plazo.',
    notMet: 'Incumplimiento abierto: no se había cumplido para entonces.',
    opened: (figure, why) => `Incumplimiento abierto: ${figure} (${why}).`,
    noReport: 'Incumplimiento abierto: no se había informado nada.',
    closed: (reason) => `Incumplimiento cerrado: ${reason}.`,
    closedBy: (reason, figure, why) => `Incumplimiento cerrado: ${reason}, ${figure} (${why}).`,
    received: (file) => `Informe recibido: ${file}.`,
    revision: (number) => `revisión ${number}`,
  },
};

export interface Wording {
  readonly words: BreachEventWords;
  readonly closing: string;
  readonly figureOf: (value: string | null) => string;
  readonly whyOf: (step: BreachStep) => string;
}

/** What happened to a breach, newest first: missed, opened, received, closed, each at its own instant. */
export function breachEvents(breach: Breach, { words, closing, figureOf, whyOf }: Wording): TimelineEvent[] {
  const { openedBy, closedBy, reporting, kind } = breach;
  const why = (step: BreachStep) => `${words.revision(step.revision)}, ${whyOf(step)}`;
  const events: TimelineEvent[] = [
    {
      id: 'missed',
      at: breach.breachedAt,
      text: { target: words.missed, reporting_duty: words.due, clock: words.ranOut }[kind],
      by: null,
      icon: 'calendar',
    },
    {
      id: 'opened',
      at: breach.openedAt,
      text: openedBy
        ? words.opened(figureOf(openedBy.value), why(openedBy))
        : kind === 'clock'
          ? words.notMet
          : words.noReport,
      by: null,
      icon: 'breaches',
    },
  ];
  if (reporting?.receivedAt && reporting.file) {
    events.push({
      id: 'received',
      at: reporting.receivedAt,
      text: words.received(reporting.file.name),
      by: null,
      icon: 'file',
    });
  }
  if (breach.closedAt !== null) {
    events.push({
      id: 'closed',
      at: breach.closedAt,
      text:
        closedBy && kind === 'target'
          ? words.closedBy(closing, figureOf(closedBy.value), why(closedBy))
          : words.closed(closing),
      by: null,
      icon: 'check',
    });
  }
  return events.sort((a, b) => b.at.localeCompare(a.at));
}
