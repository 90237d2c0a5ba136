import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type DeliveryAttempt, replayDelivery, viewDelivery } from '@plumbline/notifications/schema';
import {
  ApiProblem,
  type Column,
  DataTable,
  formatInstant,
  formatNumber,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { noticeSaid } from './notice-said';
import { notificationWords, stateLooks } from './notification-words';

const words = {
  en: {
    kind: 'Of what',
    channel: 'Channel',
    to: 'To',
    asked: 'Asked for',
    next: 'Next attempt',
    rhythm: 'Rhythm',
    open: 'Open what it is about',
    replay: 'Send again',
    replayed: 'It goes out again, under the same id.',
    refresh: 'Look again',
    attempts: 'Attempts',
    noAttempts: 'None yet.',
    number: 'No.',
    at: 'At',
    outcome: 'Outcome',
    status: 'Status',
    latency: 'Took',
    answer: 'Answer',
  },
  es: {
    kind: 'De qué',
    channel: 'Canal',
    to: 'A quién',
    asked: 'Pedido',
    next: 'Próximo intento',
    rhythm: 'Ritmo',
    open: 'Abrir de qué trata',
    replay: 'Enviar de nuevo',
    replayed: 'Se envía de nuevo, con el mismo identificador.',
    refresh: 'Mirar de nuevo',
    attempts: 'Intentos',
    noAttempts: 'Ninguno todavía.',
    number: 'N.º',
    at: 'Cuándo',
    outcome: 'Resultado',
    status: 'Estado',
    latency: 'Tardó',
    answer: 'Respuesta',
  },
};

@Component({
  selector: 'pl-delivery-page',
  imports: [PageHeader, PageStateView, ProblemView, DataTable, TableCell, StatusChip, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="title()"
        [breadcrumbs]="[{ text: shared().deliveries, link: tenant.link('notifications', 'deliveries') }]"
      >
        @if (mayReplay()) {
          <button class="pl-button" type="button" [disabled]="busy()" (click)="replay()">
            {{ text().replay }}
          </button>
        }
        <button class="pl-button" type="button" (click)="delivery.reload()">{{ text().refresh }}</button>
      </pl-page-header>
      @if (problem(); as failed) {
        <pl-problem [problem]="failed" />
      }
      <pl-page-state [state]="delivery.state()" (retry)="delivery.reload()">
        @if (delivery.value(); as row) {
          <div class="pl-stack">
            <section class="pl-panel pl-stack">
              <pl-status
                [hue]="looks[row.state].hue"
                [icon]="looks[row.state].icon"
                [text]="shared().states[row.state]"
              />
              <dl class="pl-facts">
                <dt>{{ text().kind }}</dt>
                <dd>{{ said()(row).name }}</dd>
                <dt>{{ text().channel }}</dt>
                <dd>{{ shared().channels[row.channel] }}</dd>
                <dt>{{ text().to }}</dt>
                <dd class="pl-wrap-anywhere">{{ row.recipient }} · {{ row.address }}</dd>
                <dt>{{ text().rhythm }}</dt>
                <dd>{{ shared().modes[row.rhythm] }}</dd>
                <dt>{{ text().asked }}</dt>
                <dd>{{ at(row.createdAt) }}</dd>
                @if (row.dueAt) {
                  <dt>{{ text().next }}</dt>
                  <dd>{{ at(row.dueAt) }}</dd>
                }
              </dl>
              <p>
                <a [routerLink]="tenant.link(...row.path)">{{ text().open }}</a>
              </p>
            </section>
            @if (row.tries.length > 0) {
              <pl-data-table
                [caption]="text().attempts"
                [rows]="row.tries"
                [columns]="columns()"
                [trackBy]="byNumber"
              >
                <ng-template plCell="outcome" [plCellOf]="row.tries" let-each>
                  <pl-status
                    [hue]="each.outcome === 'taken' ? 'good' : 'bad'"
                    [icon]="each.outcome === 'taken' ? 'check' : 'cross'"
                    [text]="shared().outcomes[each.outcome]"
                  />
                </ng-template>
              </pl-data-table>
            } @else {
              <p class="pl-muted">{{ text().attempts }}: {{ text().noAttempts }}</p>
            }
          </div>
        }
      </pl-page-state>
    </div>
  `,
})
export class DeliveryPage {
  readonly deliveryId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  protected readonly said = noticeSaid();
  protected readonly looks = stateLooks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly byNumber = (row: DeliveryAttempt): string => `${row.number}`;

  protected readonly delivery = pageResource({
    params: () => this.deliveryId(),
    load: (deliveryId, signal) => this.api.call(viewDelivery, { params: { deliveryId } }, { signal }),
    isEmpty: () => false,
  });
  protected readonly title = computed(() => {
    const row = this.delivery.value();
    return row ? this.said()(row).sentence : this.shared().deliveries;
  });
  /** Mails are not sent again: the post does that by itself, and what they said is gone. */
  protected readonly mayReplay = computed(() => {
    const row = this.delivery.value();
    return (
      row !== undefined &&
      row.webhookId !== null &&
      row.state !== 'waiting' &&
      this.tenant.can('webhook.manage')
    );
  });

  protected readonly columns = computed((): readonly Column<DeliveryAttempt>[] => {
    const [text, shared] = [this.text(), this.shared()];
    return [
      {
        key: 'number',
        header: text.number,
        text: (row) => `${row.number}`,
        sortBy: (row) => row.number,
        numeric: true,
      },
      { key: 'at', header: text.at, text: (row) => this.at(row.at), sortBy: (row) => row.at },
      { key: 'outcome', header: text.outcome, text: (row) => shared.outcomes[row.outcome] },
      {
        key: 'status',
        header: text.status,
        text: (row) => (row.status === null ? '' : `${row.status}`),
        numeric: true,
      },
      {
        key: 'latency',
        header: text.latency,
        text: (row) =>
          row.latencyMs === null ? '' : `${formatNumber(row.latencyMs, this.reader.locale())} ms`,
        sortBy: (row) => row.latencyMs,
        numeric: true,
      },
      { key: 'answer', header: text.answer, text: (row) => row.answer ?? '', sortBy: false },
    ];
  });

  protected at(instant: string): string {
    return formatInstant(instant, {
      locale: this.reader.locale(),
      timeZone: this.tenant.timeZone(),
      seconds: true,
    });
  }

  protected async replay(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.call(replayDelivery, { params: { deliveryId: this.deliveryId() } });
      this.notices.done(this.text().replayed);
      this.delivery.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
