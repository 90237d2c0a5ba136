const monthsNamed = 6;

export const contractPageWords = {
  en: {
    contracts: 'Contracts',
    loading: 'Contract',
    vendor: 'Vendor',
    versions: 'Versions',
    edit: 'Change the draft',
    activate: 'Activate',
    activateTitle: (number: number) => `Put version ${number} into force?`,
    activateEffect: ({
      from,
      ends,
      months,
    }: {
      from: string;
      ends: number | null;
      months: readonly string[];
    }) =>
      [
        `These terms hold from ${from} and never change from then on.`,
        ends === null ? '' : `Version ${ends} ends on that day.`,
        months.length === 0
          ? 'No month has measurements yet, nothing is evaluated anew.'
          : months.length <= monthsNamed
            ? `Evaluates ${months.join(', ')} by these terms.`
            : `Evaluates ${months.length} months by these terms, ${months[0]} to ${months.at(-1)}.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    activated: (number: number) => `Version ${number} is active.`,
    blocked: (count: number) =>
      count === 1
        ? 'One finding keeps this draft from being activated.'
        : `${count} findings keep this draft from being activated.`,
    amendTitle: 'Amend',
    amendText: 'Active terms never change: an amendment is a new version from a month on.',
    amendFrom: 'From',
    amend: 'Draft an amendment',
    copy: 'Copy to other vendors',
    compare: 'Compare with the version before',
  },
  es: {
    contracts: 'Contratos',
    loading: 'Contrato',
    vendor: 'Proveedor',
    versions: 'Versiones',
    edit: 'Cambiar el borrador',
    activate: 'Activar',
    activateTitle: (number: number) => `¿Poner en vigor la versión ${number}?`,
    activateEffect: ({
      from,
      ends,
      months,
    }: {
      from: string;
      ends: number | null;
      months: readonly string[];
    }) =>
      [
        `Estos términos rigen desde el ${from} y ya no cambian.`,
        ends === null ? '' : `La versión ${ends} termina ese día.`,
        months.length === 0
          ? 'Ningún mes tiene mediciones aún, no se evalúa nada de nuevo.'
          : months.length <= monthsNamed
            ? `Evalúa ${months.join(', ')} con estos términos.`
            : `Evalúa ${months.length} meses con estos términos, de ${months[0]} a ${months.at(-1)}.`,
      ]
        .filter((sentence) => sentence !== '')
        .join(' '),
    activated: (number: number) => `La versión ${number} está activa.`,
    blocked: (count: number) =>
      count === 1
        ? 'Un hallazgo impide activar este borrador.'
        : `${count} hallazgos impiden activar este borrador.`,
    amendTitle: 'Modificar',
    amendText: 'Los términos activos nunca cambian: una modificación es una versión nueva desde un mes.',
    amendFrom: 'Desde',
    amend: 'Redactar una modificación',
    copy: 'Copiar a otros proveedores',
    compare: 'Comparar con la versión anterior',
  },
};
