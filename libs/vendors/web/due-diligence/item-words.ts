import type { Hue, IconName, Texts } from '@plumbline/ui';
import type {
  Applies,
  DueDiligenceItem,
  ItemGate,
  ItemStanding,
  Outcome,
  Service,
} from '@plumbline/vendors/schema';

interface ItemWords {
  readonly title: string;
  readonly none: string;
  readonly noneText: string;
  readonly gates: Readonly<Record<ItemGate, string>>;
  readonly standings: Readonly<Record<ItemStanding, string>>;
  readonly askedOf: Readonly<Record<DueDiligenceItem['askedOf'], string>>;
  readonly always: string;
  readonly phi: string;
  readonly forServices: (services: string) => string;
  readonly until: (date: string) => string;
  readonly rejected: (reason: string) => string;
  readonly handIn: string;
  readonly note: string;
  readonly noteHint: string;
  readonly documents: string;
  readonly send: string;
  readonly sent: (title: string) => string;
  readonly waive: string;
  readonly waiver: string;
  readonly waiverHint: string;
  readonly lastDay: string;
  readonly askWaiver: string;
  readonly cancel: string;
  readonly accept: string;
  readonly reject: string;
  readonly open: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly remark: string;
  readonly remarkHint: string;
  readonly decided: Readonly<Record<Outcome, (title: string) => string>>;
  readonly own: string;
  readonly history: (count: number) => string;
  readonly evidence: (by: string, at: string) => string;
  readonly waiverAsked: (by: string, at: string, until: string) => string;
  readonly outcomes: Readonly<Record<Outcome, (by: string, at: string) => string>>;
  readonly template: (number: number) => string;
  readonly newer: (number: number) => string;
  readonly elsewhere: (insurer: string, title: string) => string;
  readonly elsewhereHint: string;
  readonly takeOver: string;
  readonly takeOverReason: string;
  readonly takenOver: (added: number, changed: number, withdrawn: number) => string;
  readonly toTemplate: string;
}

