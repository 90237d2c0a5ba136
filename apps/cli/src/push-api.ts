import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as encryptedRequest } from 'node:https';
import { basename } from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type FileProblem,
  type KpiFile,
  type Confirmation,
  confirmKpiFile,
  listKpiFileProblems,
  mapKpiFile,
  type MappingSuggestion,
  suggestKpiMapping,
  uploadKpiFile,
  viewKpiFile,
  withdrawKpiFile,
} from '@plumbline/measurements/schema';
import { exitCodes, Stop } from './exit-codes';
import type { PushOptions } from './push-arguments';

/** Where the network or the server failed: the call may be made again. */
class Trouble extends Stop {
  constructor(message: string) {
    super(exitCodes.trouble, message);
  }
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

type Described = { readonly method: string; readonly path: string };

const PATIENCE_MS = 60_000;
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000] as const;
const PROBLEMS_SHOWN = 20;
/** Answers after which the same call may succeed: too many, or a server that is just starting. */
const AGAIN = new Set([429, 502, 503, 504]);

/** The few calls of the public API that handing in a file takes. */
export class PushApi {
  constructor(
    private readonly options: Pick<PushOptions, 'url' | 'tenant' | 'key' | 'vendor' | 'path' | 'bytes'>,
    private readonly version: string,
    private readonly waits: readonly number[] = WAITS_MS,
  ) {}

  /** The same Idempotency-Key at each attempt: a file whose answer was lost is not handed in twice. */
  async upload(onProgress: (bytes: number) => void): Promise<KpiFile> {
    const { vendor: vendorCode, path, bytes } = this.options;
    const call = {
      ...this.addressed(uploadKpiFile),
      query: { vendorCode, name: basename(path) },
      headers: {
        'Content-Type': 'text/csv',
        'Content-Length': String(bytes),
        'Idempotency-Key': randomUUID(),
      },
    };
    return this.patiently(() => this.sendFile(call, onProgress));
  }

  view(id: string): Promise<KpiFile> {
    return this.patiently(() => this.send<KpiFile>(this.addressed(viewKpiFile, id)));
  }

  suggestion(id: string): Promise<MappingSuggestion> {
    return this.patiently(() => this.send<MappingSuggestion>(this.addressed(suggestKpiMapping, id)));
  }

  async problems(id: string): Promise<readonly FileProblem[]> {
    const call = { ...this.addressed(listKpiFileProblems, id), query: { limit: String(PROBLEMS_SHOWN) } };
    return (await this.patiently(() => this.send<{ items: FileProblem[] }>(call))).items;
  }

  map(file: KpiFile, body: { mapping: unknown; name: string }): Promise<KpiFile> {
    return this.change(mapKpiFile, file, body);
  }

  confirm(file: KpiFile, body: Partial<Confirmation>): Promise<KpiFile> {
    return this.change(confirmKpiFile, file, body);
  }

  withdraw(file: KpiFile): Promise<KpiFile> {
    return this.change(withdrawKpiFile, file, {});
  }

  /** A change whose answer was lost has happened where the version moved on; else it is asked for again. */
  private change(operation: Described, file: KpiFile, body: object): Promise<KpiFile> {
    const call = {
      ...this.addressed(operation, file.id),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${file.version}"` },
    };
    let sent = false;
    return this.patiently(async () => {
      if (sent) {
        const now = await this.send<KpiFile>(this.addressed(viewKpiFile, file.id));
        if (now.version !== file.version) return now;
      }
      sent = true;
      return this.send<KpiFile>(call, JSON.stringify(body));
    });
  }

  private async patiently<T>(attempt: () => Promise<T>): Promise<T> {
    for (const wait of this.waits) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        await pause(wait);
      }
    }
    return attempt();
  }

  private addressed({ method, path }: Described, kpiFileId = ''): Call {
    return {
      method,
      path: path.replace(':tenant', encodeURIComponent(this.options.tenant)).replace(':kpiFileId', kpiFileId),
    };
  }

  private async send<T>(call: Call, body?: string): Promise<T> {
    const request = this.open(call);
    const response = answerOf(request);
    request.end(body);
    return read<T>(await response);
  }

  private async sendFile(call: Call, onProgress: (bytes: number) => void): Promise<KpiFile> {
    const request = this.open(call);
    const response = answerOf(request);
    let sent = 0;
    const count = new Transform({
      transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
        onProgress((sent += chunk.length));
        done(null, chunk);
      },
    });
    // a server that refuses answers before it has everything: its answer counts, not the broken pipe
    const sending = pipeline(createReadStream(this.options.path), count, request).catch(() => undefined);
    const answer = await response;
    const file = await read<KpiFile>(answer).finally(() => answer.statusCode !== 201 && request.destroy());
    await sending;
    return file;
  }

  private open({ method, path, query = {}, headers = {} }: Call) {
    const { url, key } = this.options;
    const address = new URL(`${url.pathname.replace(/\/$/, '')}/api/v1${path}`, url);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const request = address.protocol === 'https:' ? encryptedRequest : plainRequest;
    return request(address, {
      method,
      timeout: PATIENCE_MS,
      headers: {
        ...headers,
        Accept: 'application/json',
        Authorization: `Bearer ${key}`,
        'User-Agent': `plumbline-cli/${this.version}`,
      },
    });
  }
}

function answerOf(request: ReturnType<typeof plainRequest>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('timeout', () => request.destroy(new Error('the server does not answer')));
    request.on('error', (error) => reject(new Trouble(`${request.host}: ${error.message || error.name}`)));
  });
}

async function read<T>(response: IncomingMessage): Promise<T> {
  const status = response.statusCode ?? 0;
  const body = await text(response).catch((error: Error) => {
    throw new Trouble(`the answer broke off: ${error.message}`);
  });
  if (status >= 200 && status < 300) return JSON.parse(body) as T;
  const { code, detail } = problemIn(body);
  const said = `${detail ?? `the server answered ${status}`}${code === undefined ? '' : ` (${code})`}`;
  if (AGAIN.has(status) || code === 'in-progress') throw new Trouble(said);
  if (status >= 500 || (status >= 300 && status < 400)) throw new Stop(exitCodes.trouble, said);
  // what is wrong with the call is for its maker to mend, what is wrong with the file for the file's
  throw new Stop([413, 422].includes(status) ? exitCodes.wrong : exitCodes.usage, said);
}

function problemIn(body: string): { code?: string; detail?: string } {
  try {
    return JSON.parse(body) as { code?: string; detail?: string };
  } catch {
    return {};
  }
}
