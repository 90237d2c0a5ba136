import type { BreachComment } from '@plumbline/slas/schema';
import type { Texts } from '@plumbline/ui';

interface BreachPageWords {
  readonly loading: string;
  readonly breaches: string;
  readonly explain: string;
  readonly vendor: string;
  readonly contract: string;
  readonly version: (number: number) => string;
  readonly segment: string;
  readonly whole: string;
  readonly agreed: string;
  readonly now: string;
  readonly result: string;
  readonly waived: string;
  readonly approvedBy: (by: string) => string;
  readonly due: string;
  readonly received: string;
  readonly deadline: string;
  readonly met: string;
  readonly incident: string;
  readonly notYet: string;
  readonly course: string;
  readonly openedBy: string;
  readonly closedBy: string;
  readonly comments: string;
  readonly sides: Readonly<Record<BreachComment['side'], string>>;
  readonly noComment: string;
  readonly say: string;
  readonly sayHint: string;
  readonly add: string;
  readonly added: string;
}

export const breachPageWords: Texts<BreachPageWords> = {
  en: {
    loading: 'Breach',
    breaches: 'Breaches',
    explain: 'Explain the figure',
    vendor: 'Vendor',
    contract: 'Contract',
    version: (number) => `version ${number}`,
    segment: 'Part of the service',
    whole: 'All of it',
    agreed: 'Agreed',
    now: 'Figure now',
    waived: 'Waived',
    approvedBy: (by) => `approved by ${by}`,
    result: 'The result',
    due: 'Report due',
    received: 'Report received',
    deadline: 'Deadline',
    met: 'Met',
    incident: 'Incident',
    notYet: 'Not yet',
    course: 'What happened',
    openedBy: 'The result that opened it',
    closedBy: 'The result that closed it',
    comments: 'What both sides say',
    sides: { insurer: 'insurer', vendor: 'vendor' },
    noComment: 'Nobody has said anything yet.',
    say: 'Your comment',
    sayHint: 'The insurer and the vendor both read it; it stays as it is.',
    add: 'Add the comment',
    added: 'Your comment was added.',
  },
  es: {
    loading: 'Incumplimiento',
    breaches: 'Incumplimientos',
    explain: 'Explicar la cifra',
    vendor: 'Proveedor',
    contract: 'Contrato',
    version: (number) => `versión ${number}`,
    segment: 'Parte del servicio',
    whole: 'Todo',
    agreed: 'Acordado',
    now: 'Cifra actual',
    waived: 'Dispensado',
    approvedBy: (by) => `aprobado por ${by}`,
    result: 'El resultado',
    due: 'Vencimiento del informe',
    received: 'Informe recibido',
    deadline: 'Vencimiento',
    met: 'Cumplido',
    incident: 'Incidente',
    notYet: 'Todavía no',
    course: 'Qué ocurrió',
    openedBy: 'El resultado que lo abrió',
    closedBy: 'El resultado que lo cerró',
    comments: 'Qué dicen ambas partes',
    sides: { insurer: 'aseguradora', vendor: 'proveedor' },
    noComment: 'Nadie ha dicho nada todavía.',
    say: 'Su comentario',
    sayHint: 'Lo leen la aseguradora y el proveedor; queda como está.',
    add: 'Añadir el comentario',
    added: 'Su comentario se ha añadido.',
  },
};
