import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as encryptedRequest } from 'node:https';
import { Transform, type TransformCallback } from 'node:stream';
import { type ReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { exitCodes, Stop } from './exit-codes';
import type { PushOptions } from './push-arguments';

/** Where the network or the server failed: the call may be made again. */
export class Trouble extends Stop {
  constructor(message: string) {
    super(exitCodes.trouble, message);
  }
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long nothing may be heard. */
  readonly patienceMs?: number;
}

export type Described = { readonly method: string; readonly path: string };

const PATIENCE_MS = 60_000;
const WAITS_MS = [250, 500, 1_000, 2_000, 4_000] as const;
/** Answers after which the same call may succeed: too many, or a server that is just starting. */
const AGAIN = new Set([429, 502, 503, 504]);
/** Conflicts that pass: the first call is still running, or the bytes are to be sent from elsewhere on. */
const PASSING = new Set(['in-progress', 'wrong-offset']);

/** Calls of the public API as the holder of a key. */
export class ApiCalls {
  constructor(
    private readonly options: Pick<PushOptions, 'url' | 'tenant' | 'key'>,
    private readonly version: string,
    private readonly waits: readonly number[] = WAITS_MS,
  ) {}

  async patiently<T>(attempt: () => Promise<T>): Promise<T> {
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

  /** The call of an operation; `id` is that of the thing in its path. */
  addressed({ method, path }: Described, id = ''): Call {
    const inTenant = path.replace(':tenant', encodeURIComponent(this.options.tenant));
    return { method, path: inTenant.replace(/:\w+/, id) };
  }

  async send<T>(call: Call, body?: string): Promise<T> {
    const request = this.open(call);
    const response = answerOf(request);
    request.end(body);
    return read<T>(await response);
  }

  /** Sends bytes of a file and answers once the server has; `onProgress` gets how many have gone. */
  async sendBytes<T>(
    call: Call,
    bytes: ReadStream,
    onProgress: (bytes: number) => void,
  ): Promise<{ readonly body: T; readonly headers: IncomingMessage['headers'] }> {
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
    const sending = pipeline(bytes, count, request).catch(() => undefined);
    const answer = await response;
    const body = await read<T>(answer).finally(
      () => ![201, 204].includes(answer.statusCode ?? 0) && request.destroy(),
    );
    await sending;
    return { body, headers: answer.headers };
  }

  private open({ method, path, query = {}, headers = {}, patienceMs = PATIENCE_MS }: Call) {
    const { url, key } = this.options;
    const address = new URL(`${url.pathname.replace(/\/$/, '')}/api/v1${path}`, url);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const request = address.protocol === 'https:' ? encryptedRequest : plainRequest;
    return request(address, {
      method,
      timeout: patienceMs,
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
  if (status >= 200 && status < 300) return (body === '' ? undefined : JSON.parse(body)) as T;
  const { code, detail } = problemIn(body);
  const said = `${detail ?? `the server answered ${status}`}${code === undefined ? '' : ` (${code})`}`;
  if (AGAIN.has(status) || PASSING.has(code ?? '')) throw new Trouble(said);
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
