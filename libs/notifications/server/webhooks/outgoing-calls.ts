import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { isPublicAddress } from './public-addresses';

/** Whom may be called, and how. There is one in the product; specs inject another, and no setting leads to it. */
export interface Network {
  /** Whether this address may be connected to. */
  readonly allows: (address: string) => boolean;
  readonly resolve: (host: string, found: (error: Error | null, addresses: LookupAddress[]) => void) => void;
  readonly request: (options: RequestOptions, answered: (response: IncomingMessage) => void) => ClientRequest;
}

export const publicInternet: Network = {
  allows: isPublicAddress,
  resolve: (host, found) =>
    systemLookup(host, { all: true, order: 'verbatim' }, (error, addresses) => found(error, addresses ?? [])),
  request: httpsRequest,
};

export type CallResult =
  | { readonly kind: 'answered'; readonly status: number; readonly answer: string }
  /** We would not call it, or it never answered. */
  | { readonly kind: 'refused' | 'failed'; readonly reason: string };

class RefusedAddress extends Error {}

const LONGEST_MS = 10_000;
const ANSWER_BYTES = 512;

/**
 * Calls addresses that people typed in, from inside the house (ASVS 1.3.6): by https only, to public addresses only, looked at
 * when they are resolved, and the one that is resolved is the one that is connected to, so that a name that changes its mind gains
 * nothing. A redirect is an answer like another and is not followed. One connection a call, ten seconds, the first bytes.
 */
export class OutgoingCalls {
  constructor(private readonly network: Network = publicInternet) {}

  post(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<CallResult> {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '')
      return Promise.resolve({ kind: 'refused', reason: 'only https is called' });
    const host = url.hostname.replace(/^\[|\]$/g, '');
    // an address that is written as a number is never resolved: look at it here
    if (isIP(host) !== 0 && !this.network.allows(host)) return Promise.resolve(refusal(host));
    return new Promise((done) => {
      const request = this.network.request(
        {
          method: 'POST',
          hostname: host,
          port: url.port === '' ? 443 : Number(url.port),
          path: `${url.pathname}${url.search}`,
          headers: { ...headers, Host: url.host, 'Content-Length': Buffer.byteLength(body) },
          lookup: this.lookup,
          agent: false,
          maxHeaderSize: 8 * 1024,
          signal: AbortSignal.timeout(LONGEST_MS),
        },
        (response) => this.read(response, request, done),
      );
      request.on('socket', (socket: Socket) =>
        socket.once('connect', () => {
          const { remoteAddress = '' } = socket;
          if (!this.network.allows(remoteAddress)) request.destroy(new RefusedAddress(remoteAddress));
        }),
      );
      request.on('error', (error: NodeJS.ErrnoException) =>
        done(
          error instanceof RefusedAddress
            ? refusal(error.message)
            : {
                kind: 'failed',
                reason:
                  error.name === 'AbortError' ? 'no answer within 10 seconds' : (error.code ?? error.message),
              },
        ),
      );
      request.end(body);
    });
  }

  /** All addresses of a name have to be public: which of them would be taken is not ours to say. */
  private readonly lookup: LookupFunction = (host, options, found) =>
    this.network.resolve(host, (error, addresses) => {
      const [first] = addresses;
      const forbidden = addresses.find(({ address }) => !this.network.allows(address));
      if (error || !first) found(error ?? new Error(`no address of ${host}`), '');
      else if (forbidden) found(new RefusedAddress(forbidden.address), '');
      else if (options.all) found(null, addresses);
      else found(null, first.address, first.family);
    });

  private read(response: IncomingMessage, request: ClientRequest, done: (result: CallResult) => void): void {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const finish = () => {
      done({
        kind: 'answered',
        status: response.statusCode ?? 0,
        // control characters and NUL have no place in a log, nor in a text of PostgreSQL
        answer: Buffer.concat(pieces)
          .subarray(0, ANSWER_BYTES)
          .toString('utf8')
          .replace(/\p{Cc}+/gu, ' ')
          .trim(),
      });
      request.destroy();
    };
    response.on('data', (piece: Buffer) => {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= ANSWER_BYTES) finish();
    });
    response.on('end', finish);
    response.on('error', finish);
  }
}

function refusal(address: string): CallResult {
  return { kind: 'refused', reason: `${address} is not an address of the public internet` };
}
