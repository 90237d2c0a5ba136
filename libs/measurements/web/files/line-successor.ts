import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LineMeasurement } from '@plumbline/slas/schema';
import { Reader, StatusChip, TenantContext, formatNumber, texts } from '@plumbline/ui';

const words = {
  en: {
    stands: 'It stands',
    replaced: 'Replaced by',
    place: (name: string, line: string) => `${name}, line ${line}`,
    otherFile: 'a file of another vendor',
  },
  es: {
    stands: 'Sigue vigente',
    replaced: 'Sustituida por',
    place: (name: string, line: string) => `${name}, línea ${line}`,
    otherFile: 'un archivo de otro proveedor',
  },
};

/** Whether what a line brought still stands, or which line of a later file took its place. */
@Component({
  selector: 'pl-line-successor',
  imports: [StatusChip, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (next(); as next) {
      <div class="pl-row">
        <pl-status hue="warn" icon="edit" [text]="text().replaced" />
        @if (next.fileName; as name) {
          <a [routerLink]="tenant.link('kpi-files', next.fileId)" [queryParams]="{ line: next.line }">{{
            text().place(name, write(next.line))
          }}</a>
        } @else {
          <span>{{ text().otherFile }}</span>
        }
      </div>
    } @else {
      <pl-status hue="good" icon="check" [text]="text().stands" />
    }
  `,
})
export class LineSuccessor {
  readonly next = input.required<LineMeasurement['supersededBy']>();
  protected readonly tenant = inject(TenantContext);
  private readonly reader = inject(Reader);
  protected readonly text = texts(words);

  protected write(number: number): string {
    return formatNumber(number, this.reader.locale());
  }
}
