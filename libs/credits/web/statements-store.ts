import { inject, Injectable, signal } from '@angular/core';
import { listCreditStatements } from '@plumbline/credits/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

interface StatementSearch {
  readonly period?: string | undefined;
  readonly vendorId?: string | undefined;
  readonly contractId?: string | undefined;
}

/** The statements the address asks for, newest month first. */
@Injectable()
export class StatementsStore {
  private readonly api = inject(TenantApi);
  /** Nothing is read before it is known what is asked for. */
  readonly search = signal<StatementSearch | undefined>(undefined);

  readonly statements = cursorList({
    params: () => this.search(),
    load: (search, cursor, signal) =>
      this.api.call(listCreditStatements, { query: { ...search, cursor, limit: 50 } }, { signal }),
  });
}
