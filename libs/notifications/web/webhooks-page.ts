import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listWebhooks, type Webhook } from '@plumbline/notifications/schema';
import {
  type Column,
  DataTable,
  Empty,
  PageHeader,
  pageResource,
  PageStateView,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { noticeSaid } from './notice-said';
import { NotificationSections } from './notification-sections';
import { notificationWords } from './notification-words';
import { webhookWords } from './webhook-words';

const words = {
  en: {
    lead: 'Your own systems and chats are told as people are: signed, retried for three days, and kept in the log.',
    add: 'Add a webhook',
    name: 'Name',
    host: 'Receiver',
    kinds: 'Kinds',
    state: 'State',
    none: 'No webhook yet',
    noneText: 'Add one to tell a system of yours, Slack or Teams.',
  },
  es: {
    lead: 'Sus propios sistemas y chats reciben los avisos como las personas: firmados, reintentados durante tres días y registrados.',
    add: 'Añadir un webhook',
    name: 'Nombre',
    host: 'Destino',
    kinds: 'Tipos',
    state: 'Estado',
    none: 'Aún no hay webhooks',
    noneText: 'Añada uno para avisar a un sistema suyo, a Slack o a Teams.',
  },
};

@Component({
  selector: 'pl-webhooks-page',
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
      <pl-page-header [title]="shared().webhooks" [lead]="text().lead">
        <a
          class="pl-button"
          data-kind="primary"
          [routerLink]="tenant.link('notifications', 'webhooks', 'new')"
          >{{ text().add }}</a
        >
      </pl-page-header>
      <pl-notification-sections />
      <pl-page-state [state]="list.state()" (retry)="list.reload()">
        <pl-empty plEmpty icon="link" [title]="text().none" [text]="text().noneText" />
        <pl-data-table [caption]="shared().webhooks" [rows]="rows()" [columns]="columns()" [trackBy]="byId">
          <ng-template plCell="state" [plCellOf]="rows()" let-row>
            <pl-status
              [hue]="row.enabled ? 'good' : 'neutral'"
              [icon]="row.enabled ? 'check' : 'pause'"
              [text]="row.enabled ? common().running : common().stopped"
            />
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
})
export class WebhooksPage {
  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  protected readonly common = texts(webhookWords);
  private readonly said = noticeSaid();
  protected readonly byId = (row: Webhook): string => row.id;

  protected readonly list = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(listWebhooks, {}, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  protected readonly rows = computed(() => this.list.value()?.items ?? []);
  protected readonly columns = computed((): readonly Column<Webhook>[] => {
    const [text, common, said] = [this.text(), this.common(), this.said()];
    return [
      {
        key: 'name',
        header: text.name,
        text: (row) => row.name,
        link: (row) => this.tenant.link('notifications', 'webhooks', row.id),
      },
      { key: 'format', header: common.format, text: (row) => common.formats[row.format] },
      { key: 'host', header: text.host, text: (row) => row.host },
      {
        key: 'kinds',
        header: text.kinds,
        text: (row) =>
          row.kinds.length === 0
            ? common.allKinds
            : row.kinds.map((kind) => said({ kind, parameters: {} }).name).join(', '),
      },
      { key: 'state', header: text.state, text: (row) => (row.enabled ? common.running : common.stopped) },
    ];
  });
}
