import { inject, Injectable, signal } from '@angular/core';
import {
  deleteRegisterView,
  listIncidents,
  listRegisterViews,
  type RegisterFilters,
  type RegisterView,
  saveRegisterView,
} from '@plumbline/incidents/schema';
import { cursorList, pageResource, TenantApi } from '@plumbline/ui';

@Injectable()
export class RegisterStore {
  private readonly api = inject(TenantApi);
  readonly asked = signal<RegisterFilters | undefined>(undefined);

  readonly incidents = cursorList({
    params: () => this.asked(),
    load: (filters, cursor, signal) =>
      this.api.call(listIncidents, { query: { ...filters, cursor, limit: 100 } }, { signal }),
  });
  readonly views = pageResource({
    params: () => true as const,
    load: (_, signal) => this.api.call(listRegisterViews, {}, { signal }),
  });

  async save(name: string, filters: RegisterFilters, columns: readonly string[]): Promise<RegisterView> {
    const view = await this.api.call(saveRegisterView, { body: { name, filters, columns: [...columns] } });
    this.views.reload();
    return view;
  }

  async forget(viewId: string): Promise<void> {
    await this.api.call(deleteRegisterView, { params: { viewId } });
    this.views.reload();
  }
}
