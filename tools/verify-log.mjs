/**
 * `npm run --silent verify-log -- export.ndjson [--key public.pem] [--checkpoint kept.json]…` looks through an export
 * of an activity log, offline, for lines that were edited, removed, reordered or cut off. Needs nothing but Node.
 *
 * --key is the installation's public key (Ed25519, PEM): without it the chain is proven but no signature is.
 * --checkpoint is a file of one or more that were kept elsewhere (the worker writes such files): it shows a tail that
 * was cut off in the database too. May be repeated.
 * Ends with 0 when nothing is wrong, with 1 otherwise.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { enterProjectNode } from './bootstrap/dependencies.mjs';
import { Refusal, tell } from './bootstrap/refusal.mjs';

const usage = 'npm run --silent verify-log -- export.ndjson [--key public.pem] [--checkpoint kept.json]';

try {
  await enterProjectNode(); // Reads TypeScript as it is.
  const chain = new URL('../libs/platform/activity-log/chain.ts', import.meta.url).href;
  /** @type {typeof import('../libs/platform/activity-log/chain.ts')} */
  const { verifyExport } = await import(chain);
  const { file, key, checkpoints } = options(process.argv.slice(2));
  const verification = verifyExport(read(file), {
    checkpoints: checkpoints.flatMap((kept) => checkpointsIn(kept)),
    ...(key === undefined ? {} : { publicKey: read(key) }),
  });
  for (const line of report(verification, key !== undefined)) console.log(line);
  if (verification.findings.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}

/** @param {string[]} args */
function options(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' }, checkpoint: { type: 'string', multiple: true } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Refusal(usage);
    return { file, key: values.key, checkpoints: values.checkpoint ?? [] };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @param {string} file checkpoints, one a line, bare or as the last line of an export has it */
function checkpointsIn(file) {
  try {
    return read(file)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
      .map((value) => value.checkpoint ?? value);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file} is no checkpoint: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * @param {import('../libs/platform/activity-log/chain.ts').Verification} verification
 * @param {boolean} isSigned whether a key was given
 * @returns {string[]}
 */
function report({ lines, first, last, erasedFields, findings }, isSigned) {
  const looked = `${lines} lines (${first ?? '–'} to ${last ?? '–'}), ${erasedFields} personal fields erased`;
  if (findings.length === 0) {
    return [
      `Intact: ${looked}; ${isSigned ? 'the signature is right' : 'signatures were not looked at (--key)'}.`,
    ];
  }
  return [
    ...findings.map((finding) => {
      const at =
        'line' in finding ? `line ${finding.line} of the file` : `line ${finding.sequence} of the log`;
      return `${finding.found}: ${at}: ${finding.detail}`;
    }),
    `Not intact: ${findings.length} findings in ${looked}.`,
  ];
}
