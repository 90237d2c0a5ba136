import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import type { ProposedHoliday } from '@plumbline/calendars/schema';
import { TenantContext } from '@plumbline/ui';
import { HolidayProposer } from './holiday-proposer';
import { HolidaysFields } from './holidays-fields';
import { HoursFields } from './hours-fields';
import { emptyHoliday, type HolidayModel, type TermsModel, withProposed } from './terms-model';
import { today } from './today';

/** What a version of a calendar says: hours, holidays, and lists to take holidays from. */
@Component({
  selector: 'pl-terms-editor',
  imports: [HoursFields, HolidaysFields, HolidayProposer],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-hours-fields [timezone]="form().timezone" [hours]="form().hours" />
    <pl-holiday-proposer [known]="dates()" (add)="take($event)" />
    <pl-holidays-fields [form]="form().holidays" (add)="addHoliday()" (remove)="removeHoliday($event)" />
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class TermsEditor {
  readonly form = input.required<FieldTree<TermsModel>>();
  readonly holidays = model.required<HolidayModel[]>();

  private readonly day = today(inject(TenantContext).timeZone());
  protected readonly dates = computed(() => this.holidays().map(({ date }) => date));

  protected take(proposed: readonly ProposedHoliday[]): void {
    this.holidays.update((now) => withProposed(now, proposed));
  }

  protected addHoliday(): void {
    this.holidays.update((now) => [...now, emptyHoliday(this.day)]);
  }

  protected removeHoliday(index: number): void {
    this.holidays.update((now) => now.filter((_, at) => at !== index));
  }
}
