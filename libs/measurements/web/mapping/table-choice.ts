import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type FileLayout } from '@plumbline/measurements/schema';
import { texts } from '@plumbline/ui';
import { mappingWords } from './mapping-words';
import { type ChosenTable } from './mapping-store';

let made = 0;

/** Which sheet of a workbook is meant, and which line names the columns: found by the server, put right by people. */
@Component({
  selector: 'pl-table-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-panel choice" role="group" [attr.aria-label]="text().table">
      @if (sheets().length > 1) {
        <label [attr.for]="id + '-sheet'">{{ text().sheet }}</label>
        <select class="pl-input" [id]="id + '-sheet'" (change)="chooseSheet($event)">
          @for (sheet of sheets(); track sheet) {
            <option [value]="sheet" [selected]="sheet === layout().sheet">{{ sheet }}</option>
          }
        </select>
      }
      <label [attr.for]="id + '-line'">{{ text().headerLine }}</label>
      <input
        class="pl-input"
        type="number"
        min="1"
        inputmode="numeric"
        [id]="id + '-line'"
        [value]="layout().headerLine ?? 1"
        (change)="chooseLine($event)"
      />
    </div>
  `,
  styles: `
    .choice {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--pl-2) var(--pl-3);
    }
    label {
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    select {
      max-width: min(24rem, 100%);
    }
    input {
      width: 6rem;
    }
  `,
})
export class TableChoice {
  readonly layout = input.required<FileLayout>();
  readonly chosen = output<ChosenTable>();
  protected readonly text = texts(mappingWords);
  protected readonly id = `pl-table-choice-${(made += 1)}`;
  protected readonly sheets = computed(() => this.layout().sheets ?? []);

  /** Another sheet has its header where it has it. */
  protected chooseSheet(event: Event): void {
    this.chosen.emit({ sheet: (event.target as HTMLSelectElement).value });
  }

  protected chooseLine(event: Event): void {
    const headerLine = Number((event.target as HTMLInputElement).value);
    if (!Number.isInteger(headerLine) || headerLine < 1) return;
    const { sheet } = this.layout();
    this.chosen.emit({ headerLine, ...(sheet === undefined ? {} : { sheet }) });
  }
}
