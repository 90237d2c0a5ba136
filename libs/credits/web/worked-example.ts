import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { AgreedServiceLevel } from '@plumbline/contracts/schema';
import { creditSchemeTerms, feeOf, schemeProblems, settleMonth } from '@plumbline/credits/schema';
import { renderTrace } from '@plumbline/sla-engine';
import { Reader, texts } from '@plumbline/ui';
import { formatMoney } from './format-money';
import { decimalOf, missedBy, shareOfPercent } from './percent';
import { type SchemeModel, toSchemeTerms } from './scheme-model';

const words = {
  en: {
    title: 'Worked example',
    sla: 'SLA',
    by: 'Misses by',
    points: 'points',
    seconds: 's',
    occurrence: 'Miss in a row',
    says: (name: string, distance: string, fee: string, amount: string) =>
      `If ${name} misses by ${distance} in a ${fee} month: ${amount}.`,
    broken: 'Once the scheme is sound, what a miss would cost is computed here.',
    unpriced: 'Price an SLA first.',
  },
  es: {
    title: 'Ejemplo calculado',
    sla: 'SLA',
    by: 'Falla por',
    points: 'puntos',
    seconds: 's',
    occurrence: 'Fallo seguido',
    says: (name: string, distance: string, fee: string, amount: string) =>
      `Si ${name} falla por ${distance} en un mes de ${fee}: ${amount}.`,
    broken: 'Cuando el esquema sea correcto, aquí se calcula lo que costaría un fallo.',
    unpriced: 'Ponga precio a un SLA primero.',
  },
};

/** What a miss would cost by the scheme as it is typed, computed by the engine that computes the statements. */
@Component({
  selector: 'pl-worked-example',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" aria-labelledby="pl-example">
      <h2 id="pl-example">{{ text().title }}</h2>
      <div class="pl-row">
        <label>
          {{ text().sla }}
          <select class="pl-input" (change)="chosen.set(valueOf($event))">
            @for (line of priced(); track line.slaId) {
              <option [value]="line.slaId" [selected]="line.slaId === shown()?.slaId">{{ line.name }}</option>
            }
          </select>
        </label>
        <label>
          {{ text().by }} ({{ unit() }})
          <input
            class="pl-input"
            inputmode="decimal"
            [value]="distance()"
            (input)="distance.set(valueOf($event))"
          />
        </label>
        <label>
          {{ text().occurrence }}
          <input
            class="pl-input"
            type="number"
            min="1"
            max="12"
            [value]="occurrence()"
            (input)="occurrence.set(+valueOf($event))"
          />
        </label>
      </div>
      <p role="status">{{ example().sentence }}</p>
      <ol class="steps">
        @for (step of example().steps; track $index) {
          <li class="pl-small">{{ step }}</li>
        }
      </ol>
    </section>
  `,
  styles: `
    label {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      min-width: 0;
      max-width: 100%;
      font-size: var(--pl-text-13);
      font-weight: 550;
    }
    .steps {
      padding-inline-start: 1.5rem;
      list-style: decimal;
      overflow-wrap: anywhere;
    }
  `,
})
export class WorkedExample {
  readonly model = input.required<SchemeModel>();
  readonly slas = input.required<readonly AgreedServiceLevel[]>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly chosen = signal<string | null>(null);
  protected readonly distance = signal('3');
  protected readonly occurrence = signal(1);
  protected readonly priced = computed(() => this.model().lines.filter(({ priced }) => priced));
  protected readonly shown = computed(
    () => this.priced().find(({ slaId }) => slaId === this.chosen()) ?? this.priced()[0],
  );
  private readonly sla = computed(() => this.slas().find(({ id }) => id === this.shown()?.slaId));
  protected readonly unit = computed(() =>
    this.sla()?.metric.unit === 'ratio' ? this.text().points : this.text().seconds,
  );

  protected readonly example = computed((): { sentence: string; steps: readonly string[] } => {
    const [text, locale, sla] = [this.text(), this.reader.locale(), this.sla()];
    if (!sla) return { sentence: text.unpriced, steps: [] };
    const terms = creditSchemeTerms.safeParse(toSchemeTerms(this.model()));
    const distance = decimalOf(this.distance());
    if (
      !terms.success ||
      schemeProblems(terms.data, this.slas()).length > 0 ||
      !/^\d{1,9}(\.\d{1,9})?$/.test(distance)
    )
      return { sentence: text.broken, steps: [] };
    const ratio = sla.metric.unit === 'ratio';
    const value = missedBy(sla.target, ratio ? shareOfPercent(distance) : distance);
    const settled = settleMonth(terms.data, terms.data.from, [
      {
        slaId: sla.id,
        name: sla.name,
        target: sla.target,
        state: 'breached',
        value,
        occurrence: Math.max(1, Math.trunc(this.occurrence() || 1)),
      },
    ]);
    const money = (amount: string) => formatMoney(amount, terms.data.currency, locale);
    const fee = money(feeOf(terms.data, terms.data.from));
    return {
      sentence: text.says(sla.name, `${distance} ${this.unit()}`, fee, money(settled.credit)),
      steps: renderTrace(settled.trace, locale.startsWith('es') ? 'es' : 'en'),
    };
  });

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }
}
