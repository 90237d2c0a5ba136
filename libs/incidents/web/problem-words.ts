import { languageOf, type ProblemWords } from '@plumbline/ui';

/** What calls about incidents are refused for; English is the server's own. */
const spanish: Readonly<Record<string, string>> = {
  'already-acknowledged': 'Alguien ya confirmó este incidente.',
  'already-notified': 'Ya se dio aviso de este incidente: añada un complemento.',
  'exercise-ended': 'Este ejercicio ya terminó.',
  'import-columns-missing': 'En la lista falta alguna de las columnas que se han indicado.',
  'import-rows-wrong': 'Hay filas erróneas: no se introdujo nada. Corríjalas o déjelas fuera.',
  'import-too-long': 'La lista tiene demasiadas filas: envíela por partes.',
  'incident-closed': 'Este incidente está cerrado: informe de otro y vincúlelo.',
  'insurer-only': 'Esto lo registra la aseguradora.',
  'not-acknowledged': 'Confirme el incidente antes de cerrarlo.',
  'own-request': 'Nadie decide lo que ha entregado: pida a otra persona que lo mire.',
  'policy-code-taken': 'Ya hay una regla con este código.',
  'report-approved': 'El informe de este incidente ya está aprobado.',
  'report-not-asked': 'No se espera ningún informe de este incidente.',
  'report-not-submitted': 'Ningún informe de este incidente espera una decisión.',
  'report-open': 'El informe que se pidió aún no está aprobado.',
  'scenario-code-taken': 'Ya hay un escenario con este código.',
  'too-many-views': 'Hay 50 vistas guardadas: borre antes alguna.',
  'vendor-only': 'El aviso lo da el proveedor; registre cuándo le llegó.',
};

export const incidentProblemWords: ProblemWords = ({ code }, locale) =>
  languageOf(locale) === 'es' ? (spanish[code] ?? null) : null;
