import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { renderTrace } from '@plumbline/sla-engine';
import { type Explanation } from '@plumbline/slas/schema';
import {
  VerdictChip,
  verdictWords,
  TrendChart,
  writeTarget,
  TargetBar,
  formatFigure,
  formatWindow,
  DatePipe,
  InstantPipe,
  NumberPipe,
  formatNumber,
  Reader,
  texts,
  TenantContext,
} from '@plumbline/ui';
import { trendPoint } from '../trend-point';
import { claimedDifference, claimedWords } from '../claimed-difference';
import { caseWords } from './case-words';
import { ExcusingNote } from '../excusing-note';
import { ExplainCases, mayCountCases } from './explain-cases';
import { ExplainRows } from './explain-rows';
import { explainWords } from './explain-words';
import { formulaOf } from './formula';

/** Everything behind one figure, from the sentence to the rows (semantics rule 29). */
@Component({
  selector: 'pl-explain-body',
  imports: [
    ExcusingNote,
    VerdictChip,
    TargetBar,
    TrendChart,
    ExplainCases,
    ExplainRows,
    RouterLink,
    DatePipe,
    InstantPipe,
    NumberPipe,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './explain-body.html',
  styleUrl: './explain-body.css',
})
export class ExplainBody {
  readonly explanation = input.required<Explanation>();
  protected readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  protected readonly text = texts(explainWords);
  protected readonly caseText = texts(caseWords);
  private readonly verdicts = texts(verdictWords);
  private readonly claimedWords = texts(claimedWords);

  protected readonly result = computed(() => this.explanation().result);
  protected readonly ofCases = computed(() => mayCountCases(this.explanation()));
  protected readonly unit = computed(() => this.result().metric.unit);
  protected readonly targetText = computed(() =>
    writeTarget(this.result().target, this.unit(), this.reader.locale()),
  );
  protected readonly valueText = computed(() => this.write(this.result().value));
  protected readonly sentence = computed(() => {
    const { metric, vendor, state, value } = this.result();
    const when = formatWindow(this.result(), this.reader.locale(), 'long');
    const word = this.verdicts()[state].toLocaleLowerCase(this.reader.locale());
    return value === null
      ? this.text().noValue(metric.name, vendor.name, when, this.targetText(), word)
      : this.text().verdict(metric.name, vendor.name, when, this.valueText(), this.targetText(), word);
  });
  protected readonly interval = computed(() => {
    const { interval } = this.result();
    return interval === null
      ? null
      : this.text().interval(this.write(interval.lower), this.write(interval.upper));
  });
  private readonly labels = computed(
    () => new Map(this.explanation().metric.measures.map(({ code, label }) => [code, label])),
  );
  protected readonly formula = computed(() => formulaOf(this.explanation().metric.definition, this.labels()));
  protected readonly steps = computed(() =>
    renderTrace(this.explanation().trace, this.reader.locale().startsWith('es') ? 'es' : 'en'),
  );
  protected readonly points = computed(() =>
    this.explanation().trend.points.map((point) => trendPoint(point, this.reader.locale())),
  );
  protected readonly segment = computed(() =>
    Object.values(this.result().sla.segment)
      .filter((part) => part !== null)
      .join(', '),
  );

  /** Of the one claim that stands beside the whole window. */
  protected readonly claimedText = computed(() => {
    const { claimedValue } = this.result();
    if (claimedValue === null) return null;
    return claimedDifference(claimedValue, this.result(), this.claimedWords(), this.reader.locale());
  });

  protected number(amount: string | null): string {
    return amount === null ? '–' : formatNumber(amount, this.reader.locale(), { max: 4 });
  }

  protected amountsOf(amounts: Readonly<Record<string, string>>): string {
    return Object.entries(amounts)
      .map(([code, amount]) => `${this.labels().get(code) ?? code}: ${this.number(amount)}`)
      .join('; ');
  }

  protected measuresOf(codes: readonly string[]): string {
    return codes.map((code) => this.labels().get(code) ?? code).join(', ');
  }

  protected write(value: string | null): string {
    if (value === null) return '–';
    const { target } = this.result();
    return formatFigure(value, this.unit(), this.reader.locale(), 'value' in target ? target.value : null);
  }
}
