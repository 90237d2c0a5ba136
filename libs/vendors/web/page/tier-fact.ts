import { ChangeDetectionStrategy, Component, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import {
  ApiProblem,
  Control,
  Field,
  formSubmitter,
  InstantPipe,
  Notices,
  ProblemSummary,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { overrideTier, tiers, type Vendor, withdrawTierOverride } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { VendorStore } from '../vendor-store';
import { vendorWords } from '../vendor-words';

const words = {
  en: {
    tier: 'Tier',
    computed: (tier: string) => `${tier}: follows from criticality and PHI access.`,
    overridden: (tier: string, computed: string) =>
      `${tier} by decision, in place of the computed ${computed}.`,
    override: 'Decide another tier',
    newTier: 'Tier',
    reason: 'Why it is watched by this tier',
    save: 'Decide the tier',
    cancel: 'Cancel',
    back: 'Take back: the computed tier counts again',
    done: (tier: string) => `The tier is ${tier} by decision.`,
    takenBack: (tier: string) => `The computed ${tier} counts again.`,
  },
  es: {
    tier: 'Nivel',
    computed: (tier: string) => `${tier}: se sigue de la criticidad y del acceso a datos de salud.`,
    overridden: (tier: string, computed: string) =>
      `${tier} por decisión, en lugar del calculado (${computed}).`,
    override: 'Decidir otro nivel',
    newTier: 'Nivel',
    reason: 'Por qué se le sigue con este nivel',
    save: 'Decidir el nivel',
    cancel: 'Cancelar',
    back: 'Retirar: vuelve a valer el nivel calculado',
    done: (tier: string) => `El nivel es ${tier} por decisión.`,
    takenBack: (tier: string) => `Vuelve a valer el calculado: ${tier}.`,
  },
};

const model = z.object({
  tier: z.string().regex(/^[123]$/),
  reason: z.string().trim().min(1, 'say why').max(500),
});

/** The tier, computed and decided, and the deciding of it. */
@Component({
  selector: 'pl-tier-fact',
  imports: [Field, Control, FormField, ProblemSummary, ProblemView, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>{{ text().tier }}</h3>
    @if (vendor().tierOverride; as override) {
      <p>
        {{ text().overridden(tierOf(override.tier), tierOf(vendor().computedTier).toLowerCase()) }}
        {{ override.reason }}
        <span class="pl-muted pl-small">{{ override.by }}, {{ override.at | plInstant }}</span>
      </p>
    } @else {
      <p>{{ text().computed(tierOf(vendor().tier)) }}</p>
    }
    @if (problem(); as found) {
      <pl-problem [problem]="found" />
    }
    @if (tenant.can('vendor.write')) {
      @if (open()) {
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().newTier" [of]="form.tier">
            <select plControl [formField]="form.tier">
              @for (tier of tiers; track tier) {
                <option [value]="'' + tier">{{ tierOf(tier) }}</option>
              }
            </select>
          </pl-field>
          <pl-field [label]="text().reason" [of]="form.reason">
            <input plControl [formField]="form.reason" />
          </pl-field>
          <div class="pl-row">
            <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
              {{ text().save }}
            </button>
            <button class="pl-button" type="button" (click)="open.set(false)">{{ text().cancel }}</button>
          </div>
        </form>
      } @else {
        <div class="pl-row">
          <button class="pl-button" type="button" (click)="open.set(true)">{{ text().override }}</button>
          @if (vendor().tierOverride) {
            <button class="pl-button" type="button" (click)="takeBack()">{{ text().back }}</button>
          }
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
  `,
})
export class TierFact {
  readonly vendor = input.required<Vendor>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly store = inject(VendorStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly words = texts(vendorWords);
  protected readonly tiers = tiers;
  protected readonly open = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  private readonly model = linkedSignal(() => ({ tier: `${this.vendor().tier}`, reason: '' }));
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, model));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const { tier, reason } = this.model();
    const changed = await this.api.call(
      overrideTier,
      { params: { vendorId: this.vendor().id }, body: { tier: Number(tier) as Vendor['tier'], reason } },
      { ifMatch: `"${this.vendor().version}"` },
    );
    this.open.set(false);
    this.notices.done(this.text().done(this.tierOf(changed.tier).toLowerCase()));
    this.store.vendor.set(changed);
    this.store.life.reload();
  });

  protected tierOf(tier: number): string {
    return this.words().tier(tier);
  }

  protected async takeBack(): Promise<void> {
    this.problem.set(null);
    try {
      const changed = await this.api.call(
        withdrawTierOverride,
        { params: { vendorId: this.vendor().id } },
        { ifMatch: `"${this.vendor().version}"` },
      );
      this.notices.done(this.text().takenBack(this.tierOf(changed.tier).toLowerCase()));
      this.store.vendor.set(changed);
      this.store.life.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }
}
