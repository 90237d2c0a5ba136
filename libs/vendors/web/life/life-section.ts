import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import {
  DatePipe,
  formatInstant,
  PageStateView,
  Reader,
  TenantContext,
  texts,
  Timeline,
} from '@plumbline/ui';
import type { Vendor, VendorState } from '@plumbline/vendors/schema';
import { VendorStore } from '../vendor-store';
import { vendorWords } from '../vendor-words';
import { GateList } from './gate-list';
import { lifeWords } from './life-words';
import { requirementText } from './requirement-words';
import { PendingStep } from './pending-step';
import { StepForm } from './step-form';

/** A vendor's life: where it stands, what waits, what each next step asks, and every step so far. */
@Component({
  selector: 'pl-vendor-life',
  imports: [PageStateView, Timeline, GateList, PendingStep, StepForm, DatePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-life">
      <h2 id="pl-life">{{ text().life }}</h2>
      <pl-page-state [state]="store.life.state()" (retry)="store.life.reload()">
        @if (store.life.value(); as life) {
          <div class="pl-stack">
            @if (life.endDate; as date) {
              <p>{{ text().until((date | plDate) ?? '') }}</p>
            }
            @if (entered(); as step) {
              <div role="note" class="pl-stack">
                <p>
                  {{ text().enteredActive(step.requestedBy.name, instant(step.requestedAt)) }}:
                  {{ step.reason }}
                </p>
                @if (step.open.length > 0) {
                  <p class="pl-muted">{{ text().notLookedAt }}</p>
                  <ul class="pl-muted">
                    @for (line of step.open; track line) {
                      <li>{{ line }}</li>
                    }
                  </ul>
                }
              </div>
            }
            @if (life.pending; as pending) {
              <pl-pending-step [vendor]="vendor()" [step]="pending" />
            }
            @if (life.next.length === 0) {
              <p class="pl-muted">{{ text().nothingMore }}</p>
            }
            <div class="pl-grid">
              @for (step of life.next; track step.to) {
                <div class="pl-stack" role="group" [attr.aria-labelledby]="'pl-step-' + step.to">
                  <h3 [id]="'pl-step-' + step.to">{{ text().steps[step.to] }}</h3>
                  <pl-gate-list [gate]="step.gate" />
                  @if (asking() === step.to) {
                    <pl-step-form [vendor]="vendor()" [step]="step" (closed)="asking.set(null)" />
                  } @else if (
                    tenant.can('vendor.write') && (life.pending === null || step.approval === 'at-once')
                  ) {
                    <div>
                      <button
                        class="pl-button"
                        type="button"
                        [attr.data-kind]="step.to === 'ended' ? 'danger' : null"
                        (click)="asking.set(step.to)"
                      >
                        {{ text().steps[step.to] }} …
                      </button>
                    </div>
                  }
                </div>
              }
            </div>
            <details [open]="life.next.length === 0">
              <summary>{{ text().history }} ({{ events().length }})</summary>
              @if (events().length > 0) {
                <pl-timeline [events]="events()" />
              } @else {
                <p class="pl-muted">{{ text().noHistory }}</p>
              }
            </details>
          </div>
        }
      </pl-page-state>
    </section>
  `,
  styles: `
    summary {
      min-height: 1.5rem;
      cursor: pointer;
    }
    pl-timeline {
      margin-top: var(--pl-3);
    }
  `,
})
export class LifeSection {
  readonly vendor = input.required<Vendor>();

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(lifeWords);
  private readonly words = texts(vendorWords);
  protected readonly asking = signal<VendorState | null>(null);

  /** How a vendor came in that passed no gate, and what nobody looked at. */
  protected readonly entered = computed(() => {
    const step = this.store.life.value()?.history.find(({ state }) => state === 'entered');
    const open = (step?.gate ?? []).filter(({ met }) => !met);
    return step && { ...step, open: open.map((line) => requirementText(line, this.reader.locale())) };
  });
  protected readonly events = computed(() => {
    const [text, { states }] = [this.text(), this.words()];
    return (this.store.life.value()?.history ?? []).map((step) => {
      const decided =
        step.decidedBy && step.decidedAt
          ? ` (${text.decidedBy(step.decidedBy.name, this.instant(step.decidedAt))})`
          : '';
      const because = step.decisionReason === null ? '' : ` ${step.decisionReason}`;
      return {
        id: step.id,
        at: step.requestedAt,
        text: `${text.fromTo(states[step.from], states[step.to])}: ${text.states[step.state]}${decided}. ${step.reason}.${because}`,
        by: step.requestedBy.name,
      };
    });
  });

  protected instant(at: string): string {
    return formatInstant(at, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() });
  }
}
