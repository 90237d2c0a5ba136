import { Pipe, type PipeTransform, inject } from '@angular/core';
import { Reader } from '../i18n/reader';
import { TenantContext } from '../session/tenant-context';
import { formatDate } from './format-date';
import { type FigureUnit, formatFigure } from './format-figure';
import { formatInstant } from './format-instant';
import { type MonthStyle, formatMonth } from './format-month';
import { formatNumber } from './format-number';

/** `{{ '2026-03-12' | plDate }}` → 12 Mar 2026 */
@Pipe({ name: 'plDate' })
export class DatePipe implements PipeTransform {
  private readonly reader = inject(Reader);
  transform(date: string | null | undefined): string {
    return date == null ? '' : formatDate(date, this.reader.locale());
  }
}

/**
 * `{{ instant | plInstant }}` → 12 Mar 2026, 14:05 New York: in the tenant's zone, so that insurer and vendor read the same
 * clock in a meeting; in the zone given, where what is shown has one of its own; in the reader's outside a tenant.
 */
@Pipe({ name: 'plInstant' })
export class InstantPipe implements PipeTransform {
  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext, { optional: true });
  transform(
    instant: string | null | undefined,
    timeZone = this.tenant?.timeZone() ?? this.reader.timeZone,
    zoneName = true,
  ): string {
    return instant == null
      ? ''
      : formatInstant(instant, { locale: this.reader.locale(), timeZone, zoneName });
  }
}

/** `{{ '2026-03' | plMonth: 'long' }}` → March 2026 */
@Pipe({ name: 'plMonth' })
export class MonthPipe implements PipeTransform {
  private readonly reader = inject(Reader);
  transform(month: string | null | undefined, style: MonthStyle = 'short'): string {
    return month == null ? '' : formatMonth(month, this.reader.locale(), style);
  }
}

/** `{{ 12345 | plNumber }}` → 12,345 */
@Pipe({ name: 'plNumber' })
export class NumberPipe implements PipeTransform {
  private readonly reader = inject(Reader);
  transform(value: string | number | null | undefined, maxDigits = 2): string {
    return value == null ? '' : formatNumber(value, this.reader.locale(), { max: maxDigits });
  }
}

/** `{{ result.value | plFigure: 'ratio' : target }}` → 93.9% */
@Pipe({ name: 'plFigure' })
export class FigurePipe implements PipeTransform {
  private readonly reader = inject(Reader);
  transform(value: string | number | null | undefined, unit: FigureUnit, target?: string | null): string {
    return value == null ? '' : formatFigure(value, unit, this.reader.locale(), target);
  }
}
