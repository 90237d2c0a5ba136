import type { PushOptions } from './push-arguments';
import { openWarnings, type Outcome, type PushResult } from './push';

/** What came of it, in one sentence, and what to do next. */
const sentences: Readonly<Record<Outcome, (result: PushResult, page: string) => string>> = {
  loaded: ({ file }) => `Loaded as number ${file.loadNumber}.`,
  unchanged: () => 'Everything in it was known already; nothing was changed.',
  'nothing-wrong': () => 'Nothing speaks against loading it.',
  'wrong-rows': ({ file }) =>
    `${file.rows.wrong} rows are wrong: correct them and send the file again, or use --wrong-rows leave_out.`,
  refused: ({ file }) => `Refused: ${file.refusal?.detail} (${file.refusal?.code})`,
  failed: ({ file }) => file.refusal?.detail ?? 'Something broke on the server.',
  'needs-mapping': (_, page) =>
    `Nobody has said yet what these columns mean (or not under this name): say it at ${page}, or use --mapping-file.`,
  'needs-vendors': ({ file }, page) =>
    `The insurer has to say who is meant by ${file.unknownVendors.map(({ code }) => code).join(', ')}: ${page}`,
  'needs-reason': ({ file }) =>
    `${file.rows.restated} rows replace figures of an earlier file: say why with --reason.`,
  'needs-acceptance': ({ file }, page) =>
    `Somebody has to say that what is doubtful is right: at ${page}, or use --accept-warnings ${openWarnings(file).join(',')}.`,
  'needs-confirmation': (_, page) =>
    `Checked, nothing speaks against it: confirm it at ${page}, or use --confirm.`,
  withdrawn: () => 'Somebody withdrew the file meanwhile.',
};

/** For people: a line a fact. */
export function reportText(result: PushResult, options: PushOptions): string {
  const { file, problems, outcome } = result;
  const page = new URL(
    `t/${options.tenant}/kpi-files/${file.id}`,
    `${options.url.href.replace(/\/?$/, '/')}`,
  );
  const { rows, effect } = file;
  const lines = [
    `${file.name} · ${file.bytes} bytes · SHA-256 ${file.sha256}`,
    `for ${file.vendor.name} (${file.vendor.code}), received ${file.createdAt} as ${file.id}`,
    ...(rows.total === null
      ? []
      : [
          `rows: ${rows.total} read, ${rows.wrong} wrong` +
            (rows.new === null
              ? ''
              : `, ${rows.new} new, ${rows.restated} replacing, ${rows.unchanged} known already`),
        ]),
    ...(effect && effect.months.length > 0 ? [`months: ${effect.months.join(', ')}`] : []),
    ...file.warnings.map(
      ({ code, detail, accepted }) => `  ${detail} (${code}${accepted ? ', accepted' : ''})`,
    ),
    ...problems.map(({ line, columnName, code, detail }) =>
      columnName === null
        ? `  line ${line}: ${detail} (${code})`
        : `  line ${line}, ${columnName}: ${detail} (${code})`,
    ),
    ...(file.problemsListed > problems.length
      ? [`  … and ${file.problemsListed - problems.length} more: ${page.href}`]
      : []),
    sentences[outcome](result, page.href),
    ...(options.dryRun ? ['Dry run: nothing was loaded.'] : []),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

/** For programs: one line of JSON. */
export function reportJson(
  { outcome, exitCode, file, problems }: PushResult,
  { dryRun }: PushOptions,
): string {
  return `${JSON.stringify({ outcome, exitCode, dryRun, file, problems })}\n`;
}

/** What a file or a server says must not move the cursor of somebody's terminal. */
function printable(line: string): string {
  return line.replace(/\p{Cc}/gu, '\ufffd');
}
