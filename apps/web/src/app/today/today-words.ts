import { type FlaggedVerdict } from '@plumbline/contracts/schema';
import { type KpiFileState } from '@plumbline/measurements/schema';
import { type Texts } from '@plumbline/ui';
import { type FileTurn } from './today-items';

interface TodayWords {
  readonly title: string;
  readonly greeting: (name: string) => string;
  readonly myTurn: string;
  readonly turns: Readonly<Record<FileTurn, string>>;
  readonly rows: (wrong: string, total: string) => string;
  readonly nothing: string;
  readonly nothingText: string;
  readonly publish: (ready: number, month: string) => string;
  readonly dueSoon: (month: string, day: string) => string;
  readonly overdue: (month: string, day: string) => string;
  readonly month: (month: string) => string;
  readonly readiness: { readonly ready: string; readonly waiting: string; readonly published: string };
  readonly board: string;
  readonly noBoard: string;
  readonly waivers: (count: string) => string;
  readonly exclusions: (count: string) => string;
  readonly moreWait: string;
  readonly comingDue: string;
  readonly noneDue: string;
  readonly breaches: string;
  readonly noBreaches: string;
  readonly allBreaches: (count: string) => string;
  readonly parity: string;
  readonly noParity: string;
  readonly allParity: (count: string) => string;
  readonly fallsShort: Readonly<Record<FlaggedVerdict, string>>;
  readonly reportingDuty: string;
  readonly since: string;
  readonly recent: string;
  readonly noFiles: string;
  readonly upload: string;
  readonly allFiles: string;
  readonly states: Readonly<Record<KpiFileState, string>>;
}

export const todayWords: Texts<TodayWords> = {
  en: {
    title: 'Today',
    greeting: (name) => `${name}, this is where things stand.`,
    myTurn: 'Waiting for you',
    turns: {
      explain: 'Say what its columns mean',
      confirm: 'Look at what it changes and confirm it',
      resolve: 'Say which vendors its codes mean',
      putRight: 'Nothing of it was loaded: put it right and send it again',
    },
    rows: (wrong, total) => `${wrong} of ${total} rows are wrong`,
    nothing: 'Nothing waits for you',
    nothingText: 'No file and no scorecard needs you now. What changed last is below.',
    publish: (ready, month) =>
      ready === 1
        ? `One scorecard of ${month} is ready to be published`
        : `${ready} scorecards of ${month} are ready to be published`,
    dueSoon: (month, day) => `The figures of ${month} are due until ${day}`,
    overdue: (month, day) => `The figures of ${month} are missing; they were due until ${day}`,
    month: (month) => `Close of ${month}`,
    readiness: { ready: 'ready to publish', waiting: 'waiting for results', published: 'published' },
    board: 'Open the month',
    noBoard: 'No vendor has an SLA in this month.',
    waivers: (count) =>
      count === '1' ? 'One waiver waits for your decision' : `${count} waivers wait for your decision`,
    exclusions: (count) =>
      count === '1'
        ? 'One exclusion or waiver of a breach waits for your decision'
        : `${count} exclusions or waivers of breaches wait for your decision`,
    moreWait: 'There are more than are read here: older files may wait as well',
    comingDue: 'Coming due',
    noneDue: 'No contract has a date in the next 90 days.',
    breaches: 'Open breaches',
    noBreaches: 'No breach is open, as far as files have come.',
    allBreaches: (count) => `All open breaches (${count})`,
    parity: 'Contracts that fall short',
    noParity: 'Every contract holds what you expect.',
    allParity: (count) => `All of them (${count})`,
    fallsShort: {
      weaker: 'weaker than expected',
      missing: 'no SLA for what is expected',
      incomparable: 'cannot be compared',
    },
    reportingDuty: 'Not reported in time',
    since: 'since',
    recent: 'KPI files, newest first',
    noFiles: 'No KPI file has come yet.',
    upload: 'Send a KPI file',
    allFiles: 'All KPI files',
    states: {
      received: 'columns to explain',
      checking: 'being checked',
      checked: 'to be confirmed',
      waiting_for_vendors: 'vendors to be named',
      queued: 'in the queue',
      ingesting: 'being loaded',
      evaluating: 'results being computed',
      done: 'loaded',
      unchanged: 'nothing new in it',
      refused: 'refused',
      withdrawn: 'withdrawn',
    },
  },
  es: {
    title: 'Hoy',
    greeting: (name) => `${name}, así está todo.`,
    myTurn: 'Le esperan',
    turns: {
      explain: 'Diga qué significan sus columnas',
      confirm: 'Vea qué cambia y confírmelo',
      resolve: 'Diga a qué proveedores se refieren sus códigos',
      putRight: 'No se cargó nada: corríjalo y envíelo de nuevo',
    },
    rows: (wrong, total) => `${wrong} de ${total} filas están mal`,
    nothing: 'Nada le espera',
    nothingText: 'Ningún archivo ni cuadro de mando le necesita ahora. Abajo está lo último que cambió.',
    publish: (ready, month) =>
      ready === 1
        ? `Un cuadro de mando de ${month} está listo para publicarse`
        : `${ready} cuadros de mando de ${month} están listos para publicarse`,
    dueSoon: (month, day) => `Las cifras de ${month} se esperan hasta el ${day}`,
    overdue: (month, day) => `Faltan las cifras de ${month}; se esperaban hasta el ${day}`,
    month: (month) => `Cierre de ${month}`,
    readiness: { ready: 'listos para publicar', waiting: 'esperan resultados', published: 'publicados' },
    board: 'Abrir el mes',
    noBoard: 'Ningún proveedor tiene un SLA en este mes.',
    waivers: (count) =>
      count === '1' ? 'Una dispensa espera su decisión' : `${count} dispensas esperan su decisión`,
    exclusions: (count) =>
      count === '1'
        ? 'Una exclusión o dispensa de un incumplimiento espera su decisión'
        : `${count} exclusiones o dispensas de incumplimientos esperan su decisión`,
    moreWait: 'Hay más de los que aquí se leen: archivos más antiguos también pueden esperar',
    comingDue: 'Próximos vencimientos',
    noneDue: 'Ningún contrato tiene una fecha en los próximos 90 días.',
    breaches: 'Incumplimientos abiertos',
    noBreaches: 'Ningún incumplimiento abierto, según los archivos recibidos.',
    allBreaches: (count) => `Todos los incumplimientos abiertos (${count})`,
    parity: 'Contratos que se quedan cortos',
    noParity: 'Cada contrato cumple lo que usted espera.',
    allParity: (count) => `Todos (${count})`,
    fallsShort: {
      weaker: 'más débil de lo esperado',
      missing: 'sin SLA para lo esperado',
      incomparable: 'no se puede comparar',
    },
    reportingDuty: 'No informado a tiempo',
    since: 'desde',
    recent: 'Archivos KPI, los más nuevos primero',
    noFiles: 'Aún no ha llegado ningún archivo KPI.',
    upload: 'Enviar un archivo KPI',
    allFiles: 'Todos los archivos KPI',
    states: {
      received: 'columnas por explicar',
      checking: 'en revisión',
      checked: 'por confirmar',
      waiting_for_vendors: 'proveedores por nombrar',
      queued: 'en cola',
      ingesting: 'cargándose',
      evaluating: 'calculando resultados',
      done: 'cargado',
      unchanged: 'sin novedades',
      refused: 'rechazado',
      withdrawn: 'retirado',
    },
  },
};