export const itemWords: Texts<ItemWords> = {
  en: {
    title: 'Due diligence',
    none: 'Nothing is asked of it yet',
    noneText: 'A vendor gets its checklist when it enters onboarding.',
    gates: { activation: 'Before it works for you', ending: 'Before it has ended' },
    standings: {
      open: 'Open',
      submitted: 'To be looked at',
      accepted: 'Accepted',
      rejected: 'Not enough',
      waived: 'Waived',
      'waiver-expired': 'Waiver ran out',
    },
    askedOf: { vendor: 'The vendor hands it in', insurer: 'The insurer hands it in' },
    always: 'asked of every vendor',
    phi: 'asked of those that see PHI',
    forServices: (services) => `asked for ${services}`,
    until: (date) => `until ${date}`,
    rejected: (reason) => `What was said of it last: ${reason}`,
    handIn: 'Hand in evidence',
    note: 'What the evidence is, and where it is kept',
    noteHint: 'No data of members here',
    documents: 'Documents',
    send: 'Hand in',
    sent: (title) => `${title}: handed in. Another person looks at it.`,
    waive: 'Do without it',
    waiver: 'Why it can be done without',
    waiverHint: 'Another person decides; after its last day the item is open again',
    lastDay: 'Last day of the waiver',
    askWaiver: 'Ask for the waiver',
    cancel: 'Cancel',
    accept: 'Accept',
    reject: 'Reject',
    open: 'Open again',
    reason: 'Reason',
    reasonHint: 'Needed to reject or to open again; the vendor reads it',
    remark: 'Remark',
    remarkHint: 'Stays with the insurer',
    decided: {
      accepted: (title) => `${title}: accepted.`,
      rejected: (title) => `${title}: rejected.`,
      opened: (title) => `${title} is open again.`,
    },
    own: 'You handed this in: another person decides.',
    history: (count) => (count === 1 ? '1 submission' : `${count} submissions`),
    evidence: (by, at) => `Evidence by ${by}, ${at}`,
    waiverAsked: (by, at, until) => `Waiver until ${until} asked for by ${by}, ${at}`,
    outcomes: {
      accepted: (by, at) => `Accepted by ${by}, ${at}`,
      rejected: (by, at) => `Rejected by ${by}, ${at}`,
      opened: (by, at) => `Opened again by ${by}, ${at}`,
    },
    template: (number) => `By version ${number} of the template.`,
    newer: (number) => `Version ${number} is in force for vendors that begin now.`,
    elsewhere: (insurer, title) => `Take over what you handed in to ${insurer}: ${title}`,
    elsewhereHint:
      'Its documents are copied. Nothing here says where they come from; look whether your note does.',
    takeOver: 'Take the newest version over',
    takeOverReason: 'Why it is asked by the newest version from now on',
    takenOver: (added, changed, withdrawn) =>
      `Taken over: ${added} added, ${changed} open again in other words, ${withdrawn} withdrawn.`,
    toTemplate: 'Template',
  },
  es: {
    title: 'Diligencia debida',
    none: 'Aún no se le pide nada',
    noneText: 'Un proveedor recibe su lista cuando entra en alta.',
    gates: { activation: 'Antes de que trabaje para usted', ending: 'Antes de que termine' },
    standings: {
      open: 'Pendiente',
      submitted: 'Por revisar',
      accepted: 'Aceptado',
      rejected: 'No basta',
      waived: 'Dispensado',
      'waiver-expired': 'Dispensa vencida',
    },
    askedOf: { vendor: 'Lo entrega el proveedor', insurer: 'Lo entrega la aseguradora' },
    always: 'se pide a todo proveedor',
    phi: 'se pide a los que ven datos de salud',
    forServices: (services) => `se pide por ${services}`,
    until: (date) => `hasta el ${date}`,
    rejected: (reason) => `Lo último que se dijo: ${reason}`,
    handIn: 'Entregar evidencia',
    note: 'Qué es la evidencia y dónde se guarda',
    noteHint: 'Sin datos de afiliados',
    documents: 'Documentos',
    send: 'Entregar',
    sent: (title) => `${title}: entregado. Otra persona lo revisa.`,
    waive: 'Prescindir de ello',
    waiver: 'Por qué se puede prescindir',
    waiverHint: 'Decide otra persona; pasado su último día vuelve a estar pendiente',
    lastDay: 'Último día de la dispensa',
    askWaiver: 'Pedir la dispensa',
    cancel: 'Cancelar',
    accept: 'Aceptar',
    reject: 'Rechazar',
    open: 'Volver a pedir',
    reason: 'Motivo',
    reasonHint: 'Necesario para rechazar o volver a pedir; lo lee el proveedor',
    remark: 'Observación',
    remarkHint: 'Se queda en la aseguradora',
    decided: {
      accepted: (title) => `${title}: aceptado.`,
      rejected: (title) => `${title}: rechazado.`,
      opened: (title) => `${title} vuelve a estar pendiente.`,
    },
    own: 'Lo entregó usted: decide otra persona.',
    history: (count) => (count === 1 ? '1 entrega' : `${count} entregas`),
    evidence: (by, at) => `Evidencia de ${by}, ${at}`,
    waiverAsked: (by, at, until) => `Dispensa hasta el ${until} pedida por ${by}, ${at}`,
    outcomes: {
      accepted: (by, at) => `Aceptado por ${by}, ${at}`,
      rejected: (by, at) => `Rechazado por ${by}, ${at}`,
      opened: (by, at) => `Vuelto a pedir por ${by}, ${at}`,
    },
    template: (number) => `Según la versión ${number} de la plantilla.`,
    newer: (number) => `La versión ${number} vale para los proveedores que empiezan ahora.`,
    elsewhere: (insurer, title) => `Tomar lo que entregó a ${insurer}: ${title}`,
    elsewhereHint: 'Sus documentos se copian. Nada aquí dice de dónde vienen; compruebe si su nota lo dice.',
    takeOver: 'Adoptar la versión más nueva',
    takeOverReason: 'Por qué se le pide según la versión más nueva desde ahora',
    takenOver: (added, changed, withdrawn) =>
      `Adoptada: ${added} añadidos, ${changed} pendientes con otras palabras, ${withdrawn} retirados.`,
    toTemplate: 'Plantilla',
  },
};

/** Picture and hue of a standing; no two share a picture. */
export const standingLook: Readonly<Record<ItemStanding, { readonly hue: Hue; readonly icon: IconName }>> = {
  open: { hue: 'warn', icon: 'circle' },
  submitted: { hue: 'note', icon: 'hourglass' },
  accepted: { hue: 'good', icon: 'check' },
  rejected: { hue: 'bad', icon: 'cross' },
  waived: { hue: 'neutral', icon: 'dash' },
  'waiver-expired': { hue: 'bad', icon: 'alert' },
};

/** Of which vendors an item is asked, in words. */
export function appliesText(
  applies: Applies,
  words: Pick<ItemWords, 'always' | 'phi' | 'forServices'>,
  services: Readonly<Record<Service, string>>,
): string {
  if (applies.when === 'always') return words.always;
  if (applies.when === 'phi') return words.phi;
  return words.forServices(applies.services.map((service) => services[service].toLowerCase()).join(', '));
}

/** The item's own words in the reader's language, where it has them. */
export function saidIn<
  Said extends { title: string; titleEs: string | null; guidance: string | null; guidanceEs: string | null },
>(
  language: string,
  { title, titleEs, guidance, guidanceEs }: Said,
): { readonly title: string; readonly guidance: string | null } {
  return language === 'es'
    ? { title: titleEs ?? title, guidance: guidanceEs ?? guidance }
    : { title, guidance };
}
