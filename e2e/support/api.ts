import { type APIRequestContext, type APIResponse, expect } from '@playwright/test';
import { randomUUID } from 'node:crypto';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** What is sent by whoever calls: with the origin and the token that the product demands of a browser. */
export function headersOf(csrfToken: string, ifMatch?: number): Record<string, string> {
  return {
    'X-CSRF-Token': csrfToken,
    'Idempotency-Key': randomUUID(),
    Origin: new URL(process.env['PLUMBLINE_URL'] ?? '').origin,
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  };
}

/** Calls the API as somebody signed in, in one tenant: what a test arranges before it looks at the page. */
export class Api {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly tenant: string,
    private readonly csrfToken: string,
  ) {}

  static async of({ request }: { request: APIRequestContext }, tenant: string): Promise<Api> {
    const session = await request.get('/api/v1/session');
    expect(session.ok(), 'somebody is signed in').toBe(true);
    return new Api(request, tenant, ((await session.json()) as { csrfToken: string }).csrfToken);
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, data?: unknown, ifMatch?: number): Promise<T> {
    return this.call<T>('POST', path, data, ifMatch);
  }

  put<T>(path: string, data: unknown, ifMatch: number): Promise<T> {
    return this.call<T>('PUT', path, data, ifMatch);
  }

  patch<T>(path: string, data: unknown, ifMatch: number): Promise<T> {
    return this.call<T>('PATCH', path, data, ifMatch);
  }

  /** All items of a list, page after page. */
  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    let cursor: string | null = '';
    do {
      const query: string = `limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
      const page: Page<Item> = await this.get(`${path}${path.includes('?') ? '&' : '?'}${query}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  async upload<T>(path: string, name: string, content: string): Promise<T> {
    const response = await this.request.post(this.url(path), {
      multipart: { file: { name, mimeType: 'text/csv', buffer: Buffer.from(content) } },
      headers: headersOf(this.csrfToken),
    });
    return this.answer<T>(response, `POST ${path}`);
  }

  /** The status of a call that is expected to be refused. */
  async statusOf(method: Method, path: string, data?: unknown): Promise<number> {
    return (await this.send(method, path, data, 1)).status();
  }

  private async call<T>(method: Method, path: string, data?: unknown, ifMatch?: number): Promise<T> {
    return this.answer<T>(await this.send(method, path, data, ifMatch), `${method} ${path}`);
  }

  private send(method: Method, path: string, data?: unknown, ifMatch?: number): Promise<APIResponse> {
    return this.request.fetch(this.url(path), {
      method,
      headers: headersOf(this.csrfToken, ifMatch),
      ...(data === undefined ? {} : { data }),
    });
  }

  private async answer<T>(response: APIResponse, call: string): Promise<T> {
    expect(response.ok(), `${call}: ${response.status()} ${response.ok() ? '' : await response.text()}`).toBe(
      true,
    );
    return (await response.json()) as T;
  }

  private url(path: string): string {
    return `/api/v1/tenants/${this.tenant}${path}`;
  }
}
