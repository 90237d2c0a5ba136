import { describe, expect, it } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of } from 'rxjs';
import { EntityTagInterceptor } from './entity-tag.interceptor';

async function answered(answer: unknown, requested: Record<string, string> = {}) {
  const headers: Record<string, string> = {};
  const request = { headers: { ...requested } };
  const response = {
    headersSent: false,
    setHeader: (name: string, value: string) => (headers[name] = value),
  };
  const http = { getRequest: () => request, getResponse: () => response };
  const context = { switchToHttp: () => http } as unknown as ExecutionContext;
  const handler: CallHandler = { handle: () => of(answer) };
  await lastValueFrom(new EntityTagInterceptor().intercept(context, handler));
  return { headers, request };
}

describe('the version of an answer', () => {
  it('travels as ETag, and only for one thing', async () => {
    expect((await answered({ version: 3 })).headers['ETag']).toBe('"3"');
    expect((await answered({ items: [] })).headers['ETag']).toBeUndefined();
    expect((await answered(null)).headers['ETag']).toBeUndefined();
  });

  it('keeps no answer in a cache: what it shows beside the row changes without the version', async () => {
    const { headers, request } = await answered({ version: 3 }, { 'if-none-match': '"3"' });
    expect(headers['Cache-Control']).toBe('no-store');
    expect(request.headers['if-none-match']).toBeUndefined();
  });
});
