import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { type Verdict, verdictLook, verdictWords } from './verdict';

/** `<pl-verdict state="breached" />`: picture, word and colour of a result's state. */
@Component({
  selector: 'pl-verdict',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<span class="chip" [attr.data-hue]="look().hue"
    ><pl-icon [name]="look().icon" />{{ words()[state()] }}</span
  >`,
  styleUrl: './chip.css',
})
export class VerdictChip {
  readonly state = input.required<Verdict>();
  protected readonly words = texts(verdictWords);
  protected readonly look = computed(() => verdictLook[this.state()]);
}
