import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ContractVersionSummary } from '@plumbline/contracts/schema';
import { type Hue, type IconName, StatusChip, TenantContext, texts } from '@plumbline/ui';
import { contractWords } from './contract-words';
import { standingOf, type VersionStanding } from './in-force';
import { today } from './today';

const looks: Readonly<Record<VersionStanding, { readonly hue: Hue; readonly icon: IconName }>> = {
  draft: { hue: 'note', icon: 'edit' },
  coming: { hue: 'note', icon: 'calendar' },
  inForce: { hue: 'good', icon: 'check' },
  ended: { hue: 'neutral', icon: 'dash' },
};

/** Where a contract version stands today. */
@Component({
  selector: 'pl-version-chip',
  imports: [StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<pl-status [hue]="look().hue" [icon]="look().icon" [text]="words()[standing()]" />`,
})
export class VersionChip {
  readonly version = input.required<ContractVersionSummary>();
  private readonly day = today(inject(TenantContext).timeZone());
  protected readonly words = texts(contractWords);
  protected readonly standing = computed(() => standingOf(this.version(), this.day));
  protected readonly look = computed(() => looks[this.standing()]);
}
