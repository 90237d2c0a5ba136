import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { compareContractVersions, type VersionComparison } from '@plumbline/contracts/schema';
import {
  DatePipe,
  type Hue,
  type IconName,
  PageHeader,
  pageResource,
  PageStateView,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { comparisonWords } from './comparison-words';
import { ContractStore } from './contract-store';
import { contractWords } from './contract-words';
import { FieldChanges } from './field-changes';

const looks: Readonly<
  Record<VersionComparison['clauses'][number]['change'], { readonly hue: Hue; readonly icon: IconName }>
> = {
  added: { hue: 'good', icon: 'plus' },
  removed: { hue: 'bad', icon: 'dash' },
  changed: { hue: 'note', icon: 'edit' },
};

/** Two versions of a contract side by side: what was added, removed, changed. Which two is in the address. */
@Component({
  selector: 'pl-comparison-page',
  imports: [PageHeader, PageStateView, StatusChip, FieldChanges, DatePipe],
  providers: [ContractStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './comparison-page.html',
})
export class ComparisonPage {
  readonly contractId = input.required<string>();
  /** From the address; the last two versions unless said. */
  readonly before = input<string>();
  readonly after = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly text = texts(comparisonWords);
  protected readonly words = texts(contractWords);
  protected readonly looks = looks;

  private readonly asked = signal<{ readonly contractId: string; before: number; after: number } | undefined>(
    undefined,
  );
  protected readonly versions = computed(() => this.store.contract.value()?.versions ?? []);
  protected readonly comparison = pageResource({
    params: () => this.asked(),
    load: ({ contractId, before, after }, signal) =>
      this.api.call(
        compareContractVersions,
        { params: { contractId }, query: { before, after } },
        { signal },
      ),
  });

  constructor() {
    effect(() => this.store.id.set(this.contractId()));
    effect(() => {
      const numbers = this.versions().map(({ number }) => number);
      const known = (asked: string | undefined) => numbers.find((number) => number === Number(asked));
      const after = known(this.after()) ?? numbers.at(-1);
      if (after === undefined) return;
      const before = known(this.before()) ?? numbers.findLast((number) => number < after) ?? after;
      this.asked.set({ contractId: this.contractId(), before, after });
    });
  }

  protected async show(before: string, after: string): Promise<void> {
    await this.router.navigate([...this.tenant.link('contracts', this.contractId(), 'comparison')], {
      queryParams: { before, after },
    });
  }
}
