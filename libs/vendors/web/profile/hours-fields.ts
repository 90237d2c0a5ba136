import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { byWeekday, rangesOf, rangesText } from '@plumbline/calendars/schema';
import { type Weekday, weekdays } from '@plumbline/sla-engine';
import { Control, Field, texts } from '@plumbline/ui';
import type { ZonedHours } from '@plumbline/vendors/schema';
import { dayWords } from './day-words';

/** Weekly hours as they are typed: a line of ranges for each weekday. */
export interface HoursModel {
  timezone: string;
  days: Record<Weekday, string>;
}

export function emptyHours(timezone: string): HoursModel {
  const office = '08:00-17:00';
  return { timezone, days: { ...byWeekday(() => office), sat: '', sun: '' } };
}

export function toHoursModel({ timezone, hours }: ZonedHours): HoursModel {
  return { timezone, days: byWeekday((day) => rangesText(hours[day])) };
}

export function toHours({ timezone, days }: HoursModel) {
  return { timezone, hours: byWeekday((day) => rangesOf(days[day])) };
}

/** Where in the form stands what is wrong with `hours` of a body. */
export function hoursPath([part, day = 'mon']: readonly PropertyKey[]): PropertyKey[] {
  return part === 'timezone' ? ['timezone'] : ['days', day];
}

const words = {
  en: {
    zone: 'Time zone',
    zoneHint: 'An IANA name such as Asia/Manila',
    hours: 'Hours',
    hint: '09:00-17:00, several ranges separated by commas; past midnight add 24 hours, 22:00-30:00; empty is closed.',
  },
  es: {
    zone: 'Zona horaria',
    zoneHint: 'Un nombre IANA como Asia/Manila',
    hours: 'Horario',
    hint: '09:00-17:00, varios tramos separados por comas; tras medianoche sume 24 horas, 22:00-30:00; vacío es cerrado.',
  },
};

let made = 0;

@Component({
  selector: 'pl-zoned-hours',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-field [label]="text().zone" [hint]="text().zoneHint" [of]="of().timezone">
      <input plControl spellcheck="false" [formField]="of().timezone" />
    </pl-field>
    <fieldset [attr.aria-describedby]="hintId">
      <legend>{{ text().hours }}</legend>
      <p class="pl-muted pl-small" [id]="hintId">{{ text().hint }}</p>
      <div class="days">
        @for (day of weekdays; track day) {
          <pl-field [label]="days().long[day]" [of]="of().days[day]">
            <input plControl spellcheck="false" autocomplete="off" [formField]="of().days[day]" />
          </pl-field>
        }
      </div>
    </fieldset>
  `,
  styles: `
    :host {
      display: contents;
    }
    fieldset {
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    .days {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
      gap: var(--pl-3);
      margin-top: var(--pl-2);
    }
  `,
})
export class ZonedHoursFields {
  readonly of = input.required<FieldTree<HoursModel>>();
  protected readonly text = texts(words);
  protected readonly days = texts(dayWords);
  protected readonly weekdays = weekdays;
  protected readonly hintId = `pl-zoned-hours-${(made += 1)}`;
}
