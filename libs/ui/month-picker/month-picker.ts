import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { formatMonth } from '../formatting/format-month';
import { addMonths, monthsBetween } from '../formatting/months';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';

/**
 * A period: one month back, one month on, or any month between `min` and `max`. Also a control of a signal form.
 * `<pl-month-picker label="Month" [(value)]="month" min="2025-01" max="2026-03" />`
 */
@Component({
  selector: 'pl-month-picker',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'group', '[attr.aria-label]': 'label()' },
  template: `
    <button
      class="pl-button"
      data-kind="icon"
      type="button"
      [attr.aria-label]="words().back"
      [disabled]="value() <= min()"
      (click)="move(-1)"
    >
      <pl-icon name="chevronLeft" />
    </button>
    <select class="pl-input" [attr.aria-label]="label()" (change)="choose($event)">
      @for (year of years(); track year.year) {
        <optgroup [label]="year.year">
          @for (month of year.months; track month.value) {
            <option [value]="month.value" [selected]="month.value === value()">{{ month.text }}</option>
          }
        </optgroup>
      }
    </select>
    <button
      class="pl-button"
      data-kind="icon"
      type="button"
      [attr.aria-label]="words().on"
      [disabled]="value() >= max()"
      (click)="move(1)"
    >
      <pl-icon name="chevronRight" />
    </button>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
    }
    select.pl-input {
      width: auto;
    }
  `,
})
export class MonthPicker {
  /** `YYYY-MM` */
  readonly value = model.required<string>();
  readonly label = input.required<string>();
  readonly min = input.required<string>();
  readonly max = input.required<string>();
  private readonly reader = inject(Reader);
  protected readonly words = texts({
    en: { back: 'Month before', on: 'Month after' },
    es: { back: 'Mes anterior', on: 'Mes siguiente' },
  });

  protected readonly years = computed(() => {
    const locale = this.reader.locale();
    const months = monthsBetween(this.min(), this.max()).toReversed();
    return Object.entries(Object.groupBy(months, (month) => month.slice(0, 4)))
      .map(([year, group]) => ({
        year,
        months: (group ?? []).map((value) => ({ value, text: formatMonth(value, locale, 'long') })),
      }))
      .toReversed();
  });

  protected move(by: number): void {
    this.value.set(addMonths(this.value(), by));
  }

  protected choose(event: Event): void {
    this.value.set((event.target as HTMLSelectElement).value);
  }
}
