import { languageOf, type ProblemWords } from '@plumbline/ui';

/** What calls about credits are refused for; English is the server's own. */
const spanish: Readonly<Record<string, string>> = {
  'approval-by-person': 'Solo aprueba una persona, con su propia sesión.',
  'dispute-decided': 'Esta disputa ya está decidida.',
  'dispute-open': 'Hay líneas en disputa sin decidir.',
  'earlier-open': 'Antes va la liquidación del mes anterior: lo que dice entra en esta.',
  'line-disputed': 'Esta línea ya está en disputa, sin decidir todavía.',
  'line-undecided': 'El esquema tiene que decir lo que cuesta una línea.',
  'month-open': 'Los resultados de este mes se han reabierto.',
  'not-approved': 'Dos personas aprueban una liquidación antes de pagarla.',
  'not-shared': 'Comparta primero la liquidación con el proveedor.',
  'own-request': 'Nadie aprueba dos veces: pida a otra persona que la mire.',
  'scheme-changed': 'Alguien introdujo otra revisión de este esquema mientras tanto.',
  'statement-approved': 'Esta liquidación ya está aprobada y no cambia nunca.',
  'statement-moved': 'Los resultados cambiaron desde que se hizo: se está actualizando, vuelva a mirarla.',
  'statement-withdrawn': 'Ningún esquema pone ya precio a este mes: la liquidación está retirada.',
  'statement-shared': 'El proveedor ya ve esta liquidación.',
  'vendor-only': 'La liquidación la disputa el proveedor, no la aseguradora.',
  'version-not-active':
    'El dinero se acuerda para condiciones en vigor: active primero la versión del contrato.',
};

export const creditProblemWords: ProblemWords = ({ code }, locale) =>
  languageOf(locale) === 'es' ? (spanish[code] ?? null) : null;
