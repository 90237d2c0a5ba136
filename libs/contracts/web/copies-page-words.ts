export const copiesPageWords = {
  en: {
    contracts: 'Contracts',
    title: 'Copy to other vendors',
    lead: 'Each vendor gets a contract of its own with the terms of this one. New vendors are entered with the services, criticality, PHI access and time zone of this contract’s vendor.',
    paste: 'Vendors',
    pasteHint: 'One a line: code, then name after a comma',
    caption: 'What becomes of each',
    code: 'Code',
    name: 'Name',
    meant: 'Who is meant',
    enter: 'Enter as a new vendor',
    meantBy: (code: string) => `Who is meant by ${code}`,
    effect: (entered: number, matched: number, reference: string) =>
      [
        entered === 0 ? '' : entered === 1 ? 'Enters 1 vendor.' : `Enters ${entered} vendors.`,
        matched === 0
          ? ''
          : matched === 1
            ? 'Takes 1 vendor that is there already.'
            : `Takes ${matched} vendors that are there already.`,
        `Puts the terms of ${reference} into force for each that has no contract for that time.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    copy: (count: number) => (count === 1 ? 'Copy to 1 vendor' : `Copy to ${count} vendors`),
    done: (created: number, contracts: number) =>
      `${created} vendors were entered and ${contracts} contracts put into force.`,
  },
  es: {
    contracts: 'Contratos',
    title: 'Copiar a otros proveedores',
    lead: 'Cada proveedor recibe un contrato propio con los términos de este. Los nuevos se introducen con los servicios, la criticidad, el acceso a datos de salud y la zona horaria del proveedor de este contrato.',
    paste: 'Proveedores',
    pasteHint: 'Uno por línea: código, y nombre tras una coma',
    caption: 'Qué se hace con cada uno',
    code: 'Código',
    name: 'Nombre',
    meant: 'A quién se refiere',
    enter: 'Introducir como proveedor nuevo',
    meantBy: (code: string) => `A quién se refiere ${code}`,
    effect: (entered: number, matched: number, reference: string) =>
      [
        entered === 0 ? '' : entered === 1 ? 'Introduce 1 proveedor.' : `Introduce ${entered} proveedores.`,
        matched === 0 ? '' : matched === 1 ? 'Toma 1 que ya existe.' : `Toma ${matched} que ya existen.`,
        `Pone en vigor los términos de ${reference} para cada uno que no tenga contrato en ese tiempo.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    copy: (count: number) => (count === 1 ? 'Copiar a 1 proveedor' : `Copiar a ${count} proveedores`),
    done: (created: number, contracts: number) =>
      `Se introdujeron ${created} proveedores y entraron en vigor ${contracts} contratos.`,
  },
};
