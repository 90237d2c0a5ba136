import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { copyContract } from '@plumbline/contracts/schema';
import { viewKpiFile } from '@plumbline/measurements/schema';
import {
  ApiProblem,
  Empty,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { listVendors, type VendorSummary } from '@plumbline/vendors/schema';
import { ContractStore } from './contract-store';
import { copiesOf, type CopyChoice, readVendorList, suggestCopies, type UnknownVendor } from './copy-plan';
import { copiesPageWords } from './copies-page-words';

@Component({
  selector: 'pl-copies-page',
  imports: [PageHeader, PageStateView, Empty, ProblemView, RouterLink],
  providers: [ContractStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './copies-page.html',
  styles: `
    .scroll {
      overflow-x: auto;
    }
    table {
      border-collapse: collapse;
      width: 100%;
    }
    th,
    td {
      padding: var(--pl-1) var(--pl-3) var(--pl-1) 0;
      border-bottom: 1px solid var(--pl-line);
      text-align: start;
    }
    .list {
      max-width: 34rem;
    }
  `,
})
export class CopiesPage {
  readonly contractId = input.required<string>();
  /** From the address: the KPI file that waits for its vendors. */
  readonly kpiFileId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly text = texts(copiesPageWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly vendors = pageResource<readonly VendorSummary[]>({
    params: () => true,
    load: async (_, signal) => {
      const vendors: VendorSummary[] = [];
      let cursor: string | undefined;
      do {
        const page = await this.api.call(listVendors, { query: { limit: 200, cursor } }, { signal });
        vendors.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return vendors;
    },
  });
  protected readonly file = pageResource({
    params: () => this.kpiFileId(),
    load: (kpiFileId, signal) => this.api.call(viewKpiFile, { params: { kpiFileId } }, { signal }),
  });
  protected readonly pasted = signal('');
  private readonly unknown = computed((): readonly UnknownVendor[] =>
    this.kpiFileId() === undefined
      ? readVendorList(this.pasted())
      : (this.file.value()?.unknownVendors ?? []),
  );
  protected readonly choices = linkedSignal(() => suggestCopies(this.unknown(), this.vendors.value() ?? []));
  protected readonly entered = computed(
    () => this.choices().filter(({ vendorId }) => vendorId === null).length,
  );
  protected readonly state = computed(() => {
    const vendors = this.vendors.state();
    return vendors.is !== 'ready' && vendors.is !== 'empty'
      ? vendors
      : this.kpiFileId() === undefined
        ? vendors
        : this.file.state();
  });

  constructor() {
    effect(() => this.store.id.set(this.contractId()));
  }

  protected onPaste(event: Event): void {
    this.pasted.set((event.target as HTMLTextAreaElement).value);
  }

  protected choose(choice: CopyChoice, event: Event): void {
    const vendorId = (event.target as HTMLSelectElement).value || null;
    this.choices.update((all) => all.map((each) => (each === choice ? { ...each, vendorId } : each)));
  }

  protected reload(): void {
    this.vendors.reload();
    this.file.reload();
  }

  /** The one action: vendors, contracts and the waiting file, all or none. */
  protected async copy(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const contractId = this.contractId();
      const kpiFileId = this.kpiFileId();
      const { items } = await this.api.call(
        copyContract,
        { params: { contractId }, body: copiesOf(this.choices(), kpiFileId) },
        { submission: this.submission },
      );
      const created = items.filter((item) => item.created).length;
      const contracts = items.filter(({ contract }) => contract !== null).length;
      this.notices.done(this.text().done(created, contracts));
      await this.router.navigate([
        ...(kpiFileId === undefined
          ? this.tenant.link('contracts')
          : this.tenant.link('kpi-files', kpiFileId)),
      ]);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
