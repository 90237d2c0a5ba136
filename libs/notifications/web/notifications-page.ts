import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  listNotifications,
  type Notification,
  readNotification,
  readNotifications,
} from '@plumbline/notifications/schema';
import {
  ApiProblem,
  cursorList,
  Empty,
  formatInstant,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { noticeSaid } from './notice-said';
import { NotificationSections } from './notification-sections';
import { notificationWords } from './notification-words';

const words = {
  en: {
    lead: 'What you were told here, newest first.',
    all: 'All',
    unread: 'Unread',
    show: 'Show',
    new: 'Unread',
    readAll: 'Mark all as read',
    read: 'Mark as read',
    readOf: (sentence: string) => `Mark as read: ${sentence}`,
    more: 'Show more',
    none: 'Nothing here',
    noneText:
      'You have not been told anything yet. What you are told, and how, you choose under Preferences.',
    noneUnread: 'Everything is read.',
  },
  es: {
    lead: 'Lo que se le ha comunicado aquí, lo último primero.',
    all: 'Todos',
    unread: 'Sin leer',
    show: 'Mostrar',
    new: 'Sin leer',
    readAll: 'Marcar todo como leído',
    read: 'Marcar como leído',
    readOf: (sentence: string) => `Marcar como leído: ${sentence}`,
    more: 'Mostrar más',
    none: 'Nada por aquí',
    noneText: 'Aún no se le ha comunicado nada. Qué se le comunica y cómo se elige en Preferencias.',
    noneUnread: 'Todo está leído.',
  },
};

@Component({
  selector: 'pl-notifications-page',
  imports: [PageHeader, PageStateView, Empty, ProblemView, StatusChip, RouterLink, NotificationSections],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="shared().notifications" [lead]="text().lead">
        @if (newest(); as upTo) {
          <button class="pl-button" type="button" [disabled]="busy() || allRead()" (click)="readAll(upTo.id)">
            {{ text().readAll }}
          </button>
        }
      </pl-page-header>
      <pl-notification-sections />
      <nav class="pl-row" [attr.aria-label]="text().show">
        <a class="pl-button" [routerLink]="[]" [attr.aria-current]="show() === 'unread' ? null : 'true'">{{
          text().all
        }}</a>
        <a
          class="pl-button"
          [routerLink]="[]"
          [queryParams]="{ show: 'unread' }"
          [attr.aria-current]="show() === 'unread' ? 'true' : null"
          >{{ text().unread }}</a
        >
      </nav>
      @if (problem(); as failed) {
        <pl-problem [problem]="failed" />
      }
      <pl-page-state [state]="list.state()" (retry)="list.reload()">
        <pl-empty
          plEmpty
          icon="bell"
          [title]="text().none"
          [text]="show() === 'unread' ? text().noneUnread : text().noneText"
        />
        <ol class="list">
          @for (each of list.items(); track each.id) {
            <li class="pl-panel" [class.unread]="isUnread(each)">
              <div class="words">
                <p class="pl-row">
                  @if (isUnread(each)) {
                    <pl-status hue="note" icon="bell" [text]="text().new" />
                  }
                  <a [routerLink]="tenant.link(...each.path)" (click)="read(each)">{{
                    said()(each).sentence
                  }}</a>
                </p>
                <p class="pl-small">{{ said()(each).detail }}</p>
                <p class="pl-muted pl-small">
                  <time [attr.datetime]="each.createdAt">{{ when(each) }}</time> · {{ said()(each).name }}
                </p>
              </div>
              @if (isUnread(each)) {
                <button
                  class="pl-button"
                  type="button"
                  [attr.aria-label]="text().readOf(said()(each).sentence)"
                  (click)="read(each)"
                >
                  {{ text().read }}
                </button>
              }
            </li>
          }
        </ol>
        @if (list.hasMore()) {
          <button class="pl-button" type="button" [disabled]="list.loadingMore()" (click)="list.loadMore()">
            {{ text().more }}
          </button>
        }
      </pl-page-state>
    </div>
  `,
  styles: `
    .list {
      display: grid;
      gap: var(--pl-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--pl-3);
      padding: var(--pl-3) var(--pl-4);
    }
    li.unread {
      border-inline-start: 3px solid var(--pl-accent);
    }
    .words {
      flex: 1 1 18rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .words p {
      margin: 0;
    }
    nav a[aria-current] {
      border-color: var(--pl-accent);
      font-weight: 550;
    }
  `,
})
export class NotificationsPage {
  /** From the address: `unread`, or all. */
  readonly show = input<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly shared = texts(notificationWords);
  protected readonly said = noticeSaid();
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  /** Read since the list was loaded. */
  private readonly readNow = signal<ReadonlySet<string>>(new Set());

  protected readonly list = cursorList({
    params: () => ({ show: this.show() === 'unread' ? ('unread' as const) : ('all' as const) }),
    load: (query, cursor, signal) =>
      this.api.call(listNotifications, { query: { ...query, cursor, limit: 50 } }, { signal }),
  });
  protected readonly newest = computed(() => this.list.items()[0]);
  protected readonly allRead = computed(() => !this.list.items().some((each) => this.isUnread(each)));

  protected isUnread(each: Notification): boolean {
    return each.readAt === null && !this.readNow().has(each.id);
  }

  protected when({ createdAt }: Notification): string {
    return formatInstant(createdAt, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() });
  }

  protected async read(each: Notification): Promise<void> {
    if (!this.isUnread(each)) return;
    await this.change(async () => {
      await this.api.call(readNotification, { params: { notificationId: each.id } });
      this.readNow.update((read) => new Set([...read, each.id]));
    });
  }

  protected async readAll(upTo: string): Promise<void> {
    await this.change(async () => {
      await this.api.call(readNotifications, { body: { upTo } });
      this.readNow.set(new Set(this.list.items().map(({ id }) => id)));
    });
  }

  private async change(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.problem.set(null);
    try {
      await work();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
