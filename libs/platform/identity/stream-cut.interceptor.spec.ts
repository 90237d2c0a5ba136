import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { EMPTY, Subject } from 'rxjs';
import type { LiveEvents } from '../jobs';
import type { MembershipOfPerson } from './memberships';
import type { Sessions, SignedIn } from './sessions';
import { StreamCutInterceptor } from './stream-cut.interceptor';

const membership: MembershipOfPerson = {
  tenant: { id: 't', slug: 'north', name: 'North', timezone: 'America/Chicago', colour: '#000000' },
  role: 'vendor_contributor',
  vendorId: 'v1',
};
const signedIn: SignedIn = {
  sessionId: 's',
  token: 'token',
  person: { id: 'p', name: 'Ana', email: 'ana@people.test', locale: 'en' },
  memberships: [membership],
  mfa: 'done',
};

/** An open stream, with what `Sessions` will say at the next look. */
function openStream(produces: string | undefined, find: () => Promise<SignedIn | null>) {
  const hints = new Subject<void>();
  const response = Object.assign(new EventEmitter(), {
    ended: false,
    end: () => void (response.ended = true),
  });
  const request = {
    signedIn,
    actor: { tenantSlug: 'north', vendorScope: ['v1'] },
    operation: { produces, access: { permission: 'kpi-file.read' } },
  };
  const http = { getRequest: () => request, getResponse: () => response };
  const context = { switchToHttp: () => http } as unknown as ExecutionContext;
  const next: CallHandler = { handle: () => EMPTY };
  const live = { hints: () => hints } as unknown as LiveEvents;
  new StreamCutInterceptor({ find } as unknown as Sessions, live).intercept(context, next);
  const hint = async (): Promise<void> => {
    hints.next();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { response, hint, watched: () => hints.observed };
}

describe('an open event stream', () => {
  it.each<[string, () => Promise<SignedIn | null>]>([
    ['the session ended', async () => null],
    ['the person left the tenant', async () => ({ ...signedIn, memberships: [] })],
    [
      'the role lost the right',
      async () => ({ ...signedIn, memberships: [{ ...membership, vendorId: 'v2' }] }),
    ],
    ['the second factor is asked for now', async () => ({ ...signedIn, mfa: 'required' })],
    [
      'nobody can tell',
      async () => {
        throw new Error('no database');
      },
    ],
  ])('is cut when %s', async (_, find) => {
    const { response, hint, watched } = openStream('text/event-stream', find);
    await hint();
    expect(response.ended).toBe(true);
    response.emit('close');
    expect(watched()).toBe(false);
  });

  it('goes on while the session is good', async () => {
    const { response, hint } = openStream('text/event-stream', async () => signedIn);
    await hint();
    expect(response.ended).toBe(false);
    response.emit('close');
  });

  it('is the only kind of answer that is watched', () => {
    expect(openStream(undefined, async () => null).watched()).toBe(false);
  });
});
