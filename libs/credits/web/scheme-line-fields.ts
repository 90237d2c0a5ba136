import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field, texts } from '@plumbline/ui';
import type { SchemeLineModel } from './scheme-model';
import { schemeWords } from './scheme-words';

/** The price of one SLA; what is asked depends on how a miss turns into money. */
@Component({
  selector: 'pl-scheme-line-fields',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="check">
      <input type="checkbox" [formField]="form().priced" />
      {{ text().priced(form().name().value()) }}
    </label>
    @if (form().priced().value()) {
      <div class="line">
        <pl-field [label]="text().pool" [of]="form().pool">
          <select plControl [formField]="form().pool">
            @for (pool of pools(); track $index) {
              <option [value]="pool">{{ pool }}</option>
            }
          </select>
        </pl-field>
        <pl-field [label]="text().allocation" unit="%" [of]="form().allocation">
          <input plControl inputmode="decimal" [formField]="form().allocation" />
        </pl-field>
        <pl-field [label]="text().method" [of]="form().kind">
          <select plControl [formField]="form().kind">
            @for (kind of kinds; track kind) {
              <option [value]="kind">{{ text().methods[kind] }}</option>
            }
          </select>
        </pl-field>
        @switch (form().kind().value()) {
          @case ('bands') {
            <pl-field class="wide" [label]="text().bands" [hint]="text().bandsHint" [of]="form().bands">
              <textarea plControl rows="3" [formField]="form().bands"></textarea>
            </pl-field>
          }
          @case ('points') {
            <pl-field [label]="text().points" [of]="form().points">
              <input plControl inputmode="decimal" [formField]="form().points" />
            </pl-field>
            <pl-field [label]="text().value" unit="%" [of]="form().value">
              <input plControl inputmode="decimal" [formField]="form().value" />
            </pl-field>
          }
          @case ('perFullPoint') {
            <pl-field [label]="text().perPoint" unit="%" [of]="form().share">
              <input plControl inputmode="decimal" [formField]="form().share" />
            </pl-field>
            <pl-field [label]="text().pointSize" [hint]="text().pointSizeHint" [of]="form().pointSize">
              <input plControl inputmode="decimal" [formField]="form().pointSize" />
            </pl-field>
          }
          @case ('percentageGap') {
            <pl-field [label]="text().gap" [of]="form().gap">
              <select plControl [formField]="form().gap">
                <option value="absolute">{{ text().gaps.absolute }}</option>
                <option value="relative">{{ text().gaps.relative }}</option>
              </select>
            </pl-field>
          }
        }
        <pl-field [label]="text().event" [hint]="text().eventHint" [optional]="true" [of]="form().event">
          <input plControl [formField]="form().event" />
        </pl-field>
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
      padding-block: var(--pl-2);
      border-bottom: 1px solid var(--pl-line);
    }
    .check {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
      font-weight: 550;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-start;
      gap: var(--pl-3);
    }
    .line > pl-field {
      flex: 1 1 9rem;
    }
    .line > .wide {
      flex: 3 1 14rem;
    }
  `,
})
export class SchemeLineFields {
  readonly form = input.required<FieldTree<SchemeLineModel>>();
  readonly pools = input.required<readonly string[]>();

  protected readonly text = texts(schemeWords);
  protected readonly kinds = ['allocation', 'bands', 'points', 'perFullPoint', 'percentageGap'] as const;
}
