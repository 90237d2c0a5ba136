import { parseArgs } from 'node:util';
import { newIncident, type NewIncident } from '@plumbline/incidents/schema';
import { type Connection, connectionOf, type Environment, missing, usage } from './push-arguments';

export interface IncidentOptions extends Connection {
  readonly incident: NewIncident;
  readonly json: boolean;
}

/** The words after `plumbline incident`; a `Stop` with exit code 1 where they make no sense. */
export function readIncidentArguments(
  words: readonly string[],
  env: Environment,
  now: Temporal.Instant,
): IncidentOptions {
  const { values, positionals } = parse(words);
  const [what, ...more] = positionals;
  if (what === undefined || more.length > 0)
    throw usage('say in one text what happened: plumbline incident "Laptop left in a taxi" …');
  const discovered = values.discovered ?? 'now';
  const said = newIncident.safeParse({
    what,
    discoveredAt: discovered === 'now' ? now.toString() : discovered,
    service: values.service ?? missing('--service, such as voice'),
    phiSuspected: values.phi ?? missing('--phi yes, no or unknown'),
  });
  if (!said.success) {
    const [issue] = said.error.issues;
    throw usage(`${issue?.path.join('.')}: ${issue?.message}`);
  }
  return { ...connectionOf(values, env), incident: said.data, json: values.json ?? false };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        discovered: { type: 'string' },
        service: { type: 'string' },
        phi: { type: 'string' },
        tenant: { type: 'string' },
        url: { type: 'string' },
        'key-file': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
}
