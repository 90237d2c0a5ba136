import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import { type IconName } from '../icon/icons';
import { type Hue } from './verdict';

/** `<pl-status hue="note" icon="hourglass" text="Ingesting" />`: any state that is not a verdict (of a file, a person, a scorecard). */
@Component({
  selector: 'pl-status',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="chip" [attr.data-hue]="hue()"><pl-icon [name]="icon()" />{{ text() }}</span>`,
  styleUrl: './chip.css',
})
export class StatusChip {
  readonly text = input.required<string>();
  readonly hue = input<Hue>('neutral');
  readonly icon = input<IconName>('circle');
}
