import type { Actor } from '@plumbline/platform/tenancy';
import type { Request } from 'express';
import type { Arrival } from './kpi-file-uploads';

/** How our command-line client calls itself (apps/cli); only a machine's word for it is noted. */
const CLI = /^plumbline-cli\//;

export function arrivalOf(actor: Actor, request: Request): Arrival {
  const address = request.ip?.replace(/^::ffff:/, '') ?? null;
  if (actor.kind !== 'api-key') return { via: 'page', address, key: null };
  return { via: CLI.test(request.header('user-agent') ?? '') ? 'cli' : 'api', address, key: actor.id };
}
