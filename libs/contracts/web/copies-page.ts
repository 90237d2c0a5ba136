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
import { Router } from '@angular/router';
import { copyContract } from '@plumbline/contracts/schema';
import {
  ApiProblem,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { ContractStore } from './contract-store';
import { copiesOf, type CopyChoice, readVendorList, suggestCopies } from './copy-plan';
import { copiesPageWords } from './copies-page-words';
import { VendorsStore } from './vendors-store';

@Component({
  selector: 'pl-copies-page',
  imports: [PageHeader, PageStateView, ProblemView],
  providers: [ContractStore, VendorsStore],
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

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly text = texts(copiesPageWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly vendors = inject(VendorsStore);
  protected readonly pasted = signal('');
  protected readonly choices = linkedSignal(() =>
    suggestCopies(readVendorList(this.pasted()), this.vendors.vendors.value() ?? []),
  );
  protected readonly entered = computed(
    () => this.choices().filter(({ vendorId }) => vendorId === null).length,
  );

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

  /** The one action: vendors and contracts, all or none. */
  protected async copy(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const contractId = this.contractId();
      const { items } = await this.api.call(
        copyContract,
        { params: { contractId }, body: copiesOf(this.choices()) },
        { submission: this.submission },
      );
      const created = items.filter((item) => item.created).length;
      const contracts = items.filter(({ contract }) => contract !== null).length;
      this.notices.done(this.text().done(created, contracts));
      await this.router.navigate([...this.tenant.link('contracts')]);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
