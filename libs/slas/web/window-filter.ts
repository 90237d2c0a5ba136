import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type WindowKind, windowKinds } from '@plumbline/sla-engine';
import { texts } from '@plumbline/ui';

/** Narrows a list to one kind of window; of none chosen, all are shown. */
@Component({
  selector: 'pl-window-filter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="pl-row">
      {{ text().judged }}
      <select class="pl-input" (change)="choose($event)">
        <option value="" [selected]="!kind()">{{ text().all }}</option>
        @for (each of kinds; track each) {
          <option [value]="each" [selected]="each === kind()">{{ text().kinds[each] }}</option>
        }
      </select>
    </label>
  `,
  styles: `
    select.pl-input {
      width: auto;
    }
  `,
})
export class WindowFilter {
  readonly kind = input<WindowKind>();
  readonly kindChange = output<WindowKind | null>();
  protected readonly kinds = windowKinds;
  protected readonly text = texts({
    en: {
      judged: 'Judged by',
      all: 'All windows',
      kinds: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', rolling: 'Rolling window' },
    },
    es: {
      judged: 'Se juzga por',
      all: 'Todas las ventanas',
      kinds: { day: 'Día', week: 'Semana', month: 'Mes', quarter: 'Trimestre', rolling: 'Ventana móvil' },
    },
  });

  protected choose(event: Event): void {
    this.kindChange.emit(windowKindOrNothing((event.target as HTMLSelectElement).value) ?? null);
  }
}

/** A kind of window of the address, or nothing where it is none. */
export function windowKindOrNothing(text: string | undefined): WindowKind | undefined {
  return windowKinds.find((each) => each === text);
}
