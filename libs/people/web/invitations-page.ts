import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Invitation, listInvitations, revokeInvitation } from '@plumbline/people/schema';
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

const words = {
  en: {
    lead: 'Who was asked to come in, and what became of it.',
    invite: 'Invite somebody',
    email: 'E-mail',
    role: 'Role',
    for: 'For',
    state: 'State',
    invitedAt: 'Invited',
    expiresAt: 'Open until',
    action: 'Action',
    revoke: 'Take back',
    revokeOf: (email: string) => `Take back the invitation to ${email}`,
    revokeTitle: (email: string) => `Take back the invitation to ${email}?`,
    revokeEffect: 'The link in their mail stops working.',
    revoked: (email: string) => `The invitation to ${email} was taken back.`,
    none: 'No invitation yet',
    noneText: 'Whoever you invite shows here until they accept.',
    states: { open: 'Open', expired: 'Expired', accepted: 'Accepted', revoked: 'Taken back' },
  },
  es: {
    lead: 'A quién se pidió entrar, y qué fue de ello.',
    invite: 'Invitar a alguien',
    email: 'Correo',
    role: 'Función',
    for: 'Por',
    state: 'Estado',
    invitedAt: 'Invitado',
    expiresAt: 'Abierta hasta',
    action: 'Acción',
    revoke: 'Retirar',
    revokeOf: (email: string) => `Retirar la invitación a ${email}`,
    revokeTitle: (email: string) => `¿Retirar la invitación a ${email}?`,
    revokeEffect: 'El enlace de su correo deja de funcionar.',
    revoked: (email: string) => `Se retiró la invitación a ${email}.`,
    none: 'Aún no hay invitaciones',
    noneText: 'A quien invite aparecerá aquí hasta que acepte.',
    states: { open: 'Abierta', expired: 'Caducada', accepted: 'Aceptada', revoked: 'Retirada' },
  },
};

const looks: Readonly<Record<Invitation['state'], { readonly hue: Hue; readonly icon: IconName }>> = {
  open: { hue: 'note', icon: 'hourglass' },
  expired: { hue: 'warn', icon: 'calendar' },
  accepted: { hue: 'good', icon: 'check' },
  revoked: { hue: 'neutral', icon: 'dash' },
};

@Component({
  selector: 'pl-invitations-page',
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
      <pl-page-header [title]="people().invitations" [lead]="text().lead">
        @if (tenant.can('people.invite')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('people', 'invite')">{{
            text().invite
          }}</a>
        }
      </pl-page-header>
      <pl-people-sections />
      @if (problem(); as failed) {
        <pl-problem [problem]="failed" />
      }
      <pl-page-state [state]="invitations.state()" (retry)="invitations.reload()">
        <pl-empty plEmpty icon="people" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="people().invitations"
          [rows]="invitations.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="invitations.hasMore()"
          [loadingMore]="invitations.loadingMore()"
          (loadMore)="invitations.loadMore()"
        >
          <ng-template plCell="state" [plCellOf]="invitations.items()" let-row>
            <pl-status
              [hue]="looks[row.state].hue"
              [icon]="looks[row.state].icon"
              [text]="text().states[row.state]"
            />
          </ng-template>
          <ng-template plCell="action" [plCellOf]="invitations.items()" let-row>
            @if (row.state === 'open') {
              <button
                class="pl-button"
                type="button"
                [attr.aria-label]="text().revokeOf(row.email)"
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
export class InvitationsPage {
  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  protected readonly looks = looks;
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly byId = (row: Invitation): string => row.id;

  protected readonly invitations = cursorList({
    params: () => true,
    load: (_, cursor, signal) => this.api.call(listInvitations, { query: { cursor, limit: 50 } }, { signal }),
  });
  protected readonly columns = computed((): readonly Column<Invitation>[] => {
    const [text, people] = [this.text(), this.people()];
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    const when = (key: 'invitedAt' | 'expiresAt'): Column<Invitation> => ({
      key,
      header: text[key],
      text: (row) => formatInstant(row[key], options),
      sortBy: (row) => row[key],
      exported: (row) => row[key],
    });
    return [
      { key: 'email', header: text.email, text: (row) => row.email },
      { key: 'role', header: text.role, text: (row) => people.roles[row.role] },
      { key: 'for', header: text.for, text: (row) => row.vendor?.name ?? people.insurer },
      { key: 'state', header: text.state, text: (row) => text.states[row.state] },
      when('invitedAt'),
      when('expiresAt'),
      ...(this.tenant.can('people.invite')
        ? [{ key: 'action', header: text.action, text: () => '', sortBy: false as const }]
        : []),
    ];
  });

  protected async revoke(row: Invitation): Promise<void> {
    const text = this.text();
    const question = { title: text.revokeTitle(row.email), effect: text.revokeEffect, action: text.revoke };
    if (this.busy() || !(await this.confirm.ask({ ...question, danger: true }))) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await this.api.call(
        revokeInvitation,
        { params: { invitationId: row.id } },
        { ifMatch: `"${row.version}"` },
      );
      this.notices.done(text.revoked(row.email));
      this.invitations.reload();
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
