import { inject, Injectable, signal } from '@angular/core';
import { listParityFindings, viewParityMatrix } from '@plumbline/contracts/schema';
import { cursorList, pageResource, TenantApi } from '@plumbline/ui';

/** The matrix of a day, and what was found so far. */
@Injectable()
export class ParityStore {
  private readonly api = inject(TenantApi);
  /** The day; undefined until the address is known, null for today. */
  readonly on = signal<string | null | undefined>(undefined);

  readonly matrix = pageResource({
    params: () => {
      const on = this.on();
      return on === undefined ? undefined : { on: on ?? undefined };
    },
    load: (query, signal) => this.api.call(viewParityMatrix, { query }, { signal }),
    isEmpty: ({ contracts, rows }) => contracts.length === 0 && rows.length === 0,
  });
  readonly findings = cursorList({
    params: () => true,
    load: (_, cursor, signal) =>
      this.api.call(listParityFindings, { query: { cursor, limit: 50 } }, { signal }),
  });
}
