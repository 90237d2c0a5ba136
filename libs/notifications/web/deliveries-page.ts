import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type Channel,
  channels,
  type Delivery,
  type DeliveryState,
  deliveryStates,
  listDeliveries,
} from '@plumbline/notifications/schema';
import {
  type Column,
  cursorList,
  DataTable,
  Empty,
  formatInstant,
  PageHeader,
  PageStateView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { noticeSaid } from './notice-said';
import { NotificationSections } from './notification-sections';
import { notificationWords, stateLooks } from './notification-words';

const words = {
  en: {
    lead: 'Who was told of what, when and by which channel. What a mail said is not kept.',
    all: 'All',
    channel: 'Channel',
    state: 'State',
    when: 'When',
    kind: 'Of what',
    to: 'To',
    address: 'Address',
    attempts: 'Attempts',
    next: 'Next attempt',
    narrowed: 'Showing one webhook or one thing only.',
    showAll: 'Show everything',
    none: 'No delivery',
    noneText: 'Nobody was told of anything that matches.',
  },
  es: {
    lead: 'A quién se avisó de qué, cuándo y por qué canal. No se guarda lo que decía un correo.',
    all: 'Todos',
    channel: 'Canal',
    state: 'Estado',
    when: 'Cuándo',
    kind: 'De qué',
    to: 'A quién',
    address: 'Dirección',
    attempts: 'Intentos',
    next: 'Próximo intento',
    narrowed: 'Se muestra solo un webhook o una cosa.',
    showAll: 'Mostrar todo',
    none: 'Ninguna entrega',
    noneText: 'No se avisó a nadie de nada que coincida.',
  },
};

@Component({
  selector: 'pl-deliveries-page',
  imports: [
    PageHeader,
    PageStateView,
    Empty,
    DataTable,
    TableCell,
    StatusChip,
    RouterLink,
    NotificationSections,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="shared().deliveries" [lead]="text().lead" />
      <pl-notification-sections />
      <form class="pl-row pl-no-print" role="search" (submit)="$event.preventDefault()">
        <label class="pl-row">
          {{ text().channel }}
          <select #way class="pl-input" (change)="ask({ channel: way.value })">
            <option value="">{{ text().all }}</option>
            @for (each of channels; track each) {
              <option [value]="each" [selected]="each === channel()">{{ shared().channels[each] }}</option>
            }
          </select>
        </label>
        <label class="pl-row">
          {{ text().state }}
          <select #stage class="pl-input" (change)="ask({ state: stage.value })">
            <option value="">{{ text().all }}</option>
            @for (each of states; track each) {
              <option [value]="each" [selected]="each === state()">{{ shared().states[each] }}</option>
            }
          </select>
        </label>
        @if (webhookId() || aboutId()) {
          <span class="pl-muted">{{ text().narrowed }}</span>
          <a [routerLink]="tenant.link('notifications', 'deliveries')">{{ text().showAll }}</a>
        }
      </form>
      <pl-page-state [state]="list.state()" (retry)="list.reload()">
        <pl-empty plEmpty icon="bell" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="shared().deliveries"
          [rows]="list.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="list.hasMore()"
          [loadingMore]="list.loadingMore()"
          (loadMore)="list.loadMore()"
        >
          <ng-template plCell="state" [plCellOf]="list.items()" let-row>
            <pl-status
              [hue]="looks[row.state].hue"
              [icon]="looks[row.state].icon"
              [text]="shared().states[row.state]"
            />
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
  styles: `
    .pl-input {
      width: auto;
    }
  `,
})
export class DeliveriesPage {
  /** From the address. */
  readonly channel = input<string>();
  readonly state = input<string>();
  readonly webhookId = input<string>();
  readonly aboutId = input<string>();

  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  private readonly said = noticeSaid();
  protected readonly looks = stateLooks;
  protected readonly channels = channels;
  protected readonly states = deliveryStates;
  protected readonly byId = (row: Delivery): string => row.id;

  protected readonly list = cursorList({
    params: () => ({
      channel: channels.find((each): each is Channel => each === this.channel()),
      state: deliveryStates.find((each): each is DeliveryState => each === this.state()),
      webhookId: this.webhookId() || undefined,
      aboutId: this.aboutId() || undefined,
    }),
    load: (query, cursor, signal) =>
      this.api.call(listDeliveries, { query: { ...query, cursor, limit: 100 } }, { signal }),
  });

  protected readonly columns = computed((): readonly Column<Delivery>[] => {
    const [text, shared, said] = [this.text(), this.shared(), this.said()];
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    return [
      {
        key: 'when',
        header: text.when,
        text: (row) => formatInstant(row.createdAt, { ...options, seconds: true }),
        sortBy: (row) => row.createdAt,
        link: (row) => this.tenant.link('notifications', 'deliveries', row.id),
      },
      { key: 'kind', header: text.kind, text: (row) => said(row).sentence },
      { key: 'to', header: text.to, text: (row) => row.recipient },
      { key: 'address', header: text.address, text: (row) => row.address },
      { key: 'channel', header: text.channel, text: (row) => shared.channels[row.channel] },
      { key: 'state', header: text.state, text: (row) => shared.states[row.state] },
      {
        key: 'attempts',
        header: text.attempts,
        text: (row) => `${row.attempts}`,
        sortBy: (row) => row.attempts,
        numeric: true,
      },
      {
        key: 'next',
        header: text.next,
        text: (row) => (row.dueAt === null ? '' : formatInstant(row.dueAt, options)),
        sortBy: (row) => row.dueAt,
      },
    ];
  });

  protected ask(asked: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, value || null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
