import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import {
  type Measure,
  type MetricSummary,
  claimedUnits,
  durationUnits,
  periodFormats,
} from '@plumbline/measurements/schema';
import { Control, Field, sayProblem, texts } from '@plumbline/ui';
import { type ChoiceGroup } from './column-choices';
import { ColumnNames } from './column-names';
import { type ColumnDraft } from './mapping-draft';
import { mappingWords } from './mapping-words';

let made = 0;

/** One column of the file: its name, some of its values, and what it means. */
@Component({
  selector: 'pl-column-row',
  imports: [Field, Control, FormField, ColumnNames],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './column-row.html',
  styleUrl: './column-row.css',
})
export class ColumnRow {
  readonly field = input.required<FieldTree<ColumnDraft>>();
  /** Counts from 1, as the problems of a file do. */
  readonly position = input.required<number>();
  readonly samples = input.required<readonly string[]>();
  readonly choices = input.required<readonly ChoiceGroup[]>();
  readonly nameChoices = input.required<readonly ChoiceGroup[]>();
  readonly measures = input.required<readonly Measure[]>();
  readonly metrics = input.required<readonly MetricSummary[]>();
  /** The reader gave the column another meaning. */
  readonly chosen = output<string>();
  readonly nameAdded = output<void>();
  readonly nameRemoved = output<number>();

  protected readonly text = texts(mappingWords);
  private readonly say = sayProblem();
  protected readonly id = `pl-column-${(made += 1)}`;
  protected readonly formats = periodFormats;
  protected readonly draft = computed(() => this.field()().value());
  protected readonly kind = computed(() => this.draft().choice.split(':')[0]);
  /** The kind of a column that holds dates, whatever they are of; none: another one. */
  protected readonly dated = computed(() =>
    ['period', 'case_opened', 'case_closed', 'case_acknowledged'].find((kind) => kind === this.kind()),
  );
  protected readonly used = computed(() => this.kind() !== 'ignore');
  protected readonly inSeconds = computed(() => {
    const code = this.draft().choice.split(':')[1];
    return this.measures().find((measure) => measure.code === code)?.unit === 'seconds';
  });
  protected readonly counts = computed(() => this.measures().filter(({ unit }) => unit === 'count'));
  protected readonly sums = computed(() => this.measures().filter(({ unit }) => unit === 'seconds'));
  protected readonly durations = durationUnits;
  protected readonly claims = claimedUnits;
  protected readonly problem = computed(() => {
    const choice = this.field().choice();
    const message = choice.touched() ? choice.errors()[0]?.message : undefined;
    return message === undefined ? null : this.say(message);
  });

  protected choose(event: Event): void {
    this.chosen.emit((event.target as HTMLSelectElement).value);
  }
}
