import { inject, Injectable, signal } from '@angular/core';
import { listCreditSchemes, viewCreditScheme } from '@plumbline/credits/schema';
import { cursorList, pageResource, TenantApi } from '@plumbline/ui';

/** The schemes of the tenant, by contract. */
@Injectable()
export class SchemesStore {
  private readonly api = inject(TenantApi);

  readonly schemes = cursorList({
    params: () => true,
    load: (_, cursor, signal) =>
      this.api.call(listCreditSchemes, { query: { cursor, limit: 50 } }, { signal }),
  });
}

/** The scheme of one contract version. */
@Injectable()
export class SchemeStore {
  private readonly api = inject(TenantApi);
  readonly version = signal<{ readonly contractId: string; readonly number: number } | undefined>(undefined);

  readonly scheme = pageResource({
    params: () => this.version(),
    load: (params, signal) => this.api.call(viewCreditScheme, { params }, { signal }),
  });
}
