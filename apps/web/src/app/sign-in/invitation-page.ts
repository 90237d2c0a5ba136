import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { acceptInvitation, viewInvitation } from '@plumbline/people/schema';
import {
  Api,
  Control,
  Field,
  PageStateView,
  ProblemSummary,
  SessionStore,
  formSubmitter,
  pageResource,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { roleWords } from '../tenant/role-words';
import { AfterSignIn } from './after-sign-in';
import { Door } from './door';
import { newPassword } from './door-forms';

const words = {
  en: {
    title: (tenant: string | undefined) => (tenant ? `Join ${tenant}` : 'Your invitation'),
    lead: (email: string, role: string, vendor: string | null) =>
      vendor ? `For ${email}, as ${role} of ${vendor}.` : `For ${email}, as ${role}.`,
    name: 'Your name',
    password: 'Password',
    hint: '15 characters or more; a few words in a row are good.',
    accept: 'Accept the invitation',
    hasAccount: (email: string) =>
      `You have an account already: sign in as ${email}, and you come back here to accept.`,
    signIn: 'Sign in',
  },
  es: {
    title: (tenant: string | undefined) => (tenant ? `Unirse a ${tenant}` : 'Su invitación'),
    lead: (email: string, role: string, vendor: string | null) =>
      vendor ? `Para ${email}, como ${role} de ${vendor}.` : `Para ${email}, como ${role}.`,
    name: 'Su nombre',
    password: 'Contraseña',
    hint: '15 caracteres o más; unas palabras seguidas van bien.',
    accept: 'Aceptar la invitación',
    hasAccount: (email: string) =>
      `Ya tiene una cuenta: inicie sesión como ${email} y volverá aquí para aceptar.`,
    signIn: 'Iniciar sesión',
  },
};

const newcomer = z.object({
  name: z.string().trim().min(1, 'Enter your name').max(120),
  password: newPassword,
});

/** Where the mailed link leads: a newcomer says name and password; who has an account signs in and accepts. */
@Component({
  selector: 'pl-invitation-page',
  imports: [Door, Field, Control, FormField, ProblemSummary, PageStateView, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title(invitation.value()?.tenant?.name)" [lead]="lead()">
      <pl-page-state [state]="invitation.state()" (retry)="invitation.reload()">
        @if (waitsForSignIn(); as email) {
          <div class="pl-stack">
            <p>{{ text().hasAccount(email) }}</p>
            <a
              class="pl-button"
              data-kind="primary"
              routerLink="/sign-in"
              [queryParams]="{ returnTo: '/invitations/' + token() }"
            >
              {{ text().signIn }}
            </a>
          </div>
        } @else if (invitation.value()?.hasAccount) {
          <form class="pl-form" (submit)="member.submit($event)" novalidate>
            <pl-problem-summary [form]="consent" [submitter]="member" />
            <button class="pl-button" data-kind="primary" type="submit" [disabled]="member.busy()">
              {{ text().accept }}
            </button>
          </form>
        } @else {
          <form class="pl-form" (submit)="joining.submit($event)" novalidate>
            <pl-problem-summary [form]="form" [submitter]="joining" />
            <pl-field [label]="text().name" [of]="form.name">
              <input plControl autocomplete="name" [formField]="form.name" />
            </pl-field>
            <pl-field [label]="text().password" [hint]="text().hint" [of]="form.password">
              <input plControl type="password" autocomplete="new-password" [formField]="form.password" />
            </pl-field>
            <button class="pl-button" data-kind="primary" type="submit" [disabled]="joining.busy()">
              {{ text().accept }}
            </button>
          </form>
        }
      </pl-page-state>
    </pl-door>
  `,
})
export class InvitationPage {
  readonly token = input.required<string>();
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);
  private readonly after = inject(AfterSignIn);
  protected readonly text = texts(words);
  private readonly roles = texts(roleWords);

  protected readonly invitation = pageResource({
    params: () => this.token(),
    load: async (token, signal) => {
      await this.session.load();
      return this.api.call(viewInvitation, { params: { token } }, { signal });
    },
  });
  protected readonly lead = computed(() => {
    const offered = this.invitation.value();
    return offered
      ? this.text().lead(offered.email, this.roles()[offered.role] ?? offered.role, offered.vendor)
      : null;
  });
  /** The address to sign in as, where the invited person has an account and is not in as that address. */
  protected readonly waitsForSignIn = computed(() => {
    const offered = this.invitation.value();
    if (!offered?.hasAccount) return null;
    return this.session.signedIn() && this.session.session()?.person.email === offered.email
      ? null
      : offered.email;
  });

  protected readonly form = form(signal({ name: '', password: '' }), (path) =>
    validateStandardSchema(path, newcomer),
  );
  protected readonly joining = formSubmitter(this.form, () => this.accept(this.form().value()));
  protected readonly consent = form(signal({}));
  protected readonly member = formSubmitter(this.consent, () => this.accept({}));

  private async accept(body: { name?: string; password?: string }): Promise<void> {
    const { tenant, next } = await this.api.call(acceptInvitation, { params: { token: this.token() }, body });
    await this.after.go(next, `/t/${tenant}/today`);
  }
}
