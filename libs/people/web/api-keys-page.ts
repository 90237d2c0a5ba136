import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ApiKey, listApiKeys, revokeApiKey } from '@plumbline/people/schema';
import {
  ApiProblem,
  type Column,
  Confirm,
  cursorList,
  DataTable,
  Empty,
  formatInstant,
  type Hue,
  type IconName,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  StatusChip,
  TableCell,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { PeopleSections } from './people-sections';
import { peopleWords } from './people-words';
import { permissionWords } from './permission-words';

const words = {
  en: {
    lead: 'For programs that hand in files or read figures. A key is shown once, when it is made.',
    make: 'Make a key',
    name: 'Name',
    key: 'Key',
    state: 'State',
    scopes: 'May',
    for: 'For',
    by: 'Made by',
    expires: 'Expires',
    used: 'Last used',
    never: 'Never',
    action: 'Action',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke the key ${name}`,
    revokeTitle: (name: string) => `Revoke the key ${name}?`,
    revokeEffect: 'Its next call is refused. It cannot be brought back; make a new one instead.',
    revoked: (name: string) => `The key ${name} was revoked.`,
    none: 'No key yet',
    noneText: 'Make one for a program that works with this tenant by the API.',
    states: { active: 'Active', expired: 'Expired', revoked: 'Revoked' },
  },
  es: {
    lead: 'Para programas que entregan archivos o leen cifras. Una clave se muestra una vez, al crearla.',
    make: 'Crear una clave',
    name: 'Nombre',
    key: 'Clave',
    state: 'Estado',
    scopes: 'Puede',
    for: 'Por',
    by: 'Creada por',
    expires: 'Caduca',
    used: 'Último uso',
    never: 'Nunca',
    action: 'Acción',
    revoke: 'Revocar',
    revokeOf: (name: string) => `Revocar la clave ${name}`,
    revokeTitle: (name: string) => `¿Revocar la clave ${name}?`,
    revokeEffect: 'Su próxima llamada se rechaza. No se puede recuperar; cree otra en su lugar.',
    revoked: (name: string) => `Se revocó la clave ${name}.`,
    none: 'Aún no hay claves',
    noneText: 'Cree una para un programa que trabaje aquí por la API.',
    states: { active: 'Activa', expired: 'Caducada', revoked: 'Revocada' },
  },
};

const looks: Readonly<Record<ApiKey['state'], { readonly hue: Hue; readonly icon: IconName }>> = {
  active: { hue: 'good', icon: 'check' },
  expired: { hue: 'warn', icon: 'calendar' },
  revoked: { hue: 'neutral', icon: 'dash' },
};

@Component({
  selector: 'pl-api-keys-page',
  imports: [
    PageHeader,
    PageStateView,
    Empty,
    DataTable,
    TableCell,
    StatusChip,
    ProblemView,
    RouterLink,
    PeopleSections,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="people().apiKeys" [lead]="text().lead">
        <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('people', 'api-keys', 'new')">{{
          text().make
        }}</a>
      </pl-page-header>
      <pl-people-sections />
      @if (problem(); as failed) {
        <pl-problem [problem]="failed" />
      }
      <pl-page-state [state]="keys.state()" (retry)="keys.reload()">
        <pl-empty plEmpty icon="link" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="people().apiKeys"
          [rows]="keys.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="keys.hasMore()"
          [loadingMore]="keys.loadingMore()"
          (loadMore)="keys.loadMore()"
        >
          <ng-template plCell="state" [plCellOf]="keys.items()" let-row>
            <pl-status
              [hue]="looks[row.state].hue"
              [icon]="looks[row.state].icon"
              [text]="text().states[row.state]"
            />
          </ng-template>
          <ng-template plCell="action" [plCellOf]="keys.items()" let-row>
            @if (row.state === 'active') {
              <button
                class="pl-button"
                type="button"
                [attr.aria-label]="text().revokeOf(row.name)"
                [disabled]="busy()"
                (click)="revoke(row)"
              >
                {{ text().revoke }}
              </button>
            }
          </ng-template>
        </pl-data-table>
      </pl-page-state>
    </div>
  `,
})
export class ApiKeysPage {
  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  private readonly permissions = texts(permissionWords);
  protected readonly looks = looks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly byId = (row: ApiKey): string => row.id;

  protected readonly keys = cursorList({
    params: () => true,
    load: (_, cursor, signal) => this.api.call(listApiKeys, { query: { cursor, limit: 50 } }, { signal }),
  });
  protected readonly columns = computed((): readonly Column<ApiKey>[] => {
    const text = this.text();
    const may = this.permissions();
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    const instant = (value: string | null) => (value === null ? text.never : formatInstant(value, options));
    return [
      { key: 'name', header: text.name, text: (row) => row.name },
      { key: 'key', header: text.key, text: (row) => row.hint, sortBy: false },
      { key: 'state', header: text.state, text: (row) => text.states[row.state] },
      {
        key: 'scopes',
        header: text.scopes,
        text: (row) => row.scopes.map((scope) => may[scope] ?? scope).join(' · '),
        sortBy: false,
      },
      { key: 'for', header: text.for, text: (row) => row.vendor?.name ?? this.people().insurer },
      { key: 'by', header: text.by, text: (row) => row.createdBy.name },
      {
        key: 'expires',
        header: text.expires,
        text: (row) => instant(row.expiresAt),
        sortBy: (row) => row.expiresAt,
      },
      {
        key: 'used',
        header: text.used,
        text: (row) => instant(row.lastUsedAt),
        sortBy: (row) => row.lastUsedAt,
      },
      { key: 'action', header: text.action, text: () => '', sortBy: false },
    ];
  });

  protected async revoke(row: ApiKey): Promise<void> {
    const text = this.text();
    const question = { title: text.revokeTitle(row.name), effect: text.revokeEffect, action: text.revoke };
    if (this.busy() || !(await this.confirm.ask({ ...question, danger: true }))) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.call(revokeApiKey, { params: { apiKeyId: row.id } }, { ifMatch: `"${row.version}"` });
      this.notices.done(text.revoked(row.name));
      this.keys.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
