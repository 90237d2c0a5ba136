import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { activateContractVersion, draftContractVersion, openBlocking } from '@plumbline/contracts/schema';
import {
  addMonths,
  ApiProblem,
  Confirm,
  DatePipe,
  formatDate,
  formatMonth,
  MonthPicker,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { ContractCredits } from './contract-credits';
import { ContractDatesList } from './contract-dates-list';
import { ContractOwner } from './contract-owner';
import { contractPageWords } from './contract-page-words';
import { ContractStore } from './contract-store';
import { contractWords } from './contract-words';
import { versionToShow } from './in-force';
import { today } from './today';
import { VersionChip } from './version-chip';
import { VersionView } from './version-view';

@Component({
  selector: 'pl-contract-page',
  imports: [
    ContractCredits,
    PageHeader,
    PageStateView,
    ProblemView,
    MonthPicker,
    VersionChip,
    VersionView,
    ContractDatesList,
    ContractOwner,
    RouterLink,
    DatePipe,
  ],
  providers: [ContractStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contract-page.html',
  styles: `
    .versions a {
      text-decoration: none;
    }
    .versions [aria-current] {
      border-color: var(--pl-accent);
      box-shadow: inset 0 -2px 0 var(--pl-accent);
    }
  `,
})
export class ContractPage {
  readonly contractId = input.required<string>();
  /** From the address: the version shown. */
  readonly version = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ContractStore);
  protected readonly text = texts(contractPageWords);
  protected readonly words = texts(contractWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  private readonly day = today(this.tenant.timeZone());
  protected readonly earliest = computed(() => {
    const newest = this.store.contract.value()?.versions.at(-1)?.effectiveFrom.slice(0, 7) ?? '2000-01';
    return addMonths(newest, 1);
  });
  protected readonly latest = computed(() => addMonths(this.earliest(), 120));
  /** First month of an amendment; the coming month unless chosen. */
  protected readonly chosenFrom = signal<string | null>(null);
  protected readonly amendFrom = computed(() => {
    const next = addMonths(this.day.slice(0, 7), 1);
    return this.chosenFrom() ?? (next > this.earliest() ? next : this.earliest());
  });
  protected readonly hasDraft = computed(
    () => this.store.contract.value()?.versions.some(({ state }) => state === 'draft') ?? false,
  );
  protected readonly hasAgreed = computed(
    () => this.store.contract.value()?.versions.some(({ state }) => state === 'active') ?? false,
  );
  protected readonly blocking = computed(
    () => openBlocking(this.store.version.value()?.findings ?? []).length,
  );

  constructor() {
    effect(() => this.store.id.set(this.contractId()));
    effect(() => {
      const asked = Number(this.version());
      const contract = this.store.contract.value();
      const shown = contract?.versions.find(({ number }) => number === asked);
      this.store.number.set((shown ?? versionToShow(contract?.versions ?? [], this.day))?.number);
    });
  }

  protected async activate(): Promise<void> {
    const version = this.store.version.value();
    if (!version?.activation || this.busy()) return;
    const text = this.text();
    const { endsVersion, months } = version.activation;
    const locale = this.reader.locale();
    const agreed = await this.confirm.ask({
      title: text.activateTitle(version.number),
      effect: text.activateEffect({
        from: formatDate(version.effectiveFrom, locale),
        ends: endsVersion,
        months: months.map((month) => formatMonth(month, locale)),
      }),
      action: text.activate,
    });
    if (!agreed) return;
    await this.run(async () => {
      const { contractId, number } = version;
      const active = await this.api.call(
        activateContractVersion,
        { params: { contractId, number } },
        { ifMatch: `"${version.version}"` },
      );
      this.store.version.set(active);
      this.store.contract.reload();
      this.notices.done(text.activated(number));
    });
  }

  protected async amend(): Promise<void> {
    const contractId = this.contractId();
    await this.run(async () => {
      const draft = await this.api.call(
        draftContractVersion,
        { params: { contractId }, body: { effectiveFrom: `${this.amendFrom()}-01` } },
        { submission: this.submission },
      );
      await this.router.navigate([
        ...this.tenant.link('contracts', contractId, 'versions', `${draft.number}`, 'edit'),
      ]);
    });
  }

  private async run(action: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await action();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
