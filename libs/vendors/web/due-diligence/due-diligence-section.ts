import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  ApiProblem,
  Empty,
  Notices,
  PageStateView,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { itemGates, takeOverTemplate, type Vendor } from '@plumbline/vendors/schema';
import { VendorStore } from '../vendor-store';
import { ItemCard } from './item-card';
import { itemWords } from './item-words';

/** What is asked of the vendor, by the gate it counts for. */
@Component({
  selector: 'pl-vendor-due-diligence',
  imports: [PageStateView, Empty, ProblemView, RouterLink, ItemCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-due-diligence">
      <div class="pl-row">
        <h2 id="pl-due-diligence">{{ text().title }}</h2>
        @if (tenant.can('vendor-life.read')) {
          <a [routerLink]="tenant.link('vendors', 'due-diligence-template')">{{ text().toTemplate }}</a>
        }
      </div>
      <pl-page-state [state]="store.dueDiligence.state()" (retry)="store.dueDiligence.reload()">
        <pl-empty plEmpty icon="shield" [title]="text().none" [text]="text().noneText" />
        @for (gate of gates(); track gate.gate) {
          <h3>{{ text().gates[gate.gate] }}</h3>
          @for (item of gate.items; track item.id) {
            <pl-due-diligence-item [item]="item" (changed)="store.reload()" />
          }
        }
      </pl-page-state>
      @if (store.dueDiligence.value()?.template; as template) {
        <p class="pl-muted">
          @if (template.number; as number) {
            {{ text().template(number) }}
          }
          @if (template.newest !== template.number) {
            {{ text().newer(template.newest) }}
          }
        </p>
        @if (problem(); as found) {
          <pl-problem [problem]="found" />
        }
        @if (mayTakeOver() && template.newest !== template.number) {
          <form class="pl-row" (submit)="takeOver($event, reason)">
            <label class="reason">
              {{ text().takeOverReason }}
              <input #reason class="pl-input" required maxlength="300" />
            </label>
            <button class="pl-button">{{ text().takeOver }}</button>
          </form>
        }
      }
    </section>
  `,
  styles: `
    .reason {
      display: flex;
      flex-direction: column;
      flex: 1 1 16rem;
      gap: var(--pl-1);
      font-size: var(--pl-text-13);
    }
    form {
      align-items: flex-end;
    }
    h3 {
      margin-top: var(--pl-2);
    }
  `,
})
export class DueDiligenceSection {
  readonly vendor = input.required<Vendor>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorStore);
  protected readonly text = texts(itemWords);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly gates = computed(() => {
    const items = this.store.dueDiligence.value()?.items ?? [];
    return itemGates
      .map((gate) => ({ gate, items: items.filter((item) => item.gate === gate) }))
      .filter((group) => group.items.length > 0);
  });
  protected readonly mayTakeOver = computed(
    () => this.tenant.can('vendor.write') && !['prospect', 'ended'].includes(this.vendor().state),
  );

  protected async takeOver(event: Event, reason: HTMLInputElement): Promise<void> {
    event.preventDefault();
    this.problem.set(null);
    try {
      const done = await this.api.call(
        takeOverTemplate,
        { params: { vendorId: this.vendor().id }, body: { reason: reason.value } },
        { ifMatch: `"${this.vendor().version}"` },
      );
      this.notices.done(this.text().takenOver(done.added.length, done.changed.length, done.withdrawn.length));
      this.store.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
