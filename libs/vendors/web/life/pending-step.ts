import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import {
  ApiProblem,
  DatePipe,
  InstantPipe,
  Notices,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import {
  decideVendorStep,
  type Vendor,
  type VendorStep,
  withdrawVendorStep,
} from '@plumbline/vendors/schema';
import { VendorStore } from '../vendor-store';
import { vendorWords } from '../vendor-words';
import { lifeWords } from './life-words';

/** A step that waits, for whoever decides it or asked for it. */
@Component({
  selector: 'pl-pending-step',
  imports: [ProblemView, DatePipe, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let asked = step();
    <div class="waiting pl-stack" role="group" aria-labelledby="pl-pending-step">
      <h3 id="pl-pending-step">{{ text().waits(text().steps[asked.to]) }}</h3>
      <p>
        {{ asked.reason }}
        @if (asked.endDate; as date) {
          · {{ text().endDateOf((date | plDate) ?? '') }}
        }
        <span class="pl-muted pl-small">{{
          text().asked(asked.requestedBy.name, (asked.requestedAt | plInstant) ?? '')
        }}</span>
      </p>
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      @if (asked.own) {
        <p class="pl-muted">{{ text().ownRequest }}</p>
        <div>
          <button class="pl-button" type="button" [disabled]="busy()" (click)="withdraw()">
            {{ text().withdraw }}
          </button>
        </div>
      } @else if (tenant.can('vendor-life.approve')) {
        <div class="pl-form">
          <label class="reason">
            {{ text().reasonOfDecision }}
            <input
              #reason
              class="pl-input"
              maxlength="500"
              aria-describedby="pl-decision-hint"
              [attr.aria-invalid]="reasonMissing() ? 'true' : null"
            />
          </label>
          <p id="pl-decision-hint" class="pl-small" [class.missing]="reasonMissing()">
            {{ text().reasonHint }}
          </p>
          <div class="pl-row">
            <button
              class="pl-button"
              data-kind="primary"
              type="button"
              [disabled]="busy()"
              (click)="decide('approved', reason)"
            >
              {{ text().approve }}
            </button>
            <button class="pl-button" type="button" [disabled]="busy()" (click)="decide('declined', reason)">
              {{ text().decline }}
            </button>
          </div>
        </div>
      } @else {
        <p class="pl-muted">{{ text().mayNotApprove }}</p>
      }
    </div>
  `,
  styles: `
    .waiting {
      padding: var(--pl-3) var(--pl-4);
      border: 1px solid var(--pl-line-strong);
      border-inline-start: 3px solid var(--pl-accent);
      border-radius: var(--pl-radius);
    }
    .reason {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    .pl-form {
      gap: var(--pl-2);
    }
    .missing {
      color: var(--pl-bad-text);
    }
  `,
})
export class PendingStep {
  readonly vendor = input.required<Vendor>();
  readonly step = input.required<VendorStep>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly store = inject(VendorStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(lifeWords);
  private readonly words = texts(vendorWords);
  protected readonly busy = signal(false);
  protected readonly reasonMissing = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  private readonly ifMatch = computed(() => `"${this.step().version}"`);

  protected async decide(outcome: 'approved' | 'declined', field: HTMLInputElement): Promise<void> {
    const reason = field.value.trim();
    this.reasonMissing.set(outcome === 'declined' && reason === '');
    if (this.reasonMissing()) {
      field.focus();
      return;
    }
    const body = { outcome, ...(reason === '' ? {} : { reason }) };
    await this.act(async () => {
      const decided = await this.api.call(
        decideVendorStep,
        { params: { stepId: this.step().id }, body },
        { ifMatch: this.ifMatch() },
      );
      const text = this.text();
      this.notices.done(
        outcome === 'approved'
          ? text.approved(decided.vendor.name, this.words().states[decided.to])
          : text.declined,
      );
    });
  }

  protected withdraw(): Promise<void> {
    return this.act(async () => {
      await this.api.call(
        withdrawVendorStep,
        { params: { stepId: this.step().id } },
        { ifMatch: this.ifMatch() },
      );
      this.notices.done(this.text().withdrawn);
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
      this.store.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
      // the gate may have changed since it was read
      this.store.life.reload();
    } finally {
      this.busy.set(false);
    }
  }
}
