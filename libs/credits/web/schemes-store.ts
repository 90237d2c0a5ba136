import { inject, Injectable, signal } from '@angular/core';
import { listCreditSchemeGaps, listCreditSchemes, viewCreditScheme } from '@plumbline/credits/schema';
import { cursorList, pageResource, TenantApi, TenantContext } from '@plumbline/ui';

/** The schemes of the tenant, by contract. */
@Injectable()
export class SchemesStore {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);

  readonly schemes = cursorList({
    params: () => true,
    load: (_, cursor, signal) =>
      this.api.call(listCreditSchemes, { query: { cursor, limit: 50 } }, { signal }),
  });
  /** Amendments that nobody entered a scheme for: only whoever can do it is told. */
  readonly gaps = pageResource({
    params: () => (this.tenant.can('credit.manage') ? true : undefined),
    load: (_, signal) => this.api.call(listCreditSchemeGaps, {}, { signal }),
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
