import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import {
  type FileProblem,
  type KpiFile,
  type Confirmation,
  confirmKpiFile,
  listKpiFileProblems,
  mapKpiFile,
  type MappingSuggestion,
  resumableFrom,
  suggestKpiMapping,
  uploadKpiFile,
  viewKpiFile,
  withdrawKpiFile,
} from '@plumbline/measurements/schema';
import { ApiCalls, type Described } from './api-calls';
import type { PushOptions } from './push-arguments';
import { sendInPieces } from './send-in-pieces';

const PROBLEMS_SHOWN = 20;

/** The few calls of the public API that handing in a file takes. */
export class PushApi {
  private readonly calls: ApiCalls;

  constructor(
    private readonly options: Pick<PushOptions, 'url' | 'tenant' | 'key' | 'vendor' | 'path' | 'bytes'>,
    version: string,
    waits?: readonly number[],
  ) {
    this.calls = new ApiCalls(options, version, waits);
  }

  /** A large file goes in pieces, on from where an earlier attempt stopped; a small one in one request. */
  upload(onProgress: (bytes: number) => void): Promise<KpiFile> {
    return this.options.bytes < resumableFrom
      ? this.uploadWhole(onProgress)
      : sendInPieces(this.calls, this.options, onProgress);
  }

  view(id: string): Promise<KpiFile> {
    return this.calls.patiently(() => this.calls.send<KpiFile>(this.calls.addressed(viewKpiFile, id)));
  }

  suggestion(id: string): Promise<MappingSuggestion> {
    return this.calls.patiently(() =>
      this.calls.send<MappingSuggestion>(this.calls.addressed(suggestKpiMapping, id)),
    );
  }

  async problems(id: string): Promise<readonly FileProblem[]> {
    const call = {
      ...this.calls.addressed(listKpiFileProblems, id),
      query: { limit: String(PROBLEMS_SHOWN) },
    };
    return (await this.calls.patiently(() => this.calls.send<{ items: FileProblem[] }>(call))).items;
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
      ...this.calls.addressed(operation, file.id),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${file.version}"` },
    };
    let sent = false;
    return this.calls.patiently(async () => {
      if (sent) {
        const now = await this.calls.send<KpiFile>(this.calls.addressed(viewKpiFile, file.id));
        if (now.version !== file.version) return now;
      }
      sent = true;
      return this.calls.send<KpiFile>(call, JSON.stringify(body));
    });
  }

  /** The same Idempotency-Key at each attempt: a file whose answer was lost is not handed in twice. */
  private uploadWhole(onProgress: (bytes: number) => void): Promise<KpiFile> {
    const { vendor: vendorCode, path, bytes } = this.options;
    const call = {
      ...this.calls.addressed(uploadKpiFile),
      query: { vendorCode, name: basename(path) },
      headers: {
        'Content-Type': 'text/csv',
        'Content-Length': String(bytes),
        'Idempotency-Key': randomUUID(),
      },
    };
    return this.calls.patiently(
      async () => (await this.calls.sendBytes<KpiFile>(call, createReadStream(path), onProgress)).body,
    );
  }
}
