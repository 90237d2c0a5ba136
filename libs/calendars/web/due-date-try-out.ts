import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { CalendarVersion } from '@plumbline/calendars/schema';
import { formatDate, formatInstant, Reader, sayProblem, texts, zoneCity } from '@plumbline/ui';
import type { TraceLocale } from '@plumbline/sla-engine';
import { dueDate, type TriedUnit, triedUnits } from './due-date';
import { today } from './today';

const words = {
  en: {
    language: 'en' as TraceLocale,
    title: 'Try out a due date',
    start: (city: string) => `Received, ${city} time`,
    amount: 'Due within',
    unit: 'Unit',
    units: { businessDays: 'business days', businessHours: 'business hours' },
    due: (when: string) => `Due ${when}`,
    endOf: (day: string, city: string) => `at the end of ${day}, ${city}`,
    yours: (when: string) => `(${when} where you are)`,
    enter: 'Enter when it is received.',
  },
  es: {
    language: 'es' as TraceLocale,
    title: 'Probar un vencimiento',
    start: (city: string) => `Recibido, hora de ${city}`,
    amount: 'Plazo',
    unit: 'Unidad',
    units: { businessDays: 'días hábiles', businessHours: 'horas hábiles' },
    due: (when: string) => `Vence ${when}`,
    endOf: (day: string, city: string) => `al final del ${day}, ${city}`,
    yours: (when: string) => `(${when} donde usted está)`,
    enter: 'Introduzca cuándo se recibe.',
  },
};

/** Lets a person see what a calendar does to a deadline: the engine computes it here, nothing is sent. */
@Component({
  selector: 'pl-due-date-try-out',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack pl-no-print" aria-labelledby="pl-try-out">
      <h2 id="pl-try-out">{{ text().title }}</h2>
      <div class="asked">
        <label>
          {{ text().start(city()) }}
          <input
            #from
            class="pl-input"
            type="datetime-local"
            [value]="start()"
            (change)="start.set(from.value)"
          />
        </label>
        <label>
          {{ text().amount }}
          <input
            #much
            class="pl-input"
            inputmode="decimal"
            [value]="amount()"
            (input)="amount.set(much.value)"
          />
        </label>
        <label>
          {{ text().unit }}
          <select #of class="pl-input" (change)="choose(of.value)">
            @for (each of units; track each) {
              <option [value]="each" [selected]="each === unit()">{{ text().units[each] }}</option>
            }
          </select>
        </label>
      </div>
      <p role="status">
        <strong>{{ answer() }}</strong> <span class="pl-muted">{{ here() }}</span>
      </p>
      @if (steps().length > 0) {
        <ul class="pl-muted pl-small">
          @for (step of steps(); track $index) {
            <li>{{ step }}</li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    .asked {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-3);
    }
    label {
      display: flex;
      flex: 1 1 9rem;
      flex-direction: column;
      gap: var(--pl-1);
      min-width: 0;
      max-width: 16rem;
      font-size: var(--pl-text-13);
      font-weight: 550;
    }
    ul {
      padding-inline-start: var(--pl-4);
      overflow-wrap: anywhere;
    }
  `,
})
export class DueDateTryOut {
  readonly calendar = input.required<CalendarVersion>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly units = triedUnits;
  protected readonly city = computed(() => zoneCity(this.calendar().timezone));
  protected readonly start = linkedSignal(() => `${today(this.calendar().timezone)}T16:00`);
  protected readonly amount = signal('2');
  protected readonly unit = signal<TriedUnit>('businessDays');

  private readonly say = sayProblem();
  private readonly due = computed(() => {
    const clock = { start: this.start(), amount: this.amount().trim(), unit: this.unit() };
    return dueDate(this.calendar(), clock, this.text().language);
  });
  protected readonly steps = computed(() => {
    const due = this.due();
    return due.is === 'due' ? due.steps : [];
  });
  protected readonly answer = computed(() => {
    const [due, text] = [this.due(), this.text()];
    if (due.is === 'refused') return due.detail === '' ? text.enter : this.say(due.detail);
    const locale = this.reader.locale();
    return text.due(
      due.lastDay === null
        ? formatInstant(due.instant, { locale, timeZone: this.calendar().timezone, zoneName: true })
        : text.endOf(formatDate(due.lastDay, locale), this.city()),
    );
  });
  protected readonly here = computed(() => {
    const due = this.due();
    const timeZone = this.reader.timeZone;
    if (due.is === 'refused' || timeZone === this.calendar().timezone) return '';
    return this.text().yours(
      formatInstant(due.instant, { locale: this.reader.locale(), timeZone, zoneName: true }),
    );
  });

  protected choose(unit: string): void {
    this.unit.set(triedUnits.find((each) => each === unit) ?? 'businessDays');
  }
}
