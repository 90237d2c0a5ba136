import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { type CalendarSummary } from '@plumbline/calendars/schema';
import { caseTimeUnits } from '@plumbline/measurements/schema';
import { Control, Field, Reader, formatDate, texts } from '@plumbline/ui';
import { type CaseDraft, calendarValue, usesCalendar } from './case-draft';
import { caseFieldsWords } from './case-fields-words';

/** How much time a case has, and by which calendar: what makes counts of rows about cases. */
@Component({
  selector: 'pl-case-fields',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pair">
      <pl-field [label]="text().close" [of]="field().closeAmount">
        <input plControl inputmode="numeric" autocomplete="off" [formField]="field().closeAmount" />
      </pl-field>
      <pl-field [label]="text().unit" [of]="field().closeUnit">
        <select plControl [formField]="field().closeUnit">
          @for (unit of units; track unit) {
            <option [value]="unit">{{ text().units[unit] }}</option>
          }
        </select>
      </pl-field>
    </div>
    @if (acknowledges()) {
      <div class="pair">
        <pl-field [label]="text().acknowledge" [of]="field().acknowledgeAmount">
          <input plControl inputmode="numeric" autocomplete="off" [formField]="field().acknowledgeAmount" />
        </pl-field>
        <pl-field [label]="text().unit" [of]="field().acknowledgeUnit">
          <select plControl [formField]="field().acknowledgeUnit">
            @for (unit of units; track unit) {
              <option [value]="unit">{{ text().units[unit] }}</option>
            }
          </select>
        </pl-field>
      </div>
    }
    @if (counting()) {
      <pl-field
        [label]="text().calendar"
        [hint]="versions().length === 0 ? text().noCalendar : text().calendarHint"
        [of]="field().calendar"
      >
        <select plControl [formField]="field().calendar">
          <option value="">{{ text().choose }}</option>
          @for (version of versions(); track version.value) {
            <option [value]="version.value">{{ version.text }}</option>
          }
        </select>
      </pl-field>
      <pl-field [label]="text().openedWhenClosed" [of]="field().openedWhenClosed">
        <select plControl [formField]="field().openedWhenClosed">
          <option value="count">{{ text().opened.count }}</option>
          <option value="roll">{{ text().opened.roll }}</option>
        </select>
      </pl-field>
    }
    @if (namesVendors()) {
      <pl-field [label]="text().severalVendors" [of]="field().severalVendors">
        <select plControl [formField]="field().severalVendors">
          <option value="refuse">{{ text().several.refuse }}</option>
          <option value="each">{{ text().several.each }}</option>
        </select>
      </pl-field>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .pair {
      display: grid;
      grid-template-columns: minmax(6rem, 1fr) minmax(8rem, 1fr);
      gap: var(--pl-3);
      align-items: end;
    }
  `,
})
export class CaseFields {
  readonly field = input.required<FieldTree<CaseDraft>>();
  readonly calendars = input.required<readonly CalendarSummary[]>();
  /** A column says when a case was acknowledged. */
  readonly acknowledges = input.required<boolean>();
  /** A column says whose case it is. */
  readonly namesVendors = input.required<boolean>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(caseFieldsWords);
  protected readonly units = caseTimeUnits;
  private readonly draft = computed(() => this.field()().value());
  protected readonly counting = computed(() => usesCalendar(this.draft(), this.acknowledges()));

  /** The newest of each calendar, and the one that was used last time where that is another. */
  protected readonly versions = computed(() => {
    const text = this.text();
    const newest = this.calendars().map(({ id, name, number, holidaysUntil }) => ({
      value: calendarValue(id, number),
      text: text.calendarVersion(
        name,
        number,
        holidaysUntil === null ? null : formatDate(holidaysUntil, this.reader.locale()),
      ),
    }));
    const { calendar } = this.draft();
    if (calendar === '' || newest.some(({ value }) => value === calendar)) return newest;
    return [...newest, { value: calendar, text: text.earlierVersion(Number(calendar.split('/')[1])) }];
  });
}
