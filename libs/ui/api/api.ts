import {
  HttpClient,
  HttpErrorResponse,
  type HttpEvent,
  HttpEventType,
  HttpHeaders,
  HttpParams,
  HttpResponse,
} from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type AnswerOf, type Operation } from '@plumbline/api/schema';
import type * as z from 'zod';
import { fromEvent, lastValueFrom, takeUntil, tap, throwIfEmpty } from 'rxjs';
import { ApiProblem } from './api-problem';
import { type CallInput } from './call-input';
import { type Submission } from './submission';
import { type Versioned } from './versioned';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Query = Readonly<
  Record<string, string | number | boolean | null | undefined | readonly string[]>
>;

export interface CallOptions {
  readonly query?: Query | undefined;
  /** Cancels the call; a cancelled call rejects with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
}

export interface ChangeOptions extends CallOptions {
  /** The version that was read: demanded by PUT, PATCH and DELETE of one thing. */
  readonly ifMatch?: string | undefined;
  /** Keeps the Idempotency-Key over repeats of the same submission; without it every call is a new one. */
  readonly submission?: Submission | undefined;
  /** Share of the body that has been sent, 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** A call as a protocol of its own makes it. */
export interface Exchange {
  readonly method: Method | 'HEAD';
  /** From the root of this origin: `/api/v1/…`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob | null;
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** What came back, whatever its status. */
export interface Exchanged {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;
type Parts = { params?: Record<string, unknown>; query?: Query; body?: unknown };

/**
 * Calls to `/api/v1`, checked against the schema the server validates with. A call answers the parsed value or throws
 * `ApiProblem`, nothing else. Pages below `/t/<tenant>` use `TenantApi`, which has the tenant in its address.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  protected readonly base: string = '/api/v1';

  /** The address of a path, for links, downloads and event streams. */
  url(path: string, query?: Query): string {
    const parameters = httpParams(query).toString();
    return `${this.base}${path}${parameters === '' ? '' : `?${parameters}`}`;
  }

  async get<T>(path: string, schema: z.ZodType<T>, options: CallOptions = {}): Promise<T> {
    return this.parse(schema, (await this.send('GET', path, undefined, options)).body);
  }

  /** Reads one thing together with its version, for a form that will change it. */
  async getVersioned<T>(
    path: string,
    schema: z.ZodType<T>,
    options: CallOptions = {},
  ): Promise<Versioned<T>> {
    const response = await this.send('GET', path, undefined, options);
    return { value: this.parse(schema, response.body), version: versionOf(response) };
  }

  async post<T>(path: string, body: unknown, schema: z.ZodType<T>, options: ChangeOptions = {}): Promise<T> {
    return this.parse(schema, (await this.send('POST', path, body, options)).body);
  }

  async put<T>(path: string, body: unknown, schema: z.ZodType<T>, options: ChangeOptions = {}): Promise<T> {
    return this.parse(schema, (await this.send('PUT', path, body, options)).body);
  }

  async patch<T>(path: string, body: unknown, schema: z.ZodType<T>, options: ChangeOptions = {}): Promise<T> {
    return this.parse(schema, (await this.send('PATCH', path, body, options)).body);
  }

  async delete(path: string, options: ChangeOptions = {}): Promise<void> {
    await this.send('DELETE', path, undefined, options);
  }

  /** Sends a file with its fields as multipart/form-data and tells how far it is. */
  upload<T>(path: string, form: FormData, schema: z.ZodType<T>, options: ChangeOptions = {}): Promise<T> {
    return this.post(path, form, schema, options);
  }

  /** Calls an operation of a thing's schema: path, body and answer are typed by it. */
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
    return { path: this.pathOf(operation, parts.params ?? {}), parts };
  }

