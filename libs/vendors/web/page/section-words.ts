import type { Texts } from '@plumbline/ui';

interface SectionWords {
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
}

/** The words of the sections that show what hangs on a vendor. */
export const sectionWords: Texts<SectionWords> = {
  en: {
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
  },
  es: {
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
  },
};
