import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { decideExclusion, type Exclusion, listExclusions } from '@plumbline/slas/schema';
import {
  ApiProblem,
  cursorList,
  Empty,
  formatInstant,
  type Hue,
  type IconName,
  InstantPipe,
  Notices,
  PageHeader,
  PageStateView,
  problemWords,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { exclusionWords, unitsText } from './exclusion-words';

const words = {
  en: {
    title: 'Exclusions and waivers',
    lead: 'Approved records take counted rows out, or let a breach go without consequence. The source numbers stay.',
    ask: 'Ask for one',
    none: 'Nobody has asked for an exclusion',
    noneText:
      'An outage of the insurer, volume beyond the forecast or force majeure can be taken out of a result.',
    all: 'every SLA of the contract',
    period: (from: string, to: string) => `${from} – ${to}`,
    beyond: (units: string, forecast: string) => `${units} beyond “${forecast}”`,
    by: (by: string) => `asked by ${by}`,
    decided: (by: string) => `decided by ${by}`,
    own: 'You asked for it: somebody else decides.',
    toDecide: 'Those that are to be decided.',
    everyState: 'Show all',
    note: (of: string) => `What you say about ${of}`,
    approve: 'Approve',
    decline: 'Decline',
    approved: 'Approved: the results are being evaluated anew.',
    declined: 'Declined.',
    more: 'Show more',
  },
  es: {
    title: 'Exclusiones y dispensas',
    lead: 'Los registros aprobados quitan filas contadas o dejan un incumplimiento sin consecuencias. Las cifras de origen quedan.',
    ask: 'Pedir una',
    none: 'Nadie ha pedido una exclusión',
    noneText:
      'Una caída de la aseguradora, volumen fuera de lo previsto o fuerza mayor se pueden quitar de un resultado.',
    all: 'todos los SLA del contrato',
    period: (from: string, to: string) => `${from} – ${to}`,
    beyond: (units: string, forecast: string) => `${units} por encima de «${forecast}»`,
    by: (by: string) => `pedida por ${by}`,
    decided: (by: string) => `decidida por ${by}`,
    own: 'La pidió usted: decide otra persona.',
    toDecide: 'Las que están por decidir.',
    everyState: 'Mostrar todas',
    note: (of: string) => `Qué dice usted sobre ${of}`,
    approve: 'Aprobar',
    decline: 'Rechazar',
    approved: 'Aprobada: los resultados se evalúan de nuevo.',
    declined: 'Rechazada.',
    more: 'Mostrar más',
  },
};

const looks: Readonly<Record<Exclusion['state'], { hue: Hue; icon: IconName }>> = {
  requested: { hue: 'warn', icon: 'hourglass' },
  approved: { hue: 'good', icon: 'check' },
  declined: { hue: 'neutral', icon: 'cross' },
};

/** What was asked for and decided, newest first; whoever may decide does it here. */
@Component({
  selector: 'pl-exclusions-page',
  imports: [PageHeader, PageStateView, Empty, StatusChip, InstantPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead">
        @if (tenant.can('exclusion.request')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('exclusions', 'new')">{{
            text().ask
          }}</a>
        }
      </pl-page-header>
      @if (toDecide()) {
        <p>
          {{ text().toDecide }}
          <a [routerLink]="tenant.link('exclusions')">{{ text().everyState }}</a>
        </p>
      }
      <pl-page-state [state]="list.state()" (retry)="list.reload()">
        <pl-empty plEmpty icon="shield" [title]="text().none" [text]="text().noneText" />
        <ul class="exclusions">
          @for (row of list.items(); track row.id) {
            <li class="pl-panel pl-stack">
              <div class="pl-row">
                <pl-status
                  [hue]="looks[row.state].hue"
                  [icon]="looks[row.state].icon"
                  [text]="words().states[row.state]"
                />
                <strong>{{ words().effects[row.effect] }}: {{ words().kinds[row.kind] }}</strong>
                <span>{{ row.vendor.name }} · {{ row.contract.reference }} {{ row.clause }}</span>
              </div>
              <p>{{ row.sla?.name ?? text().all }}, {{ periodOf(row) }}</p>
              @if (row.beyond; as beyond) {
                <p>{{ text().beyond(units(beyond.amounts), beyond.forecast) }}</p>
              }
              <p class="said">{{ row.reason }}</p>
              <p class="pl-muted pl-small">
                {{ text().by(row.requestedBy) }} · {{ row.requestedAt | plInstant }}
                @if (row.decidedAt) {
                  · {{ text().decided(row.decidedBy ?? '') }} · {{ row.decidedAt | plInstant }}
                }
              </p>
              @if (row.note) {
                <p class="said">{{ row.note }}</p>
              }
              @if (row.state === 'requested' && row.own && tenant.can('exclusion.approve')) {
                <p class="pl-muted pl-small">{{ text().own }}</p>
              } @else if (row.state === 'requested' && tenant.can('exclusion.approve')) {
                <div class="pl-row">
                  <input
                    #note
                    class="pl-input"
                    [attr.aria-label]="text().note(words().kinds[row.kind])"
                    [placeholder]="text().note(words().kinds[row.kind])"
                  />
                  <button
                    class="pl-button"
                    data-kind="primary"
                    type="button"
                    [disabled]="busy()"
                    (click)="decide(row, 'approved', note.value)"
                  >
                    {{ text().approve }}
                  </button>
                  <button
                    class="pl-button"
                    type="button"
                    [disabled]="busy()"
                    (click)="decide(row, 'declined', note.value)"
                  >
                    {{ text().decline }}
                  </button>
                </div>
              }
            </li>
          }
        </ul>
        @if (list.hasMore()) {
          <button class="pl-button" type="button" (click)="list.loadMore()">{{ text().more }}</button>
        }
      </pl-page-state>
    </div>
  `,
  styles: `
    .exclusions {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
    }
    .exclusions .pl-stack {
      gap: var(--pl-2);
    }
    .said {
      max-width: 70ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    input.pl-input {
      flex: 1 1 14rem;
      width: auto;
      min-width: 0;
    }
  `,
})
export class ExclusionsPage {
  /** From the address. */
  readonly vendorId = input<string>();
  readonly contractId = input<string>();
  readonly state = input<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly notices = inject(Notices);
  private readonly problemSaid = problemWords();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly words = texts(exclusionWords);
  protected readonly looks = looks;
  protected readonly busy = signal(false);
  protected readonly toDecide = computed(() => this.state() === 'requested');
  private readonly asked = signal<
    | {
        vendorId: string | undefined;
        contractId: string | undefined;
        state: 'requested' | undefined;
      }
    | undefined
  >(undefined);
  protected readonly list = cursorList({
    params: () => this.asked(),
    load: (query, cursor, signal) =>
      this.api.call(listExclusions, { query: { ...query, cursor, limit: 50 } }, { signal }),
  });

  constructor() {
    effect(() =>
      this.asked.set({
        vendorId: this.vendorId(),
        contractId: this.contractId(),
        state: this.toDecide() ? 'requested' : undefined,
      }),
    );
  }

  protected readonly units = (amounts: Readonly<Record<string, string>>) =>
    unitsText(amounts, this.reader.locale());

  protected periodOf({ startsAt, endsAt, timezone }: Exclusion): string {
    const at = { locale: this.reader.locale(), timeZone: timezone };
    return this.text().period(formatInstant(startsAt, at), formatInstant(endsAt, at));
  }

  protected async decide(row: Exclusion, decision: 'approved' | 'declined', note: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.api.call(
        decideExclusion,
        {
          params: { exclusionId: row.id },
          body: { decision, ...(note.trim() === '' ? {} : { note }) },
        },
        { ifMatch: `"${row.version}"` },
      );
      this.notices.done(this.text()[decision]);
    } catch (error) {
      this.notices.problem(this.problemSaid(ApiProblem.from(error)).detail);
    } finally {
      this.busy.set(false);
      this.list.reload();
    }
  }
}
