import type { Texts } from '@plumbline/ui';
import type { StepState, VendorState } from '@plumbline/vendors/schema';

interface LifeWords {
  readonly life: string;
  readonly until: (date: string) => string;
  readonly nothingMore: string;
  readonly waits: (step: string) => string;
  readonly asked: (by: string, at: string) => string;
  readonly askedFor: string;
  readonly endDateOf: (date: string) => string;
  readonly ownRequest: string;
  readonly mayNotApprove: string;
  readonly approve: string;
  readonly decline: string;
  readonly withdraw: string;
  readonly reasonOfDecision: string;
  readonly reasonHint: string;
  readonly approved: (name: string, state: string) => string;
  readonly declined: string;
  readonly withdrawn: string;
  readonly gate: string;
  readonly open: (open: number, all: number) => string;
  readonly whole: string;
  readonly asksNothing: string;
  readonly atOnce: string;
  readonly anotherPerson: string;
  readonly steps: Readonly<Record<VendorState, string>>;
  readonly effects: Readonly<Record<VendorState, string>>;
  readonly reason: string;
  readonly endDate: string;
  readonly endDateHint: string;
  readonly ask: string;
  readonly cancel: string;
  readonly requested: (step: string) => string;
  readonly done: (name: string, state: string) => string;
  readonly enteredActive: (by: string, at: string) => string;
  readonly notLookedAt: string;
  readonly history: string;
  readonly noHistory: string;
  readonly fromTo: (from: string, to: string) => string;
  readonly states: Readonly<Record<StepState, string>>;
  readonly decidedBy: (by: string, at: string) => string;
  readonly met: string;
  readonly notMet: string;
}

