import { Directive, TemplateRef, inject, input } from '@angular/core';

/**
 * Draws a column's cells instead of its text. `of` is only there to tell the template the row's type:
 * `<ng-template plCell="state" [plCellOf]="rows()" let-row><pl-verdict [state]="row.state" /></ng-template>`
 */
@Directive({ selector: 'ng-template[plCell]' })
export class TableCell<Row> {
  /** The column's key. */
  readonly plCell = input.required<string>();
  readonly plCellOf = input<readonly Row[]>([]);
  readonly template = inject<TemplateRef<{ $implicit: Row }>>(TemplateRef);

  static ngTemplateContextGuard<Row>(_: TableCell<Row>, context: unknown): context is { $implicit: Row } {
    return context !== null;
  }
}
