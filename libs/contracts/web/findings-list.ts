import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Finding, StandingFinding } from '@plumbline/contracts/schema';
import { formatDate, type Hue, type IconName, Reader, StatusChip, TenantContext, texts } from '@plumbline/ui';
import { findingSaid } from './finding-said';

const words = {
  en: {
    blocking: 'Keeps it from being activated',
    advice: 'Finding',
    waived: 'Waived',
    until: (day: string) => `Waived until ${day}.`,
    expired: (day: string) => `A waiver ended on ${day}.`,
    requested: 'A waiver waits for another person’s decision.',
    owner: (name: string, day: string) => `${name} sees to it until ${day}.`,
    overdue: (name: string, day: string) => `${name} was to see to it until ${day}.`,
    nobody: 'Nobody sees to it yet.',
    open: 'Assign or waive',
    openOf: (finding: string) => `Assign or waive: ${finding}`,
  },
  es: {
    blocking: 'Impide activarla',
    advice: 'Hallazgo',
    waived: 'Dispensado',
    until: (day: string) => `Dispensado hasta el ${day}.`,
    expired: (day: string) => `Una dispensa terminó el ${day}.`,
    requested: 'Una dispensa espera la decisión de otra persona.',
    owner: (name: string, day: string) => `${name} lo atiende hasta el ${day}.`,
    overdue: (name: string, day: string) => `${name} debía atenderlo hasta el ${day}.`,
    nobody: 'Nadie lo atiende todavía.',
    open: 'Asignar o dispensar',
    openOf: (finding: string) => `Asignar o dispensar: ${finding}`,
  },
};

type Look = 'blocking' | 'advice' | 'waived';

const looks: Readonly<Record<Look, { readonly hue: Hue; readonly icon: IconName }>> = {
  blocking: { hue: 'bad', icon: 'cross' },
  advice: { hue: 'warn', icon: 'alert' },
  waived: { hue: 'neutral', icon: 'check' },
};

/** What a contract version lacks, and how each stands; `of` leads to where something is done about it. */
@Component({
  selector: 'pl-findings-list',
  imports: [StatusChip, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="findings">
      @for (finding of findings(); track finding.key + finding.path) {
        <li>
          <div class="pl-row">
            <pl-status
              [hue]="looks[lookOf(finding)].hue"
              [icon]="looks[lookOf(finding)].icon"
              [text]="text()[lookOf(finding)]"
            />
            <span class="pl-wrap-anywhere">{{ said(finding) }}</span>
          </div>
          @if (standingOf(finding); as standing) {
            @if (finding.waivable) {
              <p class="pl-muted pl-small">
                {{ noteOf(standing) }}
                @if (mayAct() && of(); as version) {
                  <a
                    class="pl-no-print"
                    [routerLink]="
                      tenant.link('contracts', version.contractId, 'versions', '' + version.number, 'finding')
                    "
                    [queryParams]="{ key: finding.key }"
                    [attr.aria-label]="text().openOf(said(finding))"
                    >{{ text().open }}</a
                  >
                }
              </p>
            }
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .findings {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
    }
    p a {
      display: inline-block;
      min-height: 1.5rem;
    }
  `,
})
export class FindingsList {
  readonly findings = input.required<readonly (Finding | StandingFinding)[]>();
  readonly of = input<{ readonly contractId: string; readonly number: number } | null>(null);

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly looks = looks;
  protected readonly mayAct = () => this.tenant.can('contract.write');

  protected said(finding: Finding): string {
    return findingSaid(finding, this.reader.locale());
  }

  protected standingOf(finding: Finding | StandingFinding): StandingFinding | null {
    return 'standing' in finding ? finding : null;
  }

  protected lookOf(finding: Finding | StandingFinding): Look {
    return this.standingOf(finding)?.standing === 'waived' ? 'waived' : finding.severity;
  }

  protected noteOf({ waiver, expiredOn, requestedWaiverId, assignment }: StandingFinding): string {
    const text = this.text();
    const day = (date: string) => formatDate(date, this.reader.locale());
    if (waiver) return text.until(day(waiver.expiresOn));
    return [
      ...(expiredOn === null ? [] : [text.expired(day(expiredOn))]),
      ...(requestedWaiverId === null ? [] : [text.requested]),
      assignment === null
        ? text.nobody
        : (assignment.overdue ? text.overdue : text.owner)(assignment.owner.name, day(assignment.dueOn)),
    ].join(' ');
  }
}
