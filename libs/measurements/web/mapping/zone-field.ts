import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field, texts } from '@plumbline/ui';
import { mappingWords } from './mapping-words';

export interface ZoneSuggestion {
  readonly zone: string;
  /** Whose zone it is, in words. */
  readonly whose: string;
}

/**
 * The time zone of a file's times. It starts blank and is never filled in by itself: likely zones are offered as buttons,
 * because a wrong zone moves every row and nobody notices.
 */
@Component({
  selector: 'pl-zone-field',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-field [label]="text().zone" [hint]="text().zoneHint" [of]="field()">
      <input plControl list="pl-file-zones" spellcheck="false" autocomplete="off" [formField]="field()" />
    </pl-field>
    <datalist id="pl-file-zones">
      @for (zone of zones; track zone) {
        <option [value]="zone"></option>
      }
    </datalist>
    @if (field()().value() === '') {
      <div class="pl-row" role="group" [attr.aria-label]="text().zoneSuggestions">
        @for (each of suggestions(); track each.zone) {
          <button class="pl-button" type="button" (click)="field()().value.set(each.zone)">
            {{ text().useZone(each.zone, each.whose) }}
          </button>
        }
      </div>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .pl-button {
      height: auto;
      padding-block: var(--pl-1);
      white-space: normal;
      text-align: start;
      overflow-wrap: anywhere;
    }
  `,
})
export class ZoneField {
  readonly field = input.required<FieldTree<string>>();
  readonly suggestions = input.required<readonly ZoneSuggestion[]>();
  protected readonly text = texts(mappingWords);
  protected readonly zones = Intl.supportedValuesOf('timeZone');
}
