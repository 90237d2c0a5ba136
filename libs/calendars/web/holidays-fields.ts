import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Icon, sayProblem, texts } from '@plumbline/ui';
import { calendarWords, provenanceText } from './calendar-words';
import { type HolidayModel, stated } from './terms-model';

const words = {
  en: {
    holidays: 'Holidays',
    count: (count: number) =>
      count === 1 ? '1 date on which it is closed.' : `${count} dates on which it is closed.`,
    date: (name: string) => `Date of ${name || 'the new holiday'}`,
    name: (date: string) => `Name of ${date}`,
    remove: (name: string, date: string) => `Remove ${name || 'the holiday'} of ${date}`,
    add: 'Enter a date',
  },
  es: {
    holidays: 'Festivos',
    count: (count: number) =>
      count === 1 ? '1 fecha en que está cerrado.' : `${count} fechas en que está cerrado.`,
    date: (name: string) => `Fecha de ${name || 'el nuevo festivo'}`,
    name: (date: string) => `Nombre de ${date}`,
    remove: (name: string, date: string) => `Quitar ${name || 'el festivo'} del ${date}`,
    add: 'Introducir una fecha',
  },
};

/** The holidays of a calendar: each can be moved, renamed or removed, and says where it comes from. */
@Component({
  selector: 'pl-holidays-fields',
  imports: [FormField, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="pl-holidays">{{ text().holidays }}</h2>
    <p role="status" class="pl-muted">{{ text().count(form()().value().length) }}</p>
    <ul class="rows" aria-labelledby="pl-holidays">
      @for (holiday of form(); track $index) {
        @let value = holiday().value();
        <li>
          <input
            class="pl-input date"
            type="date"
            [attr.aria-label]="text().date(value.name)"
            [attr.aria-invalid]="problemOf(holiday.date) === null ? null : 'true'"
            [attr.aria-describedby]="problemOf(holiday.date) === null ? null : 'pl-holiday-' + $index"
            [formField]="holiday.date"
          />
          <input
            class="pl-input name"
            [attr.aria-label]="text().name(value.date)"
            [attr.aria-invalid]="problemOf(holiday.name) === null ? null : 'true'"
            [attr.aria-describedby]="problemOf(holiday.name) === null ? null : 'pl-holiday-' + $index"
            [formField]="holiday.name"
          />
          <button
            class="pl-button"
            data-kind="icon"
            type="button"
            [attr.aria-label]="text().remove(value.name, value.date)"
            (click)="remove.emit($index)"
          >
            <pl-icon name="close" />
          </button>
          <span class="from pl-muted pl-small">{{ from(value) }}</span>
          @if (problemOf(holiday.date) ?? problemOf(holiday.name); as problem) {
            <p class="problem" [id]="'pl-holiday-' + $index">{{ problem }}</p>
          }
        </li>
      }
    </ul>
    <div>
      <button class="pl-button" type="button" (click)="add.emit()">
        <pl-icon name="plus" />{{ text().add }}
      </button>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
      min-width: 0;
    }
    .rows {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
      margin: 0;
    }
    li {
      display: grid;
      grid-template-columns: 10rem minmax(0, 1fr) auto;
      align-items: center;
      gap: var(--pl-1) var(--pl-2);
    }
    .from,
    .problem {
      grid-column: 1 / -1;
      overflow-wrap: anywhere;
    }
    .problem {
      color: var(--pl-bad-text);
      font-size: var(--pl-text-13);
    }
    @media (width < 30rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .name {
        grid-row: 2;
        grid-column: 1 / -1;
      }
    }
  `,
})
export class HolidaysFields {
  readonly form = input.required<FieldTree<HolidayModel[]>>();
  readonly add = output<void>();
  readonly remove = output<number>();
  protected readonly text = texts(words);
  private readonly words = texts(calendarWords);
  private readonly say = sayProblem();

  protected from(holiday: HolidayModel): string {
    return provenanceText(stated(holiday), this.words());
  }

  protected problemOf(field: FieldTree<string>): string | null {
    const state = field();
    const message = state.touched() ? state.errors()[0]?.message : undefined;
    return message === undefined ? null : this.say(message);
  }
}
