import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';

/** Calls the API as the person signed in on a page: what a test has to arrange before it looks at the page. */
export class Api {
  private csrfToken = '';

  constructor(
    private readonly request: APIRequestContext,
    private readonly tenant: string,
  ) {}

  static async of(page: Page, tenant: string): Promise<Api> {
    const api = new Api(page.request, tenant);
    const session = await page.request.get('/api/v1/session');
    expect(session.ok(), 'the page is signed in').toBe(true);
    api.csrfToken = ((await session.json()) as { csrfToken: string }).csrfToken;
    return api;
  }

  async get<T>(path: string): Promise<T> {
    const response = await this.request.get(this.url(path));
    expect(response.status(), `GET ${path}: ${await response.text()}`).toBe(200);
    return (await response.json()) as T;
  }

  async post<T>(path: string, data: unknown, ifMatch?: number): Promise<T> {
    const response = await this.request.post(this.url(path), { data, headers: this.headers(ifMatch) });
    expect(response.ok(), `POST ${path}: ${response.status()} ${await response.text()}`).toBe(true);
    return (await response.json()) as T;
  }

  /** The status of a call that is expected to be refused. */
  async statusOf(
    method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
    path: string,
    data?: unknown,
  ): Promise<number> {
    return (
      await this.request.fetch(this.url(path), {
        method,
        headers: this.headers(1),
        ...(data === undefined ? {} : { data }),
      })
    ).status();
  }

  private url(path: string): string {
    return `/api/v1/tenants/${this.tenant}${path}`;
  }

  private headers(ifMatch?: number): Record<string, string> {
    return {
      'X-CSRF-Token': this.csrfToken,
      'Idempotency-Key': randomUUID(),
      Origin: process.env['PLUMBLINE_URL'] ?? '',
      ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
    };
  }
}
