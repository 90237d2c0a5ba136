import { inject, Pipe, type PipeTransform } from '@angular/core';
import { Reader } from '@plumbline/ui';
import { formatMoney } from './format-money';

/** `{{ amount | plMoney: 'USD' }}` → USD 2,000.00 */
@Pipe({ name: 'plMoney' })
export class MoneyPipe implements PipeTransform {
  private readonly reader = inject(Reader);

  transform(amount: string, currency: string): string {
    return formatMoney(amount, currency, this.reader.locale());
  }
}
