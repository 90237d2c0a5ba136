import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { ActivityLine } from '@plumbline/activity/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatInstant,
  PageHeader,
  PageStateView,
  Reader,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { ActivityStore } from './activity-store';
import { actionWords } from './activity-words';
import { detailText } from './detail-text';

const words = {
  en: {
    title: 'Activity log',
    lead: 'Who did what, newest first. Each line is chained to the one before it: an export proves that none was changed or taken out.',
    export: 'Export with proof',
    from: 'From',
    to: 'To',
    action: 'What',
    all: 'Everything',
    when: 'When',
    who: 'Who',
    what: 'What',
    thing: 'On',
    vendor: 'Vendor',
    detail: 'Detail',
    line: 'Line',
    erased: 'erased',
    kinds: { person: '', 'api-key': 'API key', 'sftp-key': 'SFTP key', worker: 'Plumbline' },
    onlyThis: 'Showing one thing or person only.',
    none: 'No line matches',
    noneText: 'Try other days, or show everything.',
    showAll: 'Show everything',
  },
  es: {
    title: 'Registro de actividad',
    lead: 'Quién hizo qué, lo último primero. Cada línea está encadenada a la anterior: una exportación prueba que ninguna se cambió ni se quitó.',
    export: 'Exportar con prueba',
    from: 'Desde',
    to: 'Hasta',
    action: 'Qué',
    all: 'Todo',
    when: 'Cuándo',
    who: 'Quién',
    what: 'Qué',
    thing: 'Sobre',
    vendor: 'Proveedor',
    detail: 'Detalle',
    line: 'Línea',
    erased: 'borrado',
    kinds: { person: '', 'api-key': 'Clave de API', 'sftp-key': 'Clave SFTP', worker: 'Plumbline' },
    onlyThis: 'Se muestra solo una cosa o persona.',
    none: 'Ninguna línea coincide',
    noneText: 'Pruebe otros días, o muestre todo.',
    showAll: 'Mostrar todo',
  },
};

@Component({
  selector: 'pl-activity-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, TableCell, RouterLink],
  providers: [ActivityStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="text().title" [lead]="text().lead">
        <a class="pl-button" [href]="exportAddress" download>{{ text().export }}</a>
      </pl-page-header>
      <form class="pl-row pl-no-print" role="search" (submit)="$event.preventDefault()">
        <label class="pl-row">
          {{ text().from }}
          <input
            #from
            class="pl-input"
            type="date"
            [value]="store.asked()?.from ?? ''"
            (change)="ask({ from: from.value })"
          />
        </label>
        <label class="pl-row">
          {{ text().to }}
          <input
            #to
            class="pl-input"
            type="date"
            [value]="store.asked()?.to ?? ''"
            (change)="ask({ to: to.value })"
          />
        </label>
        <label class="pl-row">
          {{ text().action }}
          <select #action class="pl-input" (change)="ask({ action: action.value })">
            <option value="">{{ text().all }}</option>
            @for (each of actions(); track each[0]) {
              <option [value]="each[0]" [selected]="each[0] === store.asked()?.action">{{ each[1] }}</option>
            }
          </select>
        </label>
        @if (narrowed()) {
          <span class="pl-muted">{{ text().onlyThis }}</span>
        }
        @if (filtered()) {
          <a [routerLink]="tenant.link('activity-log')">{{ text().showAll }}</a>
        }
      </form>
      <pl-page-state [state]="store.lines.state()" (retry)="store.lines.reload()">
        <pl-empty plEmpty icon="activity" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="text().title"
          [rows]="store.lines.items()"
          [columns]="columns()"
          [trackBy]="bySequence"
          [hasMore]="store.lines.hasMore()"
          [loadingMore]="store.lines.loadingMore()"
          (loadMore)="store.lines.loadMore()"
        >
          <ng-template plCell="who" [plCellOf]="store.lines.items()" let-row>
            <a
              [routerLink]="tenant.link('activity-log')"
              [queryParams]="{ actorId: row.actor.id }"
              queryParamsHandling="merge"
              >{{ nameOf(row) }}</a
            >
          </ng-template>
          <ng-template plCell="thing" [plCellOf]="store.lines.items()" let-row>
            <a
              [routerLink]="tenant.link('activity-log')"
              [queryParams]="{ thing: row.thing, thingId: row.thingId }"
              queryParamsHandling="merge"
              >{{ row.thing }}</a
            >
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
export class ActivityPage {
  /** From the address. */
  readonly action = input<string>();
  readonly thing = input<string>();
  readonly thingId = input<string>();
  readonly actorId = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(ActivityStore);
  protected readonly text = texts(words);
  private readonly known = texts(actionWords);
  protected readonly exportAddress = inject(TenantApi).url('/activity-log/export');
  protected readonly bySequence = (row: ActivityLine): string => `${row.sequence}`;

  protected readonly actions = computed(() =>
    Object.entries(this.known()).sort(([, a], [, b]) => a.localeCompare(b, this.reader.locale())),
  );
  protected readonly narrowed = computed(() => {
    const asked = this.store.asked();
    return asked?.thingId !== undefined || asked?.actorId !== undefined;
  });
  protected readonly filtered = computed(() =>
    Object.values(this.store.asked() ?? {}).some((value) => value !== undefined),
  );

  protected readonly columns = computed((): readonly Column<ActivityLine>[] => {
    const text = this.text();
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    return [
      {
        key: 'when',
        header: text.when,
        text: (row) => formatInstant(row.at, options),
        sortBy: (row) => row.sequence,
        exported: (row) => row.at,
      },
      { key: 'who', header: text.who, text: (row) => this.nameOf(row) },
      { key: 'what', header: text.what, text: (row) => this.known()[row.action] ?? row.action },
      { key: 'thing', header: text.thing, text: (row) => row.thing },
      { key: 'vendor', header: text.vendor, text: (row) => row.vendor?.name ?? '' },
      { key: 'detail', header: text.detail, text: (row) => detailText(row, text.erased), sortBy: false },
      { key: 'thingId', header: 'Id', text: (row) => row.thingId, hidden: true },
      {
        key: 'line',
        header: text.line,
        text: (row) => `${row.sequence}`,
        sortBy: (row) => row.sequence,
        numeric: true,
        hidden: true,
      },
    ];
  });

  constructor() {
    effect(() => {
      const given = (value: string | undefined) => value?.trim() || undefined;
      this.store.asked.set({
        action: given(this.action()),
        thing: given(this.thing()),
        thingId: given(this.thingId()),
        actorId: given(this.actorId()),
        from: given(this.from()),
        to: given(this.to()),
      });
    });
  }

  protected nameOf({ actor }: ActivityLine): string {
    const { kinds, erased } = this.text();
    const name = actor.kind === 'worker' ? '' : (actor.name ?? erased);
    return [kinds[actor.kind], name].filter((part) => part !== '').join(' ');
  }

  protected ask(asked: Readonly<Record<string, string>>): void {
    const queryParams = Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, value || null]));
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
