import { signal } from '@angular/core';
import { type KpiFile } from '@plumbline/measurements/schema';
import { type ApiProblem, type TenantApi } from '@plumbline/ui';

/** `lost`: the connection is away, and it goes on by itself; `stopped`: nothing of it was kept. */
export type SendingState = 'waiting' | 'sending' | 'lost' | 'paused' | 'sent' | 'failed' | 'stopped';

let begun = 0;

/** One file on its way to the server. */
export abstract class Sending {
  /** Among those of this page. */
  readonly ordinal = (begun += 1);
  protected readonly now = signal<SendingState>('waiting');
  readonly state = this.now.asReadonly();
  /** Of its bytes, 0 to 1. */
  readonly share = signal(0);
  readonly problem = signal<ApiProblem | null>(null);
  readonly received = signal<KpiFile | null>(null);
  /** Whether what has arrived is kept and can be gone on with. */
  abstract readonly resumable: boolean;

  constructor(readonly file: File) {}

  /** Ends when it is sent, or rests. */
  abstract send(api: TenantApi, vendorId: string): Promise<void>;

  /** Ends it; nothing of it is kept. */
  abstract stop(): void;

  /** The page is left, or another file takes its place: what can be gone on with later is kept. */
  abstract leave(): void;

  again(): void {
    if (['failed', 'stopped', 'paused'].includes(this.now())) this.now.set('waiting');
  }
}
