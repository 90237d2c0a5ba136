import { type InEveryLanguage, type KpiFile, type KpiFileState } from '@plumbline/measurements/schema';
import { formatNumber } from '@plumbline/ui';
import { refusalSaid } from '../findings-said';
import { type EffectWords, effectWords, monthsSentence } from './effect-sentence';

/** Who reads, as far as it changes what there is to do. */
export interface FileReader {
  readonly maySend: boolean;
  readonly mayResolve: boolean;
  readonly tenantName: string;
}

export interface Explained {
  /** What is so, in one sentence. */
  readonly what: string;
  /** What to do about it, or who has to; null where there is nothing to do. */
  readonly next: string | null;
}

interface Facts {
  readonly vendor: string;
  readonly tenant: string;
  readonly months: string;
  readonly loaded: string;
  readonly codes: string;
  readonly refusal: string;
}

interface Sentence {
  readonly what: (facts: Facts) => string;
  readonly mine: ((facts: Facts) => string) | null;
  readonly theirs: ((facts: Facts) => string) | null;
}

export interface ExplainedWords {
  readonly states: Readonly<Record<KpiFileState, Sentence>>;
  readonly rows: (rows: string, one: boolean) => string;
  readonly codes: (codes: string, one: boolean) => string;
  readonly months: Pick<EffectWords, 'range' | 'and'>;
}

const asMine = (mine: string, theirs: (facts: Facts) => string) => ({ mine: () => mine, theirs });
const nothingToDo = { mine: null, theirs: null };
const leave = { mine: () => 'You may leave this page: the work goes on.', theirs: null };
const leaveEs = { mine: () => 'Puede salir de esta página: el trabajo continúa.', theirs: null };