  /** The operation's path below `base`, its parameters filled in. */
  protected pathOf(operation: Pick<Operation, 'path'>, params: Readonly<Record<string, unknown>>): string {
    return operation.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(params[name] ?? '')),
    );
  }

  /** One call and its whole response; everything above goes through here. */
  async send(
    method: Method,
    path: string,
    body: unknown,
    options: ChangeOptions = {},
  ): Promise<HttpResponse<unknown>> {
    const request = this.http.request(method, `${this.base}${path}`, {
      body,
      headers: headersOf(method, body, options),
      params: httpParams(options.query),
      observe: 'events',
      responseType: 'json',
      reportUploadProgress: options.onProgress !== undefined,
    });
    const { signal } = options;
    try {
      signal?.throwIfAborted();
      const event = await lastValueFrom(
        (signal ? request.pipe(takeUntil(fromEvent(signal, 'abort'))) : request).pipe(
          tap((each: HttpEvent<unknown>) => reportProgress(each, options.onProgress)),
          throwIfEmpty(() => signal?.reason ?? new DOMException('The call was cancelled', 'AbortError')),
        ),
      );
      if (!(event instanceof HttpResponse))
        throw signal?.reason ?? new DOMException('The call was cancelled', 'AbortError');
      options.submission?.succeeded();
      return event;
    } catch (error) {
      throw error instanceof HttpErrorResponse ? ApiProblem.from(error) : error;
    }
  }

  /** A call of another protocol in this session. A refusal is an answer like others; throws where nothing answered. */
  async exchange({ method, url, headers, body, onProgress, signal }: Exchange): Promise<Exchanged> {
    const request = this.http.request(method, url, {
      body,
      headers: new HttpHeaders({ ...headers }),
      observe: 'events',
      responseType: 'text',
      reportUploadProgress: body !== null,
    });
    try {
      signal.throwIfAborted();
      const event = await lastValueFrom(
        request.pipe(
          takeUntil(fromEvent(signal, 'abort')),
          tap((each) => each.type === HttpEventType.UploadProgress && onProgress(each.loaded)),
          throwIfEmpty(() => signal.reason as Error),
        ),
      );
      if (!(event instanceof HttpResponse)) throw signal.reason as Error;
      return exchanged(event.status, event.headers, event.body);
    } catch (error) {
      if (!(error instanceof HttpErrorResponse)) throw error;
      if (error.status === 0) throw ApiProblem.from(error);
      return exchanged(error.status, error.headers, error.error);
    }
  }

  protected parse<T>(schema: z.ZodType<T>, body: unknown): T {
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new ApiProblem({
      code: 'unexpected-answer',
      title: 'The server answered something else than agreed',
      detail: `${issue?.message ?? 'not readable'} (at ${issue?.path.join('.') || 'the whole answer'}). Reload the page: it may be older than the server.`,
    });
  }
}

function exchanged(status: number, headers: HttpHeaders, body: unknown): Exchanged {
  return {
    status,
    header: (name) => headers.get(name) ?? undefined,
    body: typeof body === 'string' ? body : '',
  };
}

function headersOf(method: Method, body: unknown, options: ChangeOptions): HttpHeaders {
  let headers = new HttpHeaders({ Accept: 'application/json' });
  if (method === 'POST')
    headers = headers.set('Idempotency-Key', options.submission?.keyFor(body) ?? crypto.randomUUID());
  if (options.ifMatch !== undefined) headers = headers.set('If-Match', options.ifMatch);
  return headers;
}

function httpParams(query: Query | undefined): HttpParams {
  let params = new HttpParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value == null || value === '') continue;
    for (const each of Array.isArray(value) ? value : [value]) params = params.append(name, String(each));
  }
  return params;
}

function reportProgress(event: HttpEvent<unknown>, onProgress: ((share: number) => void) | undefined): void {
  if (onProgress && event.type === HttpEventType.UploadProgress && event.total)
    onProgress(event.loaded / event.total);
}

function versionOf(response: HttpResponse<unknown>): string {
  const version = response.headers.get('ETag');
  if (version !== null) return version;
  throw new ApiProblem({
    code: 'unexpected-answer',
    title: 'The server answered something else than agreed',
    detail: 'The thing came without its version, so it could not be changed safely. Reload the page.',
  });
}
