import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  changeRole,
  endMembership,
  insurerRoles,
  isVendorRole,
  type RoleName,
  vendorRoles,
  viewMember,
} from '@plumbline/people/schema';
import {
  ApiProblem,
  Confirm,
  InstantPipe,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemView,
  SessionStore,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { peopleWords } from './people-words';

const words = {
  en: {
    loading: 'Person',
    facts: 'Membership',
    email: 'E-mail',
    for: 'For',
    since: 'Since',
    role: 'Role',
    newRole: 'New role',
    change: 'Change role',
    changeTitle: (name: string, role: string) => `Make ${name} ${role}?`,
    changeEffect:
      'They are signed out everywhere. API keys they made that need more than the new role are revoked.',
    changed: (name: string, role: string) => `${name} is now ${role}.`,
    end: 'End membership',
    endTitle: (name: string) => `End the membership of ${name}?`,
    endEffect:
      'They are signed out everywhere and cannot come in here any more. API keys they made here are revoked.',
    ended: (name: string) => `${name} no longer belongs here.`,
    yourself: 'This is you.',
  },
  es: {
    loading: 'Persona',
    facts: 'Pertenencia',
    email: 'Correo',
    for: 'Por',
    since: 'Desde',
    role: 'Función',
    newRole: 'Nueva función',
    change: 'Cambiar función',
    changeTitle: (name: string, role: string) => `¿Dar a ${name} la función ${role}?`,
    changeEffect: 'Se cierran todas sus sesiones. Se revocan las claves de API que exceden la nueva función.',
    changed: (name: string, role: string) => `${name} es ahora ${role}.`,
    end: 'Terminar pertenencia',
    endTitle: (name: string) => `¿Terminar la pertenencia de ${name}?`,
    endEffect:
      'Se cierran sus sesiones y ya no podrá entrar aquí. Se revocan las claves de API que creó aquí.',
    ended: (name: string) => `${name} ya no pertenece aquí.`,
    yourself: 'Esta persona es usted.',
  },
};

@Component({
  selector: 'pl-member-page',
  imports: [PageHeader, PageStateView, ProblemView, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let found = member.value();
      <pl-page-header
        [title]="found?.person?.name ?? text().loading"
        [breadcrumbs]="[{ text: people().people, link: tenant.link('people') }]"
      />
      @if (problem(); as failed) {
        <pl-problem [problem]="failed" />
      }
      <pl-page-state [state]="member.state()" (retry)="member.reload()">
        @if (found) {
          <section class="pl-panel pl-stack" aria-labelledby="pl-membership">
            <h2 id="pl-membership">{{ text().facts }}</h2>
            <dl class="pl-facts">
              <dt>{{ text().email }}</dt>
              <dd class="pl-wrap-anywhere">{{ found.person.email }}</dd>
              <dt>{{ text().role }}</dt>
              <dd>
                {{ people().roles[found.role] }}
                <div class="pl-muted pl-small">{{ people().purposes[found.role] }}</div>
              </dd>
              <dt>{{ text().for }}</dt>
              <dd>{{ found.vendor?.name ?? people().insurer }}</dd>
              <dt>{{ text().since }}</dt>
              <dd>{{ found.since | plInstant }}</dd>
            </dl>
            @if (isSelf()) {
              <p class="pl-muted">{{ text().yourself }}</p>
            }
            @if (tenant.can('people.manage')) {
              <div class="pl-row">
                <label class="pl-row">
                  {{ text().newRole }}
                  <select #role class="pl-input">
                    @for (each of roles(); track each) {
                      <option [value]="each" [selected]="each === found.role">
                        {{ people().roles[each] }}
                      </option>
                    }
                  </select>
                </label>
                <button class="pl-button" type="button" [disabled]="busy()" (click)="changeTo(role.value)">
                  {{ text().change }}
                </button>
                <button
                  class="pl-button"
                  data-kind="danger"
                  type="button"
                  [disabled]="busy()"
                  (click)="end()"
                >
                  {{ text().end }}
                </button>
              </div>
            }
          </section>
        }
      </pl-page-state>
    </div>
  `,
  styles: `
    select.pl-input {
      width: auto;
    }
  `,
})
export class MemberPage {
  readonly membershipId = input.required<string>();

  private readonly api = inject(TenantApi);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly id = signal<string | undefined>(undefined);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected readonly member = pageResource({
    params: () => this.id(),
    load: (membershipId, signal) => this.api.call(viewMember, { params: { membershipId } }, { signal }),
  });
  protected readonly roles = computed((): readonly RoleName[] => {
    const member = this.member.value();
    return member && isVendorRole(member.role) ? vendorRoles : insurerRoles;
  });
  protected readonly isSelf = computed(
    () => this.member.value()?.person.id === this.session.session()?.person.id,
  );

  constructor() {
    effect(() => this.id.set(this.membershipId()));
  }

  protected async changeTo(value: string): Promise<void> {
    const member = this.member.value();
    const role = this.roles().find((each) => each === value);
    if (!member || role === undefined || role === member.role) return;
    const [text, name] = [this.text(), this.people().roles[role]];
    const title = text.changeTitle(member.person.name, name);
    if (!(await this.confirm.ask({ title, effect: text.changeEffect, action: text.change }))) return;
    await this.act(async () => {
      const changed = await this.api.call(
        changeRole,
        { params: { membershipId: member.id }, body: { role } },
        { ifMatch: `"${member.version}"` },
      );
      this.member.set(changed);
      this.notices.done(text.changed(changed.person.name, name));
    });
  }

  protected async end(): Promise<void> {
    const member = this.member.value();
    if (!member) return;
    const text = this.text();
    const title = text.endTitle(member.person.name);
    if (!(await this.confirm.ask({ title, effect: text.endEffect, action: text.end, danger: true }))) return;
    await this.act(async () => {
      await this.api.call(
        endMembership,
        { params: { membershipId: member.id } },
        { ifMatch: `"${member.version}"` },
      );
      this.notices.done(text.ended(member.person.name));
      await this.router.navigate([...this.tenant.link('people')]);
    });
  }

  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
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
