import { Injectable, inject } from '@angular/core';
import { type AnswerOf, type Operation } from '@plumbline/api/schema';
import type * as z from 'zod';
import { TenantContext } from '../session/tenant-context';
import { Api, type ChangeOptions, type Query } from './api';
import { type CallInput } from './call-input';
import { type Versioned } from './versioned';

type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
type Parts = { params?: Record<string, unknown>; query?: Query; body?: unknown };

/**
 * Calls to `/api/v1/tenants/<slug>`: paths are written from the thing on (`/vendors`). Exists below a tenant's page only
 * and dies with it, so that nothing read for one tenant can be sent to another.
 */
@Injectable()
export class TenantApi extends Api {
  private readonly tenant = inject(TenantContext);
  protected override readonly base: string = `/api/v1/tenants/${encodeURIComponent(this.tenant.slug)}`;

  /** Calls an operation of a thing's schema: path, body and answer are typed by it; the tenant is filled in. */
  async call<O>(
    operation: O & AnyOperation,
    input: CallInput<O>,
    options: Omit<ChangeOptions, 'query'> = {},
  ): Promise<AnswerOf<O>> {
    const { path, parts } = this.address(operation, input as Parts);
    const response = await this.send(operation.method, path, parts.body, { ...options, query: parts.query });
    return operation.response
      ? (this.parse(operation.response, response.body) as AnswerOf<O>)
      : (undefined as AnswerOf<O>);
  }

  /** The same, with the version that a later change must name. */
  async callVersioned<O>(
    operation: O & AnyOperation,
    input: CallInput<O>,
    options: Omit<ChangeOptions, 'query'> = {},
  ): Promise<Versioned<AnswerOf<O>>> {
    const { path, parts } = this.address(operation, input as Parts);
    const schema = operation.response as z.ZodType<AnswerOf<O>>;
    return this.getVersioned(path, schema, { ...options, query: parts.query });
  }

  /** The address of an operation, for links and downloads. */
  urlOf<O>(operation: O & AnyOperation, input: CallInput<O>): string {
    const { path, parts } = this.address(operation, input as Parts);
    return this.url(path, parts.query);
  }

  private address(operation: AnyOperation, parts: Parts): { path: string; parts: Parts } {
    const below = operation.path.replace(/^\/tenants\/:tenant/, '');
    const path = below.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(parts.params?.[name] ?? '')),
    );
    return { path, parts };
  }
}
