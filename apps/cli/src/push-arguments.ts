import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type FileWarning,
  type KpiMapping,
  warningCodes,
  wrongRowsChoices,
  type WrongRows,
} from '@plumbline/measurements/schema';
import { exitCodes, Stop } from './exit-codes';

/** Which insurer of which Plumbline, and as whom. */
export interface Connection {
  readonly tenant: string;
  readonly url: URL;
  readonly key: string;
}

export interface PushOptions extends Connection {
  readonly path: string;
  readonly bytes: number;
  readonly vendor: string;
  /** What the remembered mapping must be called; undefined: whatever is remembered for the layout. */
  readonly mappingName: string | undefined;
  /** A mapping to use and remember. */
  readonly mapping: KpiMapping | undefined;
  readonly confirm: boolean;
  readonly reason: string | undefined;
  readonly wrongRows: WrongRows;
  /** What may be doubtful about the file and is right all the same. */
  readonly acceptWarnings: readonly FileWarning['code'][];
  readonly dryRun: boolean;
  readonly json: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const KEY = /^plk_[\w-]{43}$/;
/** The key travels in a header: over plain HTTP only within one machine. */
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The words after `plumbline push`; a `Stop` with exit code 1 where they make no sense. */
export function readPushArguments(words: readonly string[], env: Environment): PushOptions {
  const { values, positionals } = parse(words);
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw usage('name one file: plumbline push march.csv …');
  const wrongRows = values['wrong-rows'] ?? 'refuse';
  if (!isWrongRows(wrongRows)) throw usage(`--wrong-rows is one of ${wrongRowsChoices.join(', ')}`);
  const mapping = values['mapping-file'];
  return {
    path,
    bytes: sizeOf(path),
    vendor: values.vendor ?? missing('--vendor CODE'),
    ...connectionOf(values, env),
    mappingName: values.mapping,
    mapping: mapping === undefined ? undefined : readMapping(mapping),
    confirm: values.confirm ?? false,
    reason: values.reason,
    wrongRows,
    acceptWarnings: warningsOf(values['accept-warnings']),
    dryRun: values['dry-run'] ?? false,
    json: values.json ?? false,
  };
}

/** From options or the surroundings. */
export function connectionOf(
  values: {
    readonly tenant?: string | undefined;
    readonly url?: string | undefined;
    readonly 'key-file'?: string | undefined;
  },
  env: Environment,
): Connection {
  return {
    url: urlOf(values.url ?? env['PLUMBLINE_URL']),
    tenant: values.tenant ?? env['PLUMBLINE_TENANT'] ?? missing('--tenant SLUG, or PLUMBLINE_TENANT'),
    key: keyOf(values['key-file'] ?? env['PLUMBLINE_API_KEY_FILE'], env),
  };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        vendor: { type: 'string' },
        tenant: { type: 'string' },
        url: { type: 'string' },
        'key-file': { type: 'string' },
        mapping: { type: 'string' },
        'mapping-file': { type: 'string' },
        confirm: { type: 'boolean' },
        reason: { type: 'string' },
        'wrong-rows': { type: 'string' },
        'accept-warnings': { type: 'string' },
        'dry-run': { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}

function warningsOf(text: string | undefined): readonly FileWarning['code'][] {
  return (text?.split(',') ?? []).map((word) => {
    const code = warningCodes.find((known) => known === word.trim());
    if (!code) throw usage(`--accept-warnings takes some of ${warningCodes.join(',')}; not: ${word}`);
    return code;
  });
}

function sizeOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) throw usage(`there is no file ${path}`);
  return found.size;
}

function urlOf(text: string | undefined): URL {
  const said = text ?? missing('--url https://…, or PLUMBLINE_URL');
  const url = URL.canParse(said) ? new URL(said) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw usage(`${said} is no address of a server`);
  if (url.protocol === 'http:' && !THIS_MACHINE.test(url.hostname))
    throw usage(`${url.origin} would get the API key unencrypted: use https`);
  return url;
}

/** Never an argument: those are in everybody's process list and in the shell's history. */
function keyOf(file: string | undefined, env: Environment): string {
  const key = (file === undefined ? env['PLUMBLINE_API_KEY'] : textOf(file))?.trim();
  if (key === undefined || key === '')
    throw usage('set PLUMBLINE_API_KEY, or name a file that holds the key with --key-file');
  if (!KEY.test(key)) throw usage(`${file ?? 'PLUMBLINE_API_KEY'} holds no API key (plk_…)`);
  return key;
}

/** What a mapping must be, the server says; here it is JSON. */
function readMapping(file: string): KpiMapping {
  try {
    return JSON.parse(textOf(file)) as KpiMapping;
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw usage(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw usage(`${file} cannot be read`);
  }
}

function isWrongRows(word: string): word is WrongRows {
  return (wrongRowsChoices as readonly string[]).includes(word);
}

export function missing(what: string): never {
  throw usage(`say ${what}`);
}

export function usage(what: string): Stop {
  return new Stop(exitCodes.usage, what);
}
