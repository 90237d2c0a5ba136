import { Controller } from '@nestjs/common';
import { operation } from '@plumbline/api/schema';
import { Door } from '@plumbline/platform/database';
import { RuleBrokenError } from '@plumbline/platform/errors';
import { Handles } from '@plumbline/platform/http';
import * as z from 'zod';

const health = z.strictObject({ status: z.literal('ok') });
const open = {
  open: 'load balancers and the start-up script ask without an account; the answer tells nothing of any tenant',
};

export const live = operation({
  id: 'healthLive',
  method: 'GET',
  path: '/health/live',
  summary: 'The process runs',
  thing: 'health',
  access: open,
  response: health,
  example: { response: { status: 'ok' } },
});

export const ready = operation({
  id: 'healthReady',
  method: 'GET',
  path: '/health/ready',
  summary: 'The process and its database can serve requests; 503 until then',
  thing: 'health',
  access: open,
  response: health,
  example: { response: { status: 'ok' } },
});

@Controller()
export class HealthController {
  constructor(private readonly door: Door) {}

  @Handles(live)
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Handles(ready)
  async ready(): Promise<{ status: 'ok' }> {
    if (!(await this.door.answers()))
      throw new RuleBrokenError('not-ready', 'The database does not answer.', [], 503);
    return { status: 'ok' };
  }
}
