import { type KpiFile, type KpiFileState } from '@plumbline/measurements/schema';
import { formatNumber } from '@plumbline/ui';
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

export const explainedWords: { readonly en: ExplainedWords } = {
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
    refusal: file.refusal?.detail ?? '',
  };
  const sentence = words.states[file.state];
  const mine = file.state === 'waiting_for_vendors' ? reader.mayResolve : reader.maySend;
  const next = mine ? sentence.mine : sentence.theirs;
  return { what: sentence.what(facts).trim(), next: next?.(facts) ?? null };
}
