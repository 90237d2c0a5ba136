import { basename } from 'node:path';
import {
  busyStates,
  type FileProblem,
  type FileWarning,
  type KpiFile,
  type KpiFileState,
} from '@plumbline/measurements/schema';
import { type ExitCode, exitCodes } from './exit-codes';
import type { PushApi } from './push-api';
import type { PushOptions } from './push-arguments';

export type Outcome =
  | 'loaded'
  | 'unchanged'
  | 'nothing-wrong'
  | 'wrong-rows'
  | 'refused'
  | 'failed'
  | 'needs-mapping'
  | 'needs-vendors'
  | 'needs-reason'
  | 'needs-acceptance'
  | 'needs-confirmation'
  | 'withdrawn';

/** What came of a file. */
export interface PushResult {
  readonly outcome: Outcome;
  readonly exitCode: ExitCode;
  readonly file: KpiFile;
  /** The first of what is wrong with its rows. */
  readonly problems: readonly FileProblem[];
}

const codes: Readonly<Record<Outcome, ExitCode>> = {
  loaded: exitCodes.done,
  unchanged: exitCodes.done,
  'nothing-wrong': exitCodes.done,
  'wrong-rows': exitCodes.wrong,
  refused: exitCodes.wrong,
  failed: exitCodes.trouble,
  'needs-mapping': exitCodes.person,
  'needs-vendors': exitCodes.person,
  'needs-reason': exitCodes.person,
  'needs-acceptance': exitCodes.person,
  'needs-confirmation': exitCodes.person,
  withdrawn: exitCodes.person,
};

/** Tells how far it is. */
export interface Progress {
  sent(bytes: number): void;
  worked(file: KpiFile): void;
}

/**
 * Hands a file in, has it checked by the mapping that is remembered for its layout, and loads it where that was asked for
 * and nothing speaks against it. A dry run ends with the file withdrawn, whatever was found.
 */
export async function push(
  options: PushOptions,
  api: PushApi,
  progress: Progress,
  wait: () => Promise<void>,
): Promise<PushResult> {
  const settled = async (file: KpiFile): Promise<KpiFile> => {
    let now = file;
    while (isIn(now, busyStates)) {
      progress.worked(now);
      await wait();
      now = await api.view(now.id);
    }
    progress.worked(now);
    return now;
  };

  const received = await api.upload((bytes) => progress.sent(bytes));
  const mapping = await mappingFor(received, options, api);
  const checked = mapping ? await settled(await api.map(received, mapping)) : received;
  const found = findings(checked, options);
  const loads =
    found === 'nothing-wrong' && checked.state === 'checked' && options.confirm && !options.dryRun;
  if (!loads) return end(options.dryRun ? await takenBack(checked, api) : checked, found, options, api);

  const { wrongRows, reason } = options;
  const acceptWarnings = openWarnings(checked);
  const confirmed = await settled(
    await api.confirm(checked, {
      wrongRows,
      ...(acceptWarnings.length === 0 ? {} : { acceptWarnings: [...acceptWarnings] }),
      ...(reason === undefined ? {} : { restatementReason: reason }),
    }),
  );
  // where another file came in between, what was confirmed is no longer so, and it is asked about again
  return end(confirmed, findings(confirmed, options), options, api);
}

async function mappingFor(
  file: KpiFile,
  { mapping, mappingName, path }: PushOptions,
  api: PushApi,
): Promise<{ mapping: unknown; name: string } | null> {
  if (mapping) return { mapping, name: mappingName ?? basename(path) };
  const known = await api.suggestion(file.id);
  if (!known.saved || !known.mapping) return null;
  if (mappingName !== undefined && known.saved.name !== mappingName) return null;
  return { mapping: known.mapping, name: known.saved.name };
}

/** What is doubtful about a file and nobody has accepted yet. */
export function openWarnings(file: KpiFile): readonly FileWarning['code'][] {
  return file.warnings.filter(({ accepted }) => accepted === null).map(({ code }) => code);
}

function findings(file: KpiFile, { wrongRows, reason, acceptWarnings }: PushOptions): Outcome {
  switch (file.state) {
    case 'received':
      return 'needs-mapping';
    case 'waiting_for_vendors':
      return 'needs-vendors';
    case 'refused':
      return file.refusal?.code === 'failed' ? 'failed' : 'refused';
    case 'unchanged':
      return 'unchanged';
    case 'done':
      return 'loaded';
    case 'withdrawn':
      return 'withdrawn';
    default:
      if (file.rows.wrong > 0 && wrongRows === 'refuse') return 'wrong-rows';
      if ((file.rows.new ?? 0) + (file.rows.restated ?? 0) === 0) return 'wrong-rows';
      if (file.effect?.needsReason && reason === undefined) return 'needs-reason';
      if (openWarnings(file).some((code) => !acceptWarnings.includes(code))) return 'needs-acceptance';
      return 'nothing-wrong';
  }
}

async function takenBack(file: KpiFile, api: PushApi): Promise<KpiFile> {
  return isIn(file, ['received', 'checked', 'waiting_for_vendors']) ? api.withdraw(file) : file;
}

async function end(
  file: KpiFile,
  found: Outcome,
  { dryRun }: PushOptions,
  api: PushApi,
): Promise<PushResult> {
  const outcome = found === 'nothing-wrong' && !dryRun ? 'needs-confirmation' : found;
  const problems = file.problemsListed > 0 ? await api.problems(file.id) : [];
  return { outcome, exitCode: codes[outcome], file, problems };
}

function isIn(file: KpiFile, states: readonly KpiFileState[]): boolean {
  return states.includes(file.state);
}
