import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { listSftpKeys, revokeSftpKey, type SftpKey } from '@plumbline/people/schema';
import {
  ApiProblem,
  type Column,
  Confirm,
  cursorList,
  DataTable,
  Empty,
  formatInstant,
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

const words = {
  en: {
    lead: 'For machines that hand in KPI files over SFTP. The user name there is this tenant’s short name: ',
    add: 'Add a key',
    name: 'Name',
    key: 'Fingerprint',
    state: 'State',
    for: 'Vendor',
    confirm: 'Clean files are loaded',
    by: 'Added by',
    used: 'Last used',
    never: 'Never',
    action: 'Action',
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke the key ${name}`,
    revokeTitle: (name: string) => `Revoke the key ${name}?`,
    revokeEffect: 'Its next sign-in is refused, and what it is sending now is cut off.',
    revoked: (name: string) => `The key ${name} was revoked.`,
    none: 'No key yet',
    noneText: 'Add the public key of a machine that hands in files at night.',
    states: { active: 'Active', revoked: 'Revoked' },
    confirms: { automatically: 'Automatically', 'by-a-person': 'By a person' },
  },
  es: {
    lead: 'Para máquinas que entregan archivos KPI por SFTP. El usuario es el nombre corto de esta aseguradora: ',
    add: 'Añadir una clave',
    name: 'Nombre',
    key: 'Huella',
    state: 'Estado',
    for: 'Proveedor',
    confirm: 'Los archivos sin errores se cargan',
    by: 'Añadida por',
    used: 'Último uso',
    never: 'Nunca',
    action: 'Acción',
    revoke: 'Revocar',
    revokeOf: (name: string) => `Revocar la clave ${name}`,
    revokeTitle: (name: string) => `¿Revocar la clave ${name}?`,
    revokeEffect: 'Se rechaza su próximo inicio de sesión y se corta lo que esté enviando.',
    revoked: (name: string) => `Se revocó la clave ${name}.`,
    none: 'Aún no hay claves',
    noneText: 'Añada la clave pública de una máquina que entregue archivos por la noche.',
    states: { active: 'Activa', revoked: 'Revocada' },
    confirms: { automatically: 'Automáticamente', 'by-a-person': 'Por una persona' },
  },
};

@Component({
  selector: 'pl-sftp-keys-page',
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
      <pl-page-header [title]="people().sftpKeys" [lead]="text().lead + tenant.slug">
        <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('people', 'sftp-keys', 'new')">{{
          text().add
        }}</a>
      </pl-page-header>
      <pl-people-sections />
      @if (problem(); as failed) {
        <pl-problem [problem]="failed" />
      }
      <pl-page-state [state]="keys.state()" (retry)="keys.reload()">
        <pl-empty plEmpty icon="link" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="people().sftpKeys"
          [rows]="keys.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="keys.hasMore()"
          [loadingMore]="keys.loadingMore()"
          (loadMore)="keys.loadMore()"
        >
          <ng-template plCell="state" [plCellOf]="keys.items()" let-row>
            <pl-status
              [hue]="row.state === 'active' ? 'good' : 'neutral'"
              [icon]="row.state === 'active' ? 'check' : 'dash'"
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
export class SftpKeysPage {
  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly byId = (row: SftpKey): string => row.id;

  protected readonly keys = cursorList({
    params: () => true,
    load: (_, cursor, signal) => this.api.call(listSftpKeys, { query: { cursor, limit: 50 } }, { signal }),
  });
  protected readonly columns = computed((): readonly Column<SftpKey>[] => {
    const text = this.text();
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    return [
      { key: 'name', header: text.name, text: (row) => row.name },
      { key: 'key', header: text.key, text: (row) => row.fingerprint, sortBy: false },
      { key: 'state', header: text.state, text: (row) => text.states[row.state] },
      { key: 'for', header: text.for, text: (row) => row.vendor.name },
      { key: 'confirm', header: text.confirm, text: (row) => text.confirms[row.confirm] },
      { key: 'by', header: text.by, text: (row) => row.createdBy.name },
      {
        key: 'used',
        header: text.used,
        text: (row) => (row.lastUsedAt === null ? text.never : formatInstant(row.lastUsedAt, options)),
        sortBy: (row) => row.lastUsedAt,
      },
      { key: 'action', header: text.action, text: () => '', sortBy: false },
    ];
  });

  protected async revoke(row: SftpKey): Promise<void> {
    const text = this.text();
    const question = { title: text.revokeTitle(row.name), effect: text.revokeEffect, action: text.revoke };
    if (this.busy() || !(await this.confirm.ask({ ...question, danger: true }))) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.call(revokeSftpKey, { params: { sftpKeyId: row.id } }, { ifMatch: `"${row.version}"` });
      this.notices.done(text.revoked(row.name));
      this.keys.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
