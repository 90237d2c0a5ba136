import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { texts } from '@plumbline/ui';

/** Narrows a list to one month; emptied, all months are shown. */
@Component({
  selector: 'pl-month-filter',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label class="pl-row">
      {{ text().month }}
      <input
        class="pl-input"
        type="month"
        min="2000-01"
        max="2100-12"
        placeholder="2026-03"
        [value]="month() ?? ''"
        (change)="choose($event)"
      />
    </label>
    @if (month()) {
      <button class="pl-button" data-kind="quiet" type="button" (click)="monthChange.emit(null)">
        {{ text().all }}
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--pl-1);
    }
    input.pl-input {
      width: auto;
    }
  `,
})
export class MonthFilter {
  /** `YYYY-MM` */
  readonly month = input<string>();
  readonly monthChange = output<string | null>();
  protected readonly text = texts({
    en: { month: 'Month', all: 'All months' },
    es: { month: 'Mes', all: 'Todos los meses' },
  });

  protected choose(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.monthChange.emit(monthOrNothing(value) ?? null);
  }
}

/** A month of the address, or nothing where it is none. */
export function monthOrNothing(text: string | undefined): string | undefined {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text ?? '') ? text : undefined;
}
