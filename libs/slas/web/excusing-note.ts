import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { MetricUnit } from '@plumbline/sla-engine';
import type { Excusing } from '@plumbline/slas/schema';
import { FigurePipe, formatInstant, Reader, TenantContext, texts, VerdictChip } from '@plumbline/ui';
import { exclusionWords, unitsText } from './exclusion-words';

const words = {
  en: {
    title: 'With and without exclusions',
    without: 'Without them it would be',
    taken: (kind: string, period: string) => `${kind}, ${period} taken out`,
    stated: (kind: string, units: string, forecast: string) =>
      `${kind}: ${units} beyond “${forecast}” taken out`,
    tooMuch: (kind: string, units: string) =>
      `${kind}: ${units} are stated, more than was counted; nothing is taken out`,
    nothing: (kind: string) => `${kind}: the figures came too coarse to take part of them out`,
    approved: (by: string) => `approved by ${by}`,
    waived: (by: string) => `The breach stays on record and is waived, approved by ${by}.`,
  },
  es: {
    title: 'Con y sin exclusiones',
    without: 'Sin ellas sería',
    taken: (kind: string, period: string) => `${kind}, se quita ${period}`,
    stated: (kind: string, units: string, forecast: string) =>
      `${kind}: se quitan ${units} por encima de «${forecast}»`,
    tooMuch: (kind: string, units: string) =>
      `${kind}: se declaran ${units}, más de lo contado; no se quita nada`,
    nothing: (kind: string) => `${kind}: las cifras llegaron demasiado gruesas para quitar una parte`,
    approved: (by: string) => `aprobado por ${by}`,
    waived: (by: string) => `El incumplimiento consta y queda dispensado, aprobado por ${by}.`,
  },
};

/** What approved records did to a figure: the one without them beside it, reasons and approvers (semantics rule 20). */
@Component({
  selector: 'pl-excusing-note',
  imports: [VerdictChip, FigurePipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-stack" aria-labelledby="pl-excusing">
      <h3 id="pl-excusing">{{ text().title }}</h3>
      @if (excusing().without; as without) {
        <p class="pl-row">
          {{ text().without }}
          <strong>{{ without.value === null ? '–' : (without.value | plFigure: unit()) }}</strong>
          <pl-verdict [state]="without.state" />
        </p>
      }
      <ul>
        @for (record of excusing().exclusions; track record.id) {
          <li>
            {{ whatOf(record) }}; {{ text().approved(record.approvedBy) }}.
            <span class="pl-muted">{{ record.reason }}</span>
          </li>
        }
      </ul>
      @if (excusing().waiver; as waiver) {
        <p>
          {{ text().waived(waiver.approvedBy) }} <span class="pl-muted">{{ waiver.reason }}</span>
        </p>
      }
    </section>
  `,
  styles: `
    li {
      overflow-wrap: anywhere;
    }
  `,
})
export class ExcusingNote {
  readonly excusing = input.required<Excusing>();
  readonly unit = input.required<MetricUnit>();

  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  private readonly kinds = texts(exclusionWords);

  protected whatOf({ kind, period, stated, taken }: Excusing['exclusions'][number]): string {
    const named = this.kinds().kinds[kind as keyof ReturnType<typeof this.kinds>['kinds']] ?? kind;
    if (stated !== null) {
      const units = unitsText(stated.amounts, this.reader.locale());
      return taken ? this.text().stated(named, units, stated.forecast) : this.text().tooMuch(named, units);
    }
    if (period === null) return this.text().nothing(named);
    const at = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    return this.text().taken(named, `${formatInstant(period.start, at)} – ${formatInstant(period.end, at)}`);
  }
}
