import type { Language } from '@plumbline/api/schema';
import type { Writing } from '@plumbline/measurements/schema';

export type NoticeParameters = Readonly<Record<string, string | number | null>>;

/** A notice in words: how its kind is called, its one sentence (also a mail's subject), and what to know or do beside. */
interface NoticeWords {
  readonly name: string;
  readonly sentence: (facts: Facts) => string;
  readonly detail: (facts: Facts) => string;
}

/** Facts of a notice by name, as the reader writes them. One that is not known shows as a dash, and nothing breaks by it. */
interface Facts {
  has(name: string): boolean;
  text(name: string): string;
  instant(name: string): string;
  day(name: string): string;
  month(name: string): string;
}

const of = (f: Facts) => `${f.text('reference')}, ${f.text('title')} (${f.text('vendor')})`;

const en = {
  'incident-reported': {
    name: 'An incident was reported',
    sentence: (f) => `Incident reported: ${of(f)}`,
    detail: (f) =>
      `${f.has('deadlineAt') ? `The next deadline is ${f.instant('deadlineAt')}.` : 'No deadline runs.'} Acknowledge it, so that the partner knows it was seen.`,
  },
  'incident-clock-stage': {
    name: 'The time of an incident’s clock is running out',
    sentence: (f) => `${f.text('stage')} % of the time has passed: ${of(f)}`,
    detail: (f) => `${f.text('rule')}: due by ${f.instant('deadlineAt')}.`,
  },
  'incident-late': {
    name: 'An incident’s deadline was missed',
    sentence: (f) => `Deadline missed: ${of(f)}`,
    detail: (f) =>
      `${f.text('rule')}: was due by ${f.instant('deadlineAt')}. A notice that comes now is late, and a breach.`,
  },
  'incident-acknowledged': {
    name: 'An incident was acknowledged',
    sentence: (f) => `Incident acknowledged: ${of(f)}`,
    detail: () => 'The insurer’s security team has seen it.',
  },
  'incident-updated': {
    name: 'There is news of an incident',
    sentence: (f) => `News of ${of(f)}`,
    detail: () => 'Something was added or decided; its page says what, when and by whom.',
  },
  'webhook-given-up': {
    name: 'A webhook no longer reaches its receiver',
    sentence: (f) => `Given up: webhook “${f.text('name')}” to ${f.text('host')}`,
    detail: () =>
      'Every attempt of about three days failed. The deliveries are kept: put the receiver right, and send them again from their page.',
  },
  'webhook-test': {
    name: 'A webhook is tried out',
    sentence: (f) => `Test of “${f.text('name')}”`,
    detail: () => 'Nothing has happened: somebody tries out whether this reaches you.',
  },
} as const satisfies Readonly<Record<string, NoticeWords>>;

export type NoticeName = keyof typeof en;

const es: Readonly<Record<NoticeName, NoticeWords>> = {
  'incident-reported': {
    name: 'Se ha notificado un incidente',
    sentence: (f) => `Incidente notificado: ${of(f)}`,
    detail: (f) =>
      `${f.has('deadlineAt') ? `El próximo plazo vence el ${f.instant('deadlineAt')}.` : 'No corre ningún plazo.'} Acuse recibo para que el socio sepa que se ha visto.`,
  },
  'incident-clock-stage': {
    name: 'Se agota el plazo de un incidente',
    sentence: (f) => `Ha pasado el ${f.text('stage')} % del plazo: ${of(f)}`,
    detail: (f) => `${f.text('rule')}: vence el ${f.instant('deadlineAt')}.`,
  },
  'incident-late': {
    name: 'Se ha incumplido el plazo de un incidente',
    sentence: (f) => `Plazo incumplido: ${of(f)}`,
    detail: (f) =>
      `${f.text('rule')}: venció el ${f.instant('deadlineAt')}. Un aviso que llegue ahora llega tarde y es un incumplimiento.`,
  },
  'incident-acknowledged': {
    name: 'Se ha acusado recibo de un incidente',
    sentence: (f) => `Acuse de recibo del incidente: ${of(f)}`,
    detail: () => 'El equipo de seguridad de la aseguradora lo ha visto.',
  },
  'incident-updated': {
    name: 'Hay novedades de un incidente',
    sentence: (f) => `Novedades de ${of(f)}`,
    detail: () => 'Se ha añadido o decidido algo; su página dice qué, cuándo y quién.',
  },
  'webhook-given-up': {
    name: 'Un webhook ya no llega a su destino',
    sentence: (f) => `Abandonado: webhook «${f.text('name')}» a ${f.text('host')}`,
    detail: () =>
      'Han fallado todos los intentos de unos tres días. Las entregas se conservan: corrija el destino y vuelva a enviarlas desde su página.',
  },
  'webhook-test': {
    name: 'Se prueba un webhook',
    sentence: (f) => `Prueba de «${f.text('name')}»`,
    detail: () => 'No ha pasado nada: alguien comprueba si esto le llega.',
  },
};

export const noticeWords: Readonly<Record<Language, Readonly<Record<NoticeName, NoticeWords>>>> = { en, es };

export interface SaidNotice {
  readonly name: string;
  readonly sentence: string;
  readonly detail: string;
}

/** A notice in the reader's language; of a kind that this version does not know only the kind is said. */
export function sayNotice(
  notice: { readonly kind: string; readonly parameters: NoticeParameters },
  language: Language,
  write: Writing,
): SaidNotice {
  const words = (noticeWords[language] as Readonly<Record<string, NoticeWords | undefined>>)[notice.kind];
  if (!words) return { name: notice.kind, sentence: notice.kind, detail: '' };
  const facts = factsOf(notice.parameters, write);
  return { name: words.name, sentence: words.sentence(facts), detail: words.detail(facts) };
}

function factsOf(parameters: NoticeParameters, write: Writing): Facts {
  const said = (name: string, writing: (value: string) => string): string => {
    const value = parameters[name] ?? null;
    return value === null ? '–' : writing(String(value));
  };
  return {
    has: (name) => (parameters[name] ?? null) !== null,
    text: (name) => said(name, String),
    instant: (name) => said(name, (value) => write.instant(value)),
    day: (name) => said(name, (value) => write.date(value)),
    month: (name) => said(name, (value) => write.month(value)),
  };
}
