import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Finding } from '@plumbline/contracts/schema';
import { StatusChip, texts } from '@plumbline/ui';

const words = {
  en: { blocking: 'Keeps it from being activated', advice: 'Finding' },
  es: { blocking: 'Impide activarla', advice: 'Hallazgo' },
};

/** What a contract version lacks, worst first. */
@Component({
  selector: 'pl-findings-list',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="findings">
      @for (finding of findings(); track $index) {
        <li class="pl-row">
          <pl-status
            [hue]="finding.severity === 'blocking' ? 'bad' : 'warn'"
            [icon]="finding.severity === 'blocking' ? 'cross' : 'alert'"
            [text]="text()[finding.severity]"
          />
          <span class="pl-wrap-anywhere">{{ finding.detail }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    .findings {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
  `,
})
export class FindingsList {
  readonly findings = input.required<readonly Finding[]>();
  protected readonly text = texts(words);
}
