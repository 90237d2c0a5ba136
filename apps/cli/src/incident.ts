import { randomUUID } from 'node:crypto';
import { type Incident, reportIncident } from '@plumbline/incidents/schema';
import { ApiCalls } from './api-calls';
import type { IncidentOptions } from './incident-arguments';

/** Reports an incident as the vendor whose key it is; a call that is made again reports nothing twice. */
export async function incident(
  options: IncidentOptions,
  version: string,
  waits?: readonly number[],
): Promise<string> {
  const calls = new ApiCalls(options, version, waits);
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
  const call = { ...calls.addressed(reportIncident), headers };
  const reported = await calls.patiently(() => calls.send<Incident>(call, JSON.stringify(options.incident)));
  if (options.json) {
    const { id, reference, notifiedAt, clocks } = reported;
    const due = clocks.map(({ policy, state, deadlineAt }) => ({ policy: policy.code, state, deadlineAt }));
    return `${JSON.stringify({ id, reference, notifiedAt, clocks: due })}\n`;
  }
  return [
    `Reported as ${reported.reference}; notice was given at ${reported.notifiedAt}.`,
    ...reported.clocks.map(
      ({ policy, state, deadlineAt }) => `  ${policy.name}: ${state}, deadline ${deadlineAt}`,
    ),
    new URL(`/t/${options.tenant}/incidents/${reported.id}`, options.url).href,
    '',
  ].join('\n');
}
