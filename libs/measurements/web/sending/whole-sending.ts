import { kpiFile } from '@plumbline/measurements/schema';
import { ApiProblem, Submission, type TenantApi } from '@plumbline/ui';
import { Sending } from './sending';

/** A small file, in one request. Sent again it keeps its Idempotency-Key: a file whose answer was lost is not doubled. */
export class WholeSending extends Sending {
  readonly resumable = false;
  private readonly submission = new Submission();
  private abort: AbortController | null = null;

  async send(api: TenantApi, vendorId: string): Promise<void> {
    const form = new FormData();
    form.append('file', this.file, this.file.name);
    const abort = new AbortController();
    this.abort = abort;
    this.problem.set(null);
    this.share.set(0);
    this.now.set('sending');
    try {
      const received = await api.upload('/kpi-files', form, kpiFile, {
        query: { vendorId },
        submission: this.submission,
        signal: abort.signal,
        onProgress: (share) => this.share.set(share),
      });
      this.received.set(received);
      this.now.set('sent');
    } catch (error) {
      if (abort.signal.aborted) this.now.set('stopped');
      else {
        this.problem.set(ApiProblem.from(error));
        this.now.set('failed');
      }
    }
  }

  /** Before its turn it is simply not sent. */
  stop(): void {
    if (this.now() === 'waiting') this.now.set('stopped');
    this.abort?.abort();
  }

  leave(): void {
    this.stop();
  }
}
