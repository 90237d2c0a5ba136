import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type {
  BackgroundCheck,
  ComparedValue,
  FieldChange,
  SubcontractingRule,
} from '@plumbline/contracts/schema';
import { type MetricUnit, windowName } from '@plumbline/sla-engine';
import {
  formatDate,
  formatFigure,
  formatNumber,
  languageOf,
  Reader,
  StatusChip,
  texts,
  writeTarget,
} from '@plumbline/ui';
import { clauseTermWords } from './clause-terms';
import { comparisonWords } from './comparison-words';

/** Old and new values of one clause, SLA or term side by side, and whether the new one binds more. */
@Component({
  selector: 'pl-field-changes',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table>
      <caption class="pl-unseen">
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ text().field }}</th>
          <th scope="col">{{ text().before }}</th>
          <th scope="col">{{ text().after }}</th>
          <th scope="col">{{ text().effect }}</th>
        </tr>
      </thead>
      <tbody>
        @for (change of changes(); track change.field) {
          <tr>
            <th scope="row">{{ text().fields[change.field] ?? change.field }}</th>
            <td [attr.data-label]="text().before">
              @if (change.before === null) {
                <span class="pl-muted">{{ text().none }}</span>
              } @else {
                <del>{{ written(change, change.before) }}</del>
              }
            </td>
            <td [attr.data-label]="text().after">
              @if (change.after === null) {
                <span class="pl-muted">{{ text().none }}</span>
              } @else {
                <ins>{{ written(change, change.after) }}</ins>
              }
            </td>
            <td [attr.data-label]="text().effect">
              @if (change.effect; as effect) {
                <pl-status
                  [hue]="effect === 'weaker' ? 'warn' : 'good'"
                  [icon]="effect === 'weaker' ? 'arrowDown' : 'arrowUp'"
                  [text]="text().effects[effect]"
                />
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './field-changes.css',
})
export class FieldChanges {
  readonly changes = input.required<readonly FieldChange[]>();
  readonly caption = input.required<string>();
  /** Of the metric, where targets are among them. */
  readonly unit = input<MetricUnit>('count');

  private readonly reader = inject(Reader);
  private readonly terms = texts(clauseTermWords);
  protected readonly text = texts(comparisonWords);

  protected written({ field }: FieldChange, value: ComparedValue): string {
    const text = this.text();
    const locale = this.reader.locale();
    if (value === null) return text.none;
    if (typeof value === 'boolean') return value ? text.yes : text.no;
    if (Array.isArray(value))
      return value
        .map((each) => (field === 'terms.checks' ? this.terms().checks[each as BackgroundCheck] : each))
        .join(', ');
    if (typeof value === 'object') return writeTarget(value, this.unit(), locale);
    if (typeof value === 'number') {
      const written = formatNumber(value, locale);
      if (field.endsWith('Days')) return text.days(written);
      if (field.endsWith('Hours')) return text.hours(written);
      return field.endsWith('Months') ? text.months(written) : written;
    }
    if (field === 'terms.rule') return this.terms().subcontracting[value as SubcontractingRule];
    if (field === 'minimumCoverage') return formatFigure(value, 'ratio', locale);
    if (field === 'weight') return formatNumber(value, locale);
    if (field === 'window') return windowName(value, languageOf(locale));
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value, locale) : value;
  }
}
