import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** Ties an input, select or textarea to the `pl-field` around it: id for the label, description, invalid state, looks. */
@Directive({
  selector: 'input[plControl], select[plControl], textarea[plControl]',
  host: {
    class: 'pl-input',
    '[id]': 'field.id',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.problem() === null ? null : "true"',
  },
})
export class Control {
  protected readonly field = inject(Field);
}
