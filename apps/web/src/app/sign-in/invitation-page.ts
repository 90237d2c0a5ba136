import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  Api,
  Control,
  Field,
  Notices,
  PageStateView,
  ProblemSummary,
  SessionStore,
  formSubmitter,
  pageResource,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { roleWords } from '../tenant/role-words';
import { Door } from './door';
import { newPassword } from './sign-in.schema';

const words = {
  en: {
    title: (tenant: string | undefined) => (tenant ? `Join ${tenant}` : 'Your invitation'),
    lead: (email: string, role: string) => `For ${email}, as ${role}.`,
    name: 'Your name',
    password: 'Password',
    hint: '15 characters or more; a few words in a row are good.',
    accept: 'Accept the invitation',
    accepted: 'Welcome. Sign in with your new password.',
  },
  es: {
    title: (tenant: string | undefined) => (tenant ? `Unirse a ${tenant}` : 'Su invitación'),
    lead: (email: string, role: string) => `Para ${email}, como ${role}.`,
    name: 'Su nombre',
    password: 'Contraseña',
    hint: '15 caracteres o más; unas palabras seguidas van bien.',
    accept: 'Aceptar la invitación',
    accepted: 'Bienvenido. Inicie sesión con su nueva contraseña.',
  },
};

const invitation = z.object({ email: z.string(), tenant: z.object({ name: z.string() }), role: z.string() });
const acceptance = z.object({
  name: z.string().trim().min(1, 'Enter your name').max(120),
  password: newPassword,
});

@Component({
  selector: 'pl-invitation-page',
  imports: [Door, Field, Control, FormField, ProblemSummary, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title(invitation.value()?.tenant?.name)" [lead]="lead()">
      <pl-page-state [state]="invitation.state()" (retry)="invitation.reload()">
        <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().name" [of]="form.name">
            <input plControl autocomplete="name" [formField]="form.name" />
          </pl-field>
          <pl-field [label]="text().password" [hint]="text().hint" [of]="form.password">
            <input plControl type="password" autocomplete="new-password" [formField]="form.password" />
          </pl-field>
          <button class="pl-button" data-kind="primary" type="submit" [disabled]="submitter.busy()">
            {{ text().accept }}
          </button>
        </form>
      </pl-page-state>
    </pl-door>
  `,
})
export class InvitationPage {
  readonly token = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly session = inject(SessionStore);
  protected readonly text = texts(words);
  private readonly roles = texts(roleWords);

  protected readonly invitation = pageResource({
    params: () => this.token(),
    load: (token, signal) =>
      this.api.get(`/invitations/${encodeURIComponent(token)}`, invitation, { signal }),
  });
  protected readonly lead = computed(() => {
    const offered = this.invitation.value();
    return offered ? this.text().lead(offered.email, this.roles()[offered.role] ?? offered.role) : null;
  });
  protected readonly form = form(signal({ name: '', password: '' }), (path) =>
    validateStandardSchema(path, acceptance),
  );

  protected readonly submitter = formSubmitter(this.form, async () => {
    const path = `/invitations/${encodeURIComponent(this.token())}/acceptance`;
    await this.api.post(path, this.form().value(), z.unknown());
    await this.session.refresh();
    this.notices.done(this.text().accepted);
    await this.router.navigateByUrl('/');
  });
}
