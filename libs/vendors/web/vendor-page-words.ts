import type { Texts } from '@plumbline/ui';
import type { VendorState } from '@plumbline/vendors/schema';

interface VendorPageWords {
  readonly vendors: string;
  readonly loading: string;
  readonly change: string;
  readonly facts: string;
  readonly code: string;
  readonly aliases: string;
  readonly services: string;
  readonly noServices: string;
  readonly criticality: string;
  readonly phi: string;
  readonly yes: string;
  readonly no: string;
  readonly zone: string;
  readonly others: string;
  readonly since: string;
  readonly contracts: string;
  readonly noContract: string;
  readonly noContractText: string;
  readonly addContract: string;
  readonly from: string;
  readonly draft: string;
  readonly slas: (count: number) => string;
  readonly scorecards: string;
  readonly noScorecard: string;
  readonly noScorecardText: string;
  readonly score: string;
  readonly withheld: string;
  readonly revision: (revision: number) => string;
  readonly published: string;
  readonly more: string;
  readonly openBreaches: string;
  readonly results: string;
  readonly kpiFiles: string;
  readonly next: string;
  readonly moves: Readonly<Record<VendorState, string>>;
  readonly moveTitle: (name: string, state: string) => string;
  readonly moveEffects: Readonly<Record<VendorState, string>>;
  readonly moved: (name: string, state: string) => string;
}

export const vendorPageWords: Texts<VendorPageWords> = {
  en: {
    vendors: 'Vendors',
    loading: 'Vendor',
    change: 'Change',
    facts: 'What it is',
    code: 'Code',
    aliases: 'Also called',
    services: 'Services',
    noServices: 'None named',
    criticality: 'Criticality',
    phi: 'Sees PHI',
    yes: 'Yes',
    no: 'No',
    zone: 'Time zone',
    others: 'Reports for others',
    since: 'Entered',
    contracts: 'Contracts',
    noContract: 'No contract yet',
    noContractText: 'A contract says which figures are due and what they are held against.',
    addContract: 'Add a contract',
    from: 'from',
    draft: 'Draft',
    slas: (count) => (count === 1 ? '1 SLA' : `${count} SLAs`),
    scorecards: 'Latest scorecards',
    noScorecard: 'No scorecard yet',
    noScorecardText: 'The first is built once every result of a month is final.',
    score: 'Score',
    withheld: 'withheld',
    revision: (revision) => `revision ${revision}`,
    published: 'Published',
    more: 'All scorecards',
    openBreaches: 'Open breaches',
    results: 'Results',
    kpiFiles: 'KPI files',
    next: 'Next step',
    moves: {
      prospect: 'Back to prospect',
      onboarding: 'Start onboarding',
      active: 'Make active',
      suspended: 'Suspend',
      offboarding: 'Start offboarding',
      ended: 'End',
    },
    moveTitle: (name, state) => `${name}: ${state}?`,
    moveEffects: {
      prospect: 'The vendor is a prospect again.',
      onboarding: 'The vendor is being taken on. Its contract and its first KPI file can be prepared.',
      active: 'The vendor works for you. Its months are evaluated by the contract in force.',
      suspended: 'The vendor is marked as suspended. Figures it reports are still evaluated.',
      offboarding: 'The vendor is on its way out. Figures it reports are still evaluated.',
      ended: 'The vendor’s life with you ends for good; nothing it reported is removed.',
    },
    moved: (name, state) => `${name} is now: ${state}.`,
  },
  es: {
    vendors: 'Proveedores',
    loading: 'Proveedor',
    change: 'Cambiar',
    facts: 'Qué es',
    code: 'Código',
    aliases: 'También llamado',
    services: 'Servicios',
    noServices: 'Ninguno indicado',
    criticality: 'Criticidad',
    phi: 'Ve datos de salud',
    yes: 'Sí',
    no: 'No',
    zone: 'Zona horaria',
    others: 'Informa por otros',
    since: 'Introducido',
    contracts: 'Contratos',
    noContract: 'Aún no hay contrato',
    noContractText: 'Un contrato dice qué cifras se deben y con qué se comparan.',
    addContract: 'Añadir un contrato',
    from: 'desde',
    draft: 'Borrador',
    slas: (count) => (count === 1 ? '1 SLA' : `${count} SLA`),
    scorecards: 'Últimos cuadros de mando',
    noScorecard: 'Aún no hay cuadro de mando',
    noScorecardText: 'El primero se hace cuando todos los resultados de un mes son definitivos.',
    score: 'Puntuación',
    withheld: 'retenida',
    revision: (revision) => `revisión ${revision}`,
    published: 'Publicado',
    more: 'Todos los cuadros de mando',
    openBreaches: 'Incumplimientos abiertos',
    results: 'Resultados',
    kpiFiles: 'Archivos KPI',
    next: 'Siguiente paso',
    moves: {
      prospect: 'Volver a candidato',
      onboarding: 'Iniciar el alta',
      active: 'Activar',
      suspended: 'Suspender',
      offboarding: 'Iniciar la baja',
      ended: 'Terminar',
    },
    moveTitle: (name, state) => `${name}: ¿${state}?`,
    moveEffects: {
      prospect: 'El proveedor vuelve a ser candidato.',
      onboarding: 'Se da de alta al proveedor. Pueden prepararse su contrato y su primer archivo KPI.',
      active: 'El proveedor trabaja para usted. Sus meses se evalúan con el contrato en vigor.',
      suspended: 'El proveedor queda suspendido. Las cifras que informe se siguen evaluando.',
      offboarding: 'El proveedor está saliendo. Las cifras que informe se siguen evaluando.',
      ended: 'La relación termina para siempre; nada de lo informado se elimina.',
    },
    moved: (name, state) => `${name} está ahora: ${state}.`,
  },
};
