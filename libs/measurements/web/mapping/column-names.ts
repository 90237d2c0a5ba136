import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import {
  type Measure,
  type MetricSummary,
  claimedUnits,
  durationUnits,
} from '@plumbline/measurements/schema';
import { Control, Field, Icon, texts } from '@plumbline/ui';
import { type ChoiceGroup } from './column-choices';
import { type NameDraft, unitOfMeasure } from './mapping-draft';
import { mappingWords } from './mapping-words';

/** The names that stand in the name column of a long file, each with what it means. */
@Component({
  selector: 'pl-column-names',
  imports: [Field, Control, FormField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend>{{ text().names }}</legend>
      @for (each of field(); track $index) {
        <div class="name">
          <pl-field [label]="text().name" [of]="each.name">
            <input plControl spellcheck="false" [formField]="each.name" />
          </pl-field>
          <pl-field [label]="text().nameMeans(each.name().value())" [of]="each.choice">
            <select plControl [formField]="each.choice" (change)="choose(each, $event)">
              <option value="">{{ text().choose }}</option>
              <option value="ignore">{{ text().kinds.ignore }}</option>
              @for (group of choices(); track group.text) {
                <optgroup [label]="group.text">
                  @for (choice of group.choices; track choice.value) {
                    <option [value]="choice.value">{{ choice.text }}</option>
                  }
                </optgroup>
              }
            </select>
          </pl-field>
          @if (each.choice().value() === 'claimed') {
            <pl-field [label]="text().metric" [of]="each.metric">
              <select plControl [formField]="each.metric">
                <option value="">{{ text().choose }}</option>
                @for (metric of metrics(); track metric.code) {
                  <option [value]="metric.code">{{ metric.name }}</option>
                }
              </select>
            </pl-field>
          }
          @if (unitsOf(each.choice().value()); as units) {
            <pl-field [label]="text().unit" [of]="each.unit">
              <select plControl [formField]="each.unit">
                @if (each.choice().value() === 'claimed') {
                  <option value="">{{ text().choose }}</option>
                }
                @for (unit of units; track unit) {
                  <option [value]="unit">{{ text().units[unit] }}</option>
                }
              </select>
            </pl-field>
          }
          <button
            class="pl-button remove"
            data-kind="icon"
            type="button"
            [attr.aria-label]="text().removeName(each.name().value())"
            (click)="removed.emit($index)"
          >
            <pl-icon name="close" />
          </button>
        </div>
      }
      <button class="pl-button" type="button" (click)="added.emit()">
        <pl-icon name="plus" />{{ text().addName }}
      </button>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--pl-3);
      min-width: 0;
      margin: 0;
      padding: var(--pl-3);
      border: 1px solid var(--pl-line);
      border-radius: var(--pl-radius);
    }
    legend {
      padding: 0 var(--pl-1);
      font-size: var(--pl-text-13);
      font-weight: 550;
    }
    .name {
      position: relative;
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
      gap: var(--pl-2);
      width: 100%;
      padding-inline-end: var(--pl-10);
    }
    :is(input, select) {
      scroll-margin-block: 4rem 7rem;
    }
    .remove {
      position: absolute;
      inset-inline-end: 0;
      inset-block-start: 1.25rem;
    }
  `,
})
export class ColumnNames {
  readonly field = input.required<FieldTree<NameDraft[]>>();
  readonly choices = input.required<readonly ChoiceGroup[]>();
  readonly measures = input.required<readonly Measure[]>();
  readonly metrics = input.required<readonly MetricSummary[]>();
  readonly added = output<void>();
  readonly removed = output<number>();
  protected readonly text = texts(mappingWords);

  /** Another meaning starts without what the one before said. */
  protected choose(name: FieldTree<NameDraft>, event: Event): void {
    const code = (event.target as HTMLSelectElement).value.split(':')[1] ?? '';
    const unit = unitOfMeasure(code, new Map(this.measures().map((each) => [each.code, each.unit])));
    name().value.update((draft) => ({ ...draft, unit, metric: '' }));
  }

  /** The units a choice may be in; null where it has none. */
  protected unitsOf(choice: string): typeof claimedUnits | typeof durationUnits | null {
    if (choice === 'claimed') return claimedUnits;
    const code = choice.split(':')[1];
    return this.measures().find((measure) => measure.code === code)?.unit === 'seconds'
      ? durationUnits
      : null;
  }
}
