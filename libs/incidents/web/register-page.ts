import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  exportIncidents,
  type IncidentSummary,
  phiAnswers,
  registerFormats,
  severities,
} from '@plumbline/incidents/schema';
import {
  ApiProblem,
  DataTable,
  Empty,
  Icon,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { listVendors } from '@plumbline/vendors/schema';
import { incidentWords, severityLooks, stateLooks } from './incident-words';
import { registerColumns } from './register-columns';
import { filtersOf, queryOf } from './register-filters';
import { RegisterStore } from './register-store';
import { registerWords } from './register-words';

/** All incidents, narrowed by the address; views that somebody saved; the same as a file. */
@Component({
  selector: 'pl-register-page',
  imports: [
    PageHeader,
    PageStateView,
    ProblemView,
    Empty,
    DataTable,
    TableCell,
    StatusChip,
    Icon,
    RouterLink,
  ],
  providers: [RegisterStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './register-page.html',
  styles: `
    .filters > label {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      font-size: var(--pl-text-13);
    }
    .filters {
      align-items: flex-end;
    }
    .filters .pl-input {
      width: auto;
      max-width: min(16rem, 100%);
    }
    details {
      position: relative;
    }
    summary {
      display: inline-flex;
      list-style: none;
    }
    .menu {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
      max-width: 22rem;
      margin-top: var(--pl-2);
    }
  `,
})
export class RegisterPage {
  /** From the address. */
  readonly search = input<string>();
  readonly state = input<string>();
  readonly open = input<string>();
  readonly vendorId = input<string>();
  readonly severity = input<string>();
  readonly phi = input<string>();
  readonly late = input<string>();
  readonly from = input<string>();
  readonly before = input<string>();
  readonly drills = input<string>();
  readonly exerciseId = input<string>();
  readonly columns = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(RegisterStore);
  protected readonly text = texts(registerWords);
  protected readonly words = texts(incidentWords);
  protected readonly stateLooks = stateLooks;
  protected readonly severityLooks = severityLooks;
  protected readonly severities = severities;
  protected readonly phiAnswers = phiAnswers;
  protected readonly byId = ({ id }: IncidentSummary) => id;
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly viewName = signal('');
  protected readonly chosenView = signal('');

  protected readonly filters = computed(() =>
    filtersOf({
      search: this.search(),
      state: this.state(),
      open: this.open(),
      vendorId: this.vendorId(),
      severity: this.severity(),
      phi: this.phi(),
      late: this.late(),
      from: this.from(),
      before: this.before(),
      drills: this.drills(),
      exerciseId: this.exerciseId(),
    }),
  );
  protected readonly narrowed = computed(() =>
    Object.entries(this.filters()).some(([name, value]) => name !== 'drills' && value !== undefined),
  );
  private readonly known = pageResource({
    params: () => (this.tenant.vendors().length !== 1 ? (true as const) : undefined),
    load: (_, signal) => this.api.call(listVendors, { query: { limit: 200 } }, { signal }),
  });
  protected readonly vendors = computed(() => this.known.value()?.items ?? []);
  protected readonly tableColumns = computed(() =>
    registerColumns({
      headers: this.text().columns,
      words: this.words(),
      locale: this.reader.locale(),
      timeZone: this.tenant.timeZone(),
      link: (id) => this.tenant.link('incidents', id),
      chosen: this.columns()?.split(',') ?? null,
    }),
  );
  protected readonly exports = computed(() =>
    registerFormats.map((format) => ({
      format,
      name: format === 'veris' ? 'VERIS JSON' : format.toUpperCase(),
      url: this.api.urlOf(exportIncidents, { query: { ...this.filters(), format } }),
    })),
  );

  constructor() {
    effect(() => this.store.asked.set(this.filters()));
  }

  protected ask(name: string, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement;
    void this.go({ [name]: value === '' ? null : value });
  }

  protected onColumns(keys: readonly string[]): void {
    void this.go({ columns: keys.join(',') });
  }

  protected showView(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.chosenView.set(value);
    const view = this.store.views.value()?.items.find(({ id }) => id === value);
    if (view) void this.go({ ...queryOf(view.filters), columns: view.columns.join(',') || null });
  }

  protected onName(event: Event): void {
    this.viewName.set((event.target as HTMLInputElement).value);
  }

  protected async saveView(event: Event): Promise<void> {
    event.preventDefault();
    const name = this.viewName().trim();
    if (name === '') {
      this.notices.problem(this.text().nameIt);
      return;
    }
    await this.act(async () => {
      const columns = this.tableColumns().filter(({ hidden }) => !hidden);
      const view = await this.store.save(
        name,
        this.filters(),
        columns.map(({ key }) => key),
      );
      this.viewName.set('');
      this.chosenView.set(view.id);
      this.notices.done(this.text().saved(name));
    });
  }

  protected forgetView(): Promise<void> {
    return this.act(async () => {
      await this.store.forget(this.chosenView());
      this.chosenView.set('');
      this.notices.done(this.text().forgotten);
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
