import { inject, InjectionToken } from '@angular/core';
import { sayProblem } from '../forms/say-problem';
import { languageOf } from '../i18n/language';
import { Reader } from '../i18n/reader';
import { type ApiProblem } from './api-problem';

/** A problem in the reader's words. */
export interface SaidProblem {
  readonly title: string;
  readonly detail: string;
}

/** A thing's words for what its own calls are refused for; null: it has none for this problem. */
export type ProblemWords = (problem: ApiProblem, locale: string) => string | null;

/** Provided by a thing's routes. The server says every problem in English, with a code to say it by in other languages. */
export const PROBLEM_WORDS = new InjectionToken<ProblemWords>(
  'words for the problems of a thing’s own calls',
);

/** Says problems to the reader: in the thing's words, in those for what any call may meet, else in the server's. */
export function problemWords(): (problem: ApiProblem) => SaidProblem {
  const reader = inject(Reader);
  const own = inject(PROBLEM_WORDS, { optional: true });
  const say = sayProblem();
  return (problem) => {
    const locale = reader.locale();
    const said = own?.(problem, locale) ?? null;
    if (languageOf(locale) === 'en') return { title: problem.title, detail: said ?? problem.detail };
    return { title: titleOf(problem), detail: said ?? anyCall[problem.code] ?? ofFields(problem, say) };
  };
}

/** A request that is not valid is said by its fields; a sentence of its own as fields are told it. */
function ofFields({ code, detail, fields }: ApiProblem, say: (sentence: string) => string): string {
  if (code !== 'invalid') return say(detail);
  return fields.length > 1 ? `Hay ${fields.length} datos por corregir.` : say(fields[0]?.detail ?? detail);
}

/** What any call may meet, by code. */
const anyCall: Readonly<Record<string, string>> = {
  'csrf-token': 'La página es de otra sesión. Vuelva a cargarla e inténtelo de nuevo.',
  'database-away': 'No se cambió nada. Inténtelo de nuevo en un momento.',
  failed: 'El servidor no pudo responder. Inténtelo de nuevo en un momento.',
  'foreign-origin': 'Esto se pidió desde otro sitio que Plumbline.',
  'idempotency-key-reused': 'Esto ya se envió con otro contenido. Vuelva a cargar la página.',
  'if-match-required': 'Falta decir sobre qué versión se hace el cambio. Vuelva a cargar la página.',
  'in-progress': 'El mismo envío sigue en curso. Espere un momento.',
  internal: 'El fallo se anotó con la referencia de abajo. Lo que envió antes se conserva.',
  'invalid-cursor': 'La lista cambió mientras tanto. Vuelva a cargarla.',
  'mfa-required': 'Falta el segundo factor. Inicie sesión por completo.',
  'not-found': 'No existe aquí, o no para usted.',
  'not-ready': 'El servidor está arrancando. Inténtelo de nuevo en un momento.',
  offline: 'El servidor no respondió. No se cambió nada; compruebe la conexión e inténtelo de nuevo.',
  'outcome-unknown': 'Se hizo, pero la respuesta se perdió. Vuelva a cargar la página para verlo.',
  'permission-missing': 'Su función no permite hacer esto.',
  'signed-out': 'La sesión terminó. Inicie sesión de nuevo.',
  stale: 'Alguien lo cambió mientras tanto. Vuelva a cargar la página, mire qué cambió e inténtelo de nuevo.',
  'unexpected-answer': 'El servidor respondió algo que esta página no entiende. Vuelva a cargar la página.',
};

function titleOf({ code, status }: ApiProblem): string {
  if (code === 'offline') return 'Sin conexión';
  if (code === 'database-away') return 'La base de datos no responde';
  switch (status) {
    case 0:
      return 'Esto no funcionó';
    case 400:
      return 'La petición no es válida';
    case 401:
      return 'Inicie sesión primero';
    case 403:
      return 'No permitido';
    case 404:
      return 'No encontrado';
    case 409:
    case 412:
    case 428:
      return 'En conflicto con lo que hay';
    default:
      return status < 500 ? 'Una regla lo impide' : 'Algo falló por nuestra parte';
  }
}