export const explainedWords: InEveryLanguage<ExplainedWords> = {
  en: {
    rows: (rows, one) => `${rows} ${one ? 'row is' : 'rows are'}`,
    codes: (codes, one) => `${codes} vendor ${one ? 'code' : 'codes'}`,
    months: effectWords.en,
    states: {
      received: {
        what: () => 'The file has arrived. Nothing of it is loaded.',
        ...asMine(
          'Say what its columns mean.',
          ({ vendor }) => `Whoever reports for ${vendor} has to say what its columns mean.`,
        ),
      },
      checking: {
        what: () => 'Every row is read and compared with what is known. Nothing is loaded yet.',
        ...leave,
      },
      checked: {
        what: () => 'The whole file was read. Nothing of it is loaded yet.',
        ...asMine(
          'Look at what was found, then confirm.',
          ({ vendor }) => `Whoever reports for ${vendor} has to confirm it.`,
        ),
      },
      waiting_for_vendors: {
        what: ({ codes, tenant }) =>
          `The file names ${codes} that ${tenant} does not know. Nothing is loaded yet.`,
        ...asMine(
          'Say who is meant by them; the check then goes on by itself.',
          ({ tenant }) =>
            `A vendor manager of ${tenant} has to say who is meant; the check then goes on by itself.`,
        ),
      },
      queued: { what: () => 'Confirmed. The file waits for its turn to be loaded.', ...leave },
      ingesting: {
        what: () => 'The file is being loaded: all of it, or nothing.',
        ...leave,
      },
      evaluating: {
        what: ({ months }) => `The rows are loaded. Results for ${months} are being computed.`,
        ...leave,
      },
      done: {
        what: ({ loaded, months }) => `${loaded} loaded for ${months}, and the results are computed.`,
        ...nothingToDo,
      },
      unchanged: {
        what: () =>
          'Every row of this file was known already: nothing has changed, no result was computed anew.',
        ...asMine(
          'If you meant to correct something, look whether the right file was sent.',
          () => 'Nothing has to be done.',
        ),
      },
      refused: {
        what: ({ refusal }) => `Nothing of this file was loaded. ${refusal}`,
        ...asMine(
          'Put it right in the file and send it again, or change what the columns mean.',
          ({ vendor }) => `Whoever reports for ${vendor} has to send it again.`,
        ),
      },
      withdrawn: {
        what: () => 'Taken back before anything was loaded. It stays on record.',
        ...nothingToDo,
      },
    },
  },
  es: {
    rows: (rows, one) => `${rows} ${one ? 'fila' : 'filas'}`,
    codes: (codes, one) => `${codes} ${one ? 'código de proveedor' : 'códigos de proveedor'}`,
    months: effectWords.es,
    states: {
      received: {
        what: () => 'El archivo ha llegado. No se ha cargado nada de él.',
        ...asMine(
          'Diga qué significan sus columnas.',
          ({ vendor }) => `Quien informa por ${vendor} tiene que decir qué significan sus columnas.`,
        ),
      },
      checking: {
        what: () => 'Se lee cada fila y se compara con lo conocido. Todavía no se carga nada.',
        ...leaveEs,
      },
      checked: {
        what: () => 'Se leyó todo el archivo. Todavía no se ha cargado nada de él.',
        ...asMine(
          'Mire lo que se encontró y después confirme.',
          ({ vendor }) => `Quien informa por ${vendor} tiene que confirmarlo.`,
        ),
      },
      waiting_for_vendors: {
        what: ({ codes, tenant }) =>
          `El archivo nombra ${codes} que ${tenant} no conoce. Todavía no se carga nada.`,
        ...asMine(
          'Diga a quién se refieren; la comprobación continúa después por sí sola.',
          ({ tenant }) =>
            `Una persona de ${tenant} que gestione proveedores tiene que decir a quién se refieren; la comprobación continúa después por sí sola.`,
        ),
      },
      queued: { what: () => 'Confirmado. El archivo espera su turno para cargarse.', ...leaveEs },
      ingesting: { what: () => 'El archivo se está cargando: entero, o nada.', ...leaveEs },
      evaluating: {
        what: ({ months }) => `Las filas están cargadas. Se calculan los resultados de ${months}.`,
        ...leaveEs,
      },
      done: {
        what: ({ loaded, months }) => `Cargado: ${loaded} de ${months}, y los resultados están calculados.`,
        ...nothingToDo,
      },
      unchanged: {
        what: () =>
          'Todas las filas de este archivo ya se conocían: no ha cambiado nada, ningún resultado se calculó de nuevo.',
        ...asMine(
          'Si quería corregir algo, mire si se envió el archivo correcto.',
          () => 'No hay que hacer nada.',
        ),
      },
      refused: {
        what: ({ refusal }) => `No se cargó nada de este archivo. ${refusal}`,
        ...asMine(
          'Corríjalo en el archivo y envíelo de nuevo, o cambie qué significan las columnas.',
          ({ vendor }) => `Quien informa por ${vendor} tiene que enviarlo de nuevo.`,
        ),
      },
      withdrawn: {
        what: () => 'Se retiró antes de cargar nada. Queda registrado.',
        ...nothingToDo,
      },
    },
  },
};

/** The state of a file in words: what is so, and what the reader has to do or wait for. */
export function explain(file: KpiFile, reader: FileReader, words: ExplainedWords, locale: string): Explained {
  const counted = (count: number, of: (count: string, one: boolean) => string) =>
    of(formatNumber(count, locale), count === 1);
  const facts: Facts = {
    vendor: file.vendor.name,
    tenant: reader.tenantName,
    months: monthsSentence(file.effect?.months ?? [], words.months, locale),
    loaded: counted((file.rows.new ?? 0) + (file.rows.restated ?? 0), words.rows),
    codes: counted(file.unknownVendors.length, words.codes),
    refusal: file.refusal ? refusalSaid(file.refusal, locale) : '',
  };
  const sentence = words.states[file.state];
  const mine = file.state === 'waiting_for_vendors' ? reader.mayResolve : reader.maySend;
  const next = mine ? sentence.mine : sentence.theirs;
  return { what: sentence.what(facts).trim(), next: next?.(facts) ?? null };
}
