import { pieceBytes } from '@plumbline/measurements/schema';
import { ApiProblem, type Exchanged, type TenantApi } from '@plumbline/ui';
import {
  type DetailedError,
  type HttpRequest,
  type HttpResponse,
  type HttpStack,
  Upload,
} from 'tus-js-client';

/** It goes on by itself for a quarter of an hour; then somebody has to say so. */
const waits = [500, 1_000, 2_000, 4_000, 8_000, ...Array<number>(60).fill(15_000)];
/** Answers after which it is tried again: somebody else's piece came first, too many, or a server that is starting. */
const again = new Set([409, 423, 429, 500, 502, 503, 504]);

interface TusOptions {
  readonly api: TenantApi;
  readonly vendorId: string;
  readonly fingerprint: string;
  /** Of an upload to go on with. */
  readonly id: string | null;
  readonly onBegun: (id: string) => void;
  readonly onProgress: (share: number) => void;
  readonly onLost: () => void;
}

/** One upload by tus-js-client, over our own calls: session, CSRF token and problem details as everywhere. */
export class TusUpload {
  private readonly upload: Upload;
  /** Between two attempts. */
  private isWaiting = false;
  private settle: { done: (id: string) => void; fail: (error: unknown) => void } | null = null;

  constructor(file: File, { api, vendorId, fingerprint, id, onBegun, onProgress, onLost }: TusOptions) {
    const at = (path: string) => new URL(path, document.baseURI).href;
    this.upload = new Upload(file, {
      endpoint: at(api.url('/kpi-file-uploads', { vendorId })),
      uploadUrl: id === null ? null : at(api.url(`/kpi-file-uploads/${id}`)),
      metadata: { filename: file.name, fingerprint },
      chunkSize: pieceBytes,
      retryDelays: [...waits],
      httpStack: overOurCalls(api),
      // what is unfinished is asked of the server, so that nothing has to be kept in this browser
      storeFingerprintForResuming: false,
      fingerprint: () => Promise.resolve(fingerprint),
      fileReader: { openFile: (input: File) => Promise.resolve(slicesOf(input)) },
      onUploadUrlAvailable: () => onBegun(this.id()),
      onProgress: (sent, total) => onProgress(sent / total),
      onShouldRetry: (error) => {
        this.isWaiting = mayPass(error);
        if (this.isWaiting) onLost();
        return this.isWaiting;
      },
      onBeforeRequest: () => {
        this.isWaiting = false;
      },
      onSuccess: () => this.settle?.done(this.id()),
      onError: (error) => this.settle?.fail(problemOf(error)),
    });
  }

  /** Ends with the upload's id once all its bytes have arrived. */
  run(): Promise<string> {
    return new Promise((done, fail) => {
      this.settle = { done, fail };
      this.upload.start();
    });
  }

  /** Does not wait for the next attempt. */
  retryNow(): void {
    if (!this.isWaiting) return;
    void this.upload.abort();
    this.upload.start();
  }

  halt(): void {
    void this.upload.abort();
  }

  private id(): string {
    return (this.upload.url ?? '').split('/').at(-1) ?? '';
  }
}

function mayPass({ originalResponse }: DetailedError): boolean {
  return originalResponse === null || again.has(originalResponse.getStatus());
}

function problemOf(error: Error | DetailedError): ApiProblem {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  if (answer) return ApiProblem.ofAnswer(answer.getStatus(), answer.getBody());
  return ApiProblem.from('causingError' in error ? error.causingError : error);
}

function slicesOf(file: File) {
  return {
    size: file.size,
    slice: (start: number, end: number) =>
      Promise.resolve({ value: file.slice(start, end), done: end >= file.size }),
    close: () => undefined,
  };
}

function overOurCalls(api: TenantApi): HttpStack {
  return {
    createRequest: (method, url) => new OurRequest(api, method as 'HEAD', url),
    getName: () => 'plumbline',
  };
}

class OurRequest implements HttpRequest {
  private readonly headers: Record<string, string> = {};
  private readonly ended = new AbortController();
  private onProgress: (bytes: number) => void = () => undefined;

  constructor(
    private readonly api: TenantApi,
    private readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE',
    private readonly url: string,
  ) {}

  getMethod(): string {
    return this.method;
  }

  getURL(): string {
    return this.url;
  }

  setHeader(name: string, value: string): void {
    this.headers[name] = value;
  }

  getHeader(name: string): string | undefined {
    return this.headers[name];
  }

  setProgressHandler(handler: (bytes: number) => void): void {
    this.onProgress = handler;
  }

  async send(body: Blob | null): Promise<HttpResponse> {
    const { pathname, search } = new URL(this.url);
    const { method, headers, onProgress, ended } = this;
    const url = pathname + search;
    return new OurResponse(
      await this.api.exchange({ method, url, headers, body, onProgress, signal: ended.signal }),
    );
  }

  abort(): Promise<void> {
    this.ended.abort();
    return Promise.resolve();
  }

  getUnderlyingObject(): undefined {
    return undefined;
  }
}

class OurResponse implements HttpResponse {
  constructor(private readonly answer: Exchanged) {}

  getStatus(): number {
    return this.answer.status;
  }

  getHeader(name: string): string | undefined {
    return this.answer.header(name);
  }

  getBody(): string {
    return this.answer.body;
  }

  getUnderlyingObject(): undefined {
    return undefined;
  }
}
