import type { ClausePolicyRule } from '@plumbline/contracts/schema';

export const clausePolicyWords = {
  en: {
    title: 'Clause policy',
    lead: 'Which clauses you demand of your vendors, the weakest you accept, and which of them keep a contract version from being activated.',
    contracts: 'Contracts',
    rules: 'Demanded clauses',
    clause: 'Clause',
    demanded: 'Demanded',
    demands: {
      always: 'Always',
      where_phi: 'Of vendors that see PHI',
      never: 'Not demanded',
    } satisfies Record<ClausePolicyRule['demanded'], string>,
    severity: 'Without it',
    severities: {
      blocking: 'No activation, unless waived',
      advice: 'A finding only',
    } satisfies Record<ClausePolicyRule['severity'], string>,
    bound: 'The weakest accepted',
    any: 'any',
    noLimit: 'no limit',
    of: (field: string, clause: string) => `${clause}: ${field}`,
    units: {
      right_to_audit: 'days of notice at most',
      incident_notice: 'hours at most',
      continuity_test: 'a year at least',
      termination: 'days of notice at least',
    },
    wrongBound: 'a whole number from 0 to 8760, or nothing',
    changed: (by: string, at: string) => `Last changed by ${by}, ${at}:`,
    shipped: 'As shipped: nobody has changed it yet.',
    look: 'Show the effect',
    effect: 'What would change',
    effectOf: (versions: number, touched: number) =>
      touched === 0
        ? `Nothing: none of ${versions} versions in force, to come or drafted would be judged otherwise.`
        : `${touched} of ${versions} versions in force, to come or drafted would be judged otherwise.`,
    stays: 'Versions in force stay in force; a draft that lacks a blocking clause is not activated.',
    came: 'New finding',
    went: 'No finding any more',
    turnedBlocking: 'Keeps from being activated from then on',
    turnedAdvice: 'A finding only from then on',
    version: (reference: string, number: number, vendor: string) =>
      `${reference}, version ${number} (${vendor})`,
    draft: 'Draft',
    reason: 'Reason',
    reasonHint: 'Kept with the change',
    save: 'Save the policy',
    saved: 'The clause policy was saved.',
    nothing: 'Nothing is changed yet.',
  },
  es: {
    title: 'Política de cláusulas',
    lead: 'Qué cláusulas exige a sus proveedores, lo más débil que acepta y cuáles impiden activar una versión de contrato.',
    contracts: 'Contratos',
    rules: 'Cláusulas exigidas',
    clause: 'Cláusula',
    demanded: 'Exigida',
    demands: { always: 'Siempre', where_phi: 'A quien ve datos de salud', never: 'No se exige' },
    severity: 'Sin ella',
    severities: { blocking: 'No se activa, salvo dispensa', advice: 'Solo un hallazgo' },
    bound: 'Lo más débil que se acepta',
    any: 'cualquiera',
    noLimit: 'sin límite',
    of: (field: string, clause: string) => `${clause}: ${field}`,
    units: {
      right_to_audit: 'días de aviso como máximo',
      incident_notice: 'horas como máximo',
      continuity_test: 'al año como mínimo',
      termination: 'días de aviso como mínimo',
    },
    wrongBound: 'un número entero de 0 a 8760, o nada',
    changed: (by: string, at: string) => `Último cambio de ${by}, ${at}:`,
    shipped: 'Como se entrega: nadie la ha cambiado todavía.',
    look: 'Mostrar el efecto',
    effect: 'Qué cambiaría',
    effectOf: (versions: number, touched: number) =>
      touched === 0
        ? `Nada: ninguna de ${versions} versiones en vigor, próximas o en borrador se juzgaría de otro modo.`
        : `${touched} de ${versions} versiones en vigor, próximas o en borrador se juzgarían de otro modo.`,
    stays:
      'Las versiones en vigor siguen en vigor; un borrador sin una cláusula que impide activar no se activa.',
    came: 'Hallazgo nuevo',
    went: 'Deja de ser un hallazgo',
    turnedBlocking: 'Impide activar a partir de entonces',
    turnedAdvice: 'Solo un hallazgo a partir de entonces',
    version: (reference: string, number: number, vendor: string) =>
      `${reference}, versión ${number} (${vendor})`,
    draft: 'Borrador',
    reason: 'Motivo',
    reasonHint: 'Queda con el cambio',
    save: 'Guardar la política',
    saved: 'Se guardó la política de cláusulas.',
    nothing: 'Todavía no ha cambiado nada.',
  },
};
