import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field, texts } from '@plumbline/ui';
import { type Weekday, weekdays } from '@plumbline/sla-engine';
import { calendarWords } from './calendar-words';

const words = {
  en: {
    zone: 'Time zone',
    zoneHint: 'Of the site, an IANA name such as Asia/Manila',
    hours: 'Open hours',
    hint: '09:00-17:00, several ranges separated by commas; past midnight add 24 hours, 22:00-30:00; empty is closed.',
  },
  es: {
    zone: 'Zona horaria',
    zoneHint: 'La del centro, un nombre IANA como Asia/Manila',
    hours: 'Horario de apertura',
    hint: '09:00-17:00, varios tramos separados por comas; tras medianoche sume 24 horas, 22:00-30:00; vacío es cerrado.',
  },
};

/** Zone and weekly hours of a calendar. */
@Component({
  selector: 'pl-hours-fields',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-field [label]="text().zone" [hint]="text().zoneHint" [of]="timezone()">
      <input plControl spellcheck="false" [formField]="timezone()" />
    </pl-field>
    <fieldset aria-describedby="pl-hours-hint">
      <legend>{{ text().hours }}</legend>
      <p id="pl-hours-hint" class="pl-muted pl-small">{{ text().hint }}</p>
      <div class="days">
        @for (day of weekdays; track day) {
          <pl-field [label]="words().weekdays[day]" [of]="hours()[day]">
            <input plControl spellcheck="false" autocomplete="off" [formField]="hours()[day]" />
          </pl-field>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: contents;
    }
    pl-field {
      max-width: 34rem;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 600;
      font-size: var(--pl-text-16);
    }
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
      gap: var(--pl-3);
      margin-top: var(--pl-2);
    }
  `,
})
export class HoursFields {
  readonly timezone = input.required<FieldTree<string>>();
  readonly hours = input.required<FieldTree<Record<Weekday, string>>>();
  protected readonly text = texts(words);
  protected readonly words = texts(calendarWords);
  protected readonly weekdays = weekdays;
}
