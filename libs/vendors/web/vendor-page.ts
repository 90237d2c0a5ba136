import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ContractSummary } from '@plumbline/contracts/schema';
import {
  ApiProblem,
  Confirm,
  DatePipe,
  Empty,
  FigurePipe,
  MonthPipe,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { moveVendor, type VendorState } from '@plumbline/vendors/schema';
import { VendorProfile } from './profile/vendor-profile';
import { vendorPageWords } from './vendor-page-words';
import { VendorStore } from './vendor-store';
import { vendorStateLook, vendorWords } from './vendor-words';

@Component({
  selector: 'pl-vendor-page',
  imports: [
    PageHeader,
    PageStateView,
    Empty,
    StatusChip,
    ProblemView,
    RouterLink,
    DatePipe,
    MonthPipe,
    FigurePipe,
    VendorProfile,
  ],
  providers: [VendorStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vendor-page.html',
  styles: `
    li {
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
    }
    li:last-child {
      border-bottom: 0;
    }
  `,
})
export class VendorPage {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(vendorPageWords);
  protected readonly words = texts(vendorWords);
  protected readonly looks = vendorStateLook;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly services = computed(() => {
    const services = this.store.vendor.value()?.services ?? [];
    return services.map((service) => this.words().services[service]).join(', ') || this.text().noServices;
  });

  constructor() {
    effect(() => this.store.id.set(this.vendorId()));
  }

  /** The version in force today, else the one that comes next. */
  protected versionOf(contract: ContractSummary): ContractSummary['versions'][number] | undefined {
    const today = new Date().toISOString().slice(0, 10);
    const active = contract.versions.filter(({ state }) => state === 'active');
    return (
      active.findLast(({ effectiveFrom }) => effectiveFrom <= today) ?? active[0] ?? contract.versions[0]
    );
  }

  protected async move(to: VendorState): Promise<void> {
    const vendor = this.store.vendor.value();
    if (!vendor || this.busy()) return;
    const text = this.text();
    const agreed = await this.confirm.ask({
      title: text.moveTitle(vendor.name, this.words().states[to]),
      effect: text.moveEffects[to],
      action: text.moves[to],
      danger: to === 'ended',
    });
    if (!agreed) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const moved = await this.api.call(
        moveVendor,
        { params: { vendorId: vendor.id }, body: { to } },
        { ifMatch: `"${vendor.version}"` },
      );
      this.store.vendor.set(moved);
      this.notices.done(text.moved(moved.name, this.words().states[to]));
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