export const lifeWords: Texts<LifeWords> = {
  en: {
    life: 'Where it stands',
    until: (date) => `Works for you until ${date}.`,
    nothingMore: 'Its life with you has ended; nothing it reported is removed.',
    waits: (step) => `“${step}” waits for another person`,
    asked: (by, at) => `Asked for by ${by}, ${at}`,
    askedFor: 'Reason',
    endDateOf: (date) => `Last day: ${date}`,
    ownRequest: 'You asked for this: another person approves it.',
    mayNotApprove: 'An administrator or vendor manager who did not ask for it approves it.',
    approve: 'Approve',
    decline: 'Decline',
    withdraw: 'Withdraw',
    reasonOfDecision: 'Reason',
    reasonHint: 'Needed to decline; kept in the history',
    approved: (name, state) => `${name} is now: ${state}.`,
    declined: 'The step was declined.',
    withdrawn: 'The step was withdrawn.',
    gate: 'What the step asks',
    open: (open, all) => `${open} of ${all} still open`,
    whole: 'Everything is there',
    asksNothing: 'Asks for a reason only.',
    atOnce: 'Takes effect at once, without a second person.',
    anotherPerson: 'Another person approves it.',
    steps: {
      prospect: 'Back to prospect',
      onboarding: 'Start onboarding',
      active: 'Make active',
      suspended: 'Suspend',
      offboarding: 'Start offboarding',
      ended: 'End',
    },
    effects: {
      prospect: 'The vendor is a prospect again.',
      onboarding: 'The vendor is being taken on, and gets its due-diligence checklist.',
      active: 'The vendor works for you. Its months are evaluated by the contract in force.',
      suspended: 'The vendor is marked as suspended. Figures it reports are still evaluated.',
      offboarding: 'The vendor is on its way out. Figures it reports are still evaluated.',
      ended:
        'Its life with you ends for good and its people lose their access; nothing it reported is removed.',
    },
    reason: 'Reason',
    endDate: 'Last day of work',
    endDateHint: 'The last day on which the vendor works for you',
    ask: 'Ask for it',
    cancel: 'Cancel',
    requested: (step) => `“${step}” now waits for another person.`,
    done: (name, state) => `${name} is now: ${state}.`,
    enteredActive: (by, at) => `Entered as active by ${by}, ${at}`,
    notLookedAt: 'Not looked at then:',
    history: 'Steps so far',
    noHistory: 'No step was asked for yet.',
    fromTo: (from, to) => `${from} → ${to}`,
    states: {
      pending: 'waits for approval',
      done: 'taken at once',
      approved: 'approved',
      declined: 'declined',
      withdrawn: 'withdrawn',
      lapsed: 'overtaken by another step',
      entered: 'entered so, past the gates',
    },
    decidedBy: (by, at) => `${by}, ${at}`,
    met: 'Met',
    notMet: 'Open',
  },
  es: {
    life: 'En qué punto está',
    until: (date) => `Trabaja para usted hasta el ${date}.`,
    nothingMore: 'La relación ha terminado; nada de lo informado se elimina.',
    waits: (step) => `«${step}» espera a otra persona`,
    asked: (by, at) => `Lo pidió ${by}, ${at}`,
    askedFor: 'Motivo',
    endDateOf: (date) => `Último día: ${date}`,
    ownRequest: 'Lo pidió usted: lo aprueba otra persona.',
    mayNotApprove: 'Lo aprueba un administrador o gestor de proveedores que no lo pidió.',
    approve: 'Aprobar',
    decline: 'Rechazar',
    withdraw: 'Retirar',
    reasonOfDecision: 'Motivo',
    reasonHint: 'Necesario para rechazar; queda en el historial',
    approved: (name, state) => `${name} está ahora: ${state}.`,
    declined: 'El paso se ha rechazado.',
    withdrawn: 'El paso se ha retirado.',
    gate: 'Qué pide el paso',
    open: (open, all) => `${open} de ${all} aún pendientes`,
    whole: 'Todo está',
    asksNothing: 'Solo pide un motivo.',
    atOnce: 'Tiene efecto en el acto, sin una segunda persona.',
    anotherPerson: 'Lo aprueba otra persona.',
    steps: {
      prospect: 'Volver a candidato',
      onboarding: 'Iniciar el alta',
      active: 'Activar',
      suspended: 'Suspender',
      offboarding: 'Iniciar la baja',
      ended: 'Terminar',
    },
    effects: {
      prospect: 'El proveedor vuelve a ser candidato.',
      onboarding: 'Se da de alta al proveedor, que recibe su lista de diligencia debida.',
      active: 'El proveedor trabaja para usted. Sus meses se evalúan con el contrato en vigor.',
      suspended: 'El proveedor queda suspendido. Las cifras que informe se siguen evaluando.',
      offboarding: 'El proveedor está saliendo. Las cifras que informe se siguen evaluando.',
      ended: 'La relación termina para siempre y su gente pierde el acceso; nada de lo informado se elimina.',
    },
    reason: 'Motivo',
    endDate: 'Último día de trabajo',
    endDateHint: 'El último día en que el proveedor trabaja para usted',
    ask: 'Pedirlo',
    cancel: 'Cancelar',
    requested: (step) => `«${step}» espera ahora a otra persona.`,
    done: (name, state) => `${name} está ahora: ${state}.`,
    enteredActive: (by, at) => `Registrado como activo por ${by}, ${at}`,
    notLookedAt: 'Lo que no se miró entonces:',
    history: 'Pasos hasta ahora',
    noHistory: 'Aún no se pidió ningún paso.',
    fromTo: (from, to) => `${from} → ${to}`,
    states: {
      pending: 'espera aprobación',
      done: 'dado en el acto',
      approved: 'aprobado',
      declined: 'rechazado',
      withdrawn: 'retirado',
      lapsed: 'superado por otro paso',
      entered: 'registrado así, sin pasar controles',
    },
    decidedBy: (by, at) => `${by}, ${at}`,
    met: 'Cumplido',
    notMet: 'Pendiente',
  },
};
