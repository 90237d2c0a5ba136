import { inject, Injectable, signal } from '@angular/core';
import { viewCreditStatement } from '@plumbline/credits/schema';
import { pageResource, TenantApi } from '@plumbline/ui';

/** One statement. */
@Injectable()
export class StatementStore {
  private readonly api = inject(TenantApi);
  readonly id = signal<string | undefined>(undefined);

  readonly statement = pageResource({
    params: () => this.id(),
    load: (statementId, signal) =>
      this.api.call(viewCreditStatement, { params: { statementId } }, { signal }),
  });
}
