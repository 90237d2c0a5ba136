import type { Language } from '@plumbline/api/schema';

/**
 * What a call about a KPI file is refused for, beside what is wrong with the file itself, in the languages that the server
 * does not speak; the server's own sentence is the English one.
 */
const es = {
  'bad-request':
    'La conexión se cortó antes de que llegara todo: continúe desde donde se quedó, o envíelo de nuevo.',
  'checksum-differs':
    'Lo que llegó no es lo que se envió: cambió por el camino o mientras se enviaba. No se conservó nada; envíelo de nuevo.',
  'foreign-origin': 'Esto solo se puede pedir desde las páginas de Plumbline.',
  'kpi-file-state':
    'El estado del archivo no permite hacer esto. Vuelva a cargar la página para ver cómo está.',
  'media-type': 'El archivo se envió de una forma que no se admite.',
  'nothing-to-load': 'Ninguna fila de este archivo es nueva ni distinta.',
  'too-large': 'El archivo es más grande de lo que se puede recibir: 2 GB como máximo.',
  'too-many-pieces': 'El archivo llegó en demasiadas partes: envíelo en partes más grandes.',
  'too-many-uploads':
    'Se está enviando demasiado sin terminar: continúe un envío o elimínelo, y empiece este después.',
  'tus-version': 'El envío por partes habla otra versión del protocolo. Vuelva a cargar la página.',
  'upload-incomplete': 'Todavía no han llegado todos los bytes del archivo.',
  'warnings-open':
    'Hay cosas dudosas sin aceptar. Confirme que son correctas, o corrija el archivo y envíelo de nuevo.',
  'wrong-offset': 'El envío está ahora en otro punto: continúa desde ahí.',
  'wrong-rows': 'Corrija las filas incorrectas y envíe el archivo de nuevo, o elija dejarlas fuera.',
} as const;

export type CallProblemCode = keyof typeof es;

export const callProblemTexts: Readonly<
  Record<Exclude<Language, 'en'>, Readonly<Record<CallProblemCode, string>>>
> = { es };
