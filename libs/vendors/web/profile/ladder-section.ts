import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { InstantPipe, StatusChip, TenantContext, texts } from '@plumbline/ui';
import type { Profile } from '@plumbline/vendors/schema';
import { ProfilePanel } from './profile-panel';
import { profileWords, reachLook } from './profile-words';

const words = {
  en: {
    change: 'Change the ladder',
    none: 'Nobody has said yet who is reached when nobody answers.',
    now: (name: string) => `${name} would be reached now.`,
    nobody: 'Nobody on this ladder can be reached now.',
    chip: 'Reached now',
    at: 'at once',
    after: (minutes: number) => `after ${minutes} min`,
    ignoring: 'whatever the hours',
    respecting: 'within hours',
    left: 'No longer here',
    would: 'If it began now:',
  },
  es: {
    change: 'Cambiar la escala',
    none: 'Nadie ha dicho aún a quién se avisa cuando nadie responde.',
    now: (name: string) => `Ahora se avisaría a ${name}.`,
    nobody: 'Ahora no se puede avisar a nadie de esta escala.',
    chip: 'Se avisa ahora',
    at: 'de inmediato',
    after: (minutes: number) => `tras ${minutes} min`,
    ignoring: 'sea cual sea el horario',
    respecting: 'en su horario',
    left: 'Ya no está',
    would: 'Si empezara ahora:',
  },
};

/** Who is reached in which order, and who would be now. */
@Component({
  selector: 'pl-ladder-section',
  imports: [ProfilePanel, StatusChip, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-profile-panel
      anchor="pl-ladder"
      icon="edit"
      [heading]="parts().sections.ladder"
      [action]="text().change"
      [link]="mayWrite ? link() : null"
      [none]="ladder().stages.length === 0 ? text().none : null"
    >
      @if (ladder().stages.length > 0) {
        <p role="status">{{ now() }}</p>
      }
      <ol>
        @for (stage of ladder().stages; track $index) {
          <li>
            <div class="line">
              <strong>{{ $index + 1 }}. {{ stage.name }}</strong>
              @if ($index === ladder().now) {
                <pl-status hue="good" icon="bell" [text]="text().chip" />
              }
              @if (stage.left) {
                <pl-status hue="warn" icon="alert" [text]="text().left" />
              } @else {
                <pl-status
                  [hue]="looks[stage.reach].hue"
                  [icon]="looks[stage.reach].icon"
                  [text]="parts().reach[stage.reach]"
                />
              }
            </div>
            <div class="pl-muted pl-small">
              {{ stage.afterMinutes === 0 ? text().at : text().after(stage.afterMinutes) }},
              {{ stage.respectHours ? text().respecting : text().ignoring }}
              @if (stage.reachedAt) {
                · {{ text().would }} {{ stage.reachedAt | plInstant }}
              }
            </div>
          </li>
        }
      </ol>
    </pl-profile-panel>
  `,
  styleUrl: './entries.css',
})
export class LadderSection {
  readonly vendorId = input.required<string>();
  readonly profile = input.required<Profile>();

  private readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly looks = reachLook;
  protected readonly mayWrite = this.tenant.can('vendor-profile.write');
  protected readonly ladder = computed(() => this.profile().ladder);
  protected readonly now = computed(() => {
    const { now, stages } = this.ladder();
    return now === null ? this.text().nobody : this.text().now(stages[now]?.name ?? '');
  });
  protected readonly link = computed(() => this.tenant.link('vendors', this.vendorId(), 'ladder'));
}
