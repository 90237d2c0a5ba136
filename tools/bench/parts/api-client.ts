import { openAsBlob } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { KpiFile } from '@plumbline/measurements/schema';

/** Each look costs the API a request that it would otherwise not have: rarer than its answer could matter. */
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 30 * 60_000;

/** The public API as a partner's machine uses it. */
export class ApiClient {
  private readonly base: string;

  constructor(
    tenantSlug: string,
    private readonly apiKey: string,
  ) {
    this.base = `${process.env['PUBLIC_URL']}/api/v1/tenants/${tenantSlug}`;
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  send<T>(method: 'POST' | 'PUT', path: string, body: unknown, version?: number): Promise<T> {
    return this.call<T>(method, path, JSON.stringify(body ?? {}), {
      'content-type': 'application/json',
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    });
  }

  /** Streams a file from disk. */
  async upload(vendorId: string, path: string, autoConfirm: boolean): Promise<KpiFile> {
    const form = new FormData();
    form.set('file', await openAsBlob(path), 'bench.csv');
    return this.call<KpiFile>('POST', `/kpi-files?vendorId=${vendorId}&autoConfirm=${autoConfirm}`, form);
  }

  async until(fileId: string, states: readonly string[]): Promise<KpiFile> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const file = await this.get<KpiFile>(`/kpi-files/${fileId}`);
      if (states.includes(file.state)) return file;
      if (['refused', 'withdrawn', 'checked', 'unchanged'].includes(file.state) || Date.now() > end)
        throw new Error(`${file.name} is ${file.state}: ${JSON.stringify(file.refusal ?? file.rows)}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  private async call<T>(
    method: string,
    path: string,
    body?: string | FormData,
    headers: object = {},
  ): Promise<T> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.apiKey}`, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }
}
