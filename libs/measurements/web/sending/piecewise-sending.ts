import { signal } from '@angular/core';
import {
  completeKpiFileUpload,
  type KpiFileUpload,
  listKpiFileUploads,
  removeKpiFileUpload,
} from '@plumbline/measurements/schema';
import { ApiProblem, type TenantApi } from '@plumbline/ui';
import { fingerprintOf } from './file-fingerprint';
import { Sending } from './sending';
import { type TusUpload } from './tus-upload';

/** A large file, piece by piece: after a lost connection, a pause or a reload it goes on where it stopped. */
export class PiecewiseSending extends Sending {
  readonly resumable = true;
  private api: TenantApi | null = null;
  private upload: TusUpload | null = null;
  /** Counts up when it is paused or ended: what was under way before has nothing more to say. */
  private turn = 0;

  /** It was removed or refused: sent again it begins anew. */
  private gone = false;
  /** Of the upload that it goes on with; null before it has begun. */
  readonly id = signal<string | null>(null);

  constructor(file: File, begun: string | null = null) {
    super(file);
    this.id.set(begun);
  }

  async send(api: TenantApi, vendorId: string): Promise<void> {
    const turn = (this.turn += 1);
    this.api = api;
    this.problem.set(null);
    this.now.set('sending');
    try {
      // a page that was reloaded, or whose answer was lost, does not know what it had begun; the server does
      const fingerprint = await fingerprintOf(this.file);
      const begun =
        (this.gone ? null : this.id()) ??
        (await begunBefore(api, vendorId, this.file, fingerprint))?.id ??
        null;
      const tus = await import('./tus-upload');
      if (turn !== this.turn) return;
      this.id.set(begun);
      this.gone = false;
      this.upload = new tus.TusUpload(this.file, {
        api,
        vendorId,
        fingerprint,
        id: begun,
        onBegun: (id) => this.id.set(id),
        onProgress: (share) => {
          if (turn !== this.turn) return;
          this.share.set(share);
          this.now.set('sending');
        },
        onLost: () => turn === this.turn && this.now.set('lost'),
      });
      const id = await this.upload.run();
      const received = await api.call(completeKpiFileUpload, { params: { kpiFileUploadId: id } });
      if (turn !== this.turn) return;
      this.received.set(received);
      this.now.set('sent');
    } catch (error) {
      if (turn === this.turn) this.fail(ApiProblem.from(error));
    }
  }

  /** Until somebody goes on with it; what has arrived is kept for a day. */
  pause(): void {
    this.halt();
    this.now.set('paused');
  }

  /** The network is back: no need to wait for the next attempt. */
  online(): void {
    if (this.now() === 'lost') this.upload?.retryNow();
  }

  stop(): void {
    this.halt();
    this.now.set('stopped');
    this.share.set(0);
    const { api } = this;
    const id = this.id();
    this.gone = true;
    if (api && id !== null) void this.remove(api, id);
  }

  leave(): void {
    this.halt();
  }

  private halt(): void {
    this.turn += 1;
    this.upload?.halt();
  }

  private async remove(api: TenantApi, id: string): Promise<void> {
    try {
      await api.call(removeKpiFileUpload, { params: { kpiFileUploadId: id } });
    } catch (error) {
      const problem = ApiProblem.from(error);
      // gone already is as good
      if (problem.status !== 404) this.problem.set(problem);
    }
  }

  private fail(problem: ApiProblem): void {
    this.problem.set(problem);
    this.now.set('failed');
    // what was refused for what is in it cannot be gone on with
    if (problem.status === 422 || problem.status === 404) this.gone = true;
  }
}

async function begunBefore(
  api: TenantApi,
  vendorId: string,
  file: File,
  fingerprint: string,
): Promise<KpiFileUpload | undefined> {
  const { items } = await api.call(listKpiFileUploads, { query: { vendorId } });
  return items.find((each) => each.fingerprint === fingerprint && each.bytes === file.size);
}
