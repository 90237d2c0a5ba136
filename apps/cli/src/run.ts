import { setTimeout as pause } from 'node:timers/promises';
import { type ExitCode, exitCodes, Stop } from './exit-codes';
import { incident } from './incident';
import { readIncidentArguments } from './incident-arguments';
import { push } from './push';
import { PushApi } from './push-api';
import { readPushArguments } from './push-arguments';
import { reportJson, reportText } from './report';
import { TerminalProgress } from './terminal-progress';

export const VERSION = '0.1.0';
const LOOK_EVERY_MS = 400;

const HELP = `plumbline push <file> --vendor CODE --tenant SLUG --url https://…

Hands in a KPI file, has it checked, and says what is wrong with which rows.

  --vendor CODE          whose figures these are
  --tenant SLUG          the insurer, as in its addresses (or PLUMBLINE_TENANT)
  --url URL              where Plumbline is (or PLUMBLINE_URL)
  --key-file FILE        holds the API key; without it PLUMBLINE_API_KEY, or the file PLUMBLINE_API_KEY_FILE names
  --mapping NAME         only by the mapping of this name
  --mapping-file FILE    what the columns mean, as JSON; remembered as NAME
  --confirm              load the file where nothing speaks against it
  --reason TEXT          why figures of an earlier file are replaced
  --wrong-rows WHAT      refuse (as if not said), or leave_out
  --dry-run              check only: the file is withdrawn again, nothing is loaded
  --json                 the report as one line of JSON
  --version, --help

plumbline incident "What happened" --service SERVICE --phi yes|no|unknown --tenant SLUG --url https://…

Reports an incident as the vendor whose key it is: the report is the notice.

  --discovered WHEN      when it was discovered, such as 2026-03-02T07:10:00Z; now unless said
  --service SERVICE      which service: voice, chat, portal_messages, mail, claims_intake, crm, telephony, speech_analytics
  --phi ANSWER           whether protected health information is suspected
  --json                 reference and deadlines as one line of JSON

Ends with 0 loaded or nothing new · 1 usage · 2 the file or its rows are wrong · 3 a person is needed ·
4 network or server.
`;

interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
}

/** The program but for the process around it. */
export async function run(
  [command, ...words]: readonly string[],
  { env, stdout, stderr }: Surroundings,
): Promise<ExitCode> {
  if (command === undefined || ['help', '--help', '-h'].includes(command) || words.includes('--help')) {
    stdout.write(HELP);
    return command === undefined ? exitCodes.usage : exitCodes.done;
  }
  if (command === '--version') {
    stdout.write(`plumbline ${VERSION}\n`);
    return exitCodes.done;
  }
  try {
    if (command === 'incident') {
      const options = readIncidentArguments(words, env, Temporal.Now.instant());
      stdout.write(await incident(options, VERSION));
      return exitCodes.done;
    }
    if (command !== 'push') throw new Stop(exitCodes.usage, `there is no command ${command}`);
    const options = readPushArguments(words, env);
    const progress = new TerminalProgress(stderr, options.bytes);
    const wait = () => pause(LOOK_EVERY_MS);
    const result = await push(options, new PushApi(options, VERSION), progress, wait).finally(() =>
      progress.end(),
    );
    stdout.write(options.json ? reportJson(result, options) : reportText(result, options));
    return result.exitCode;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    stderr.write(`plumbline: ${error.message}\n`);
    if (error.exitCode === exitCodes.usage) stderr.write('plumbline --help says how to call it.\n');
    return error.exitCode;
  }
}
