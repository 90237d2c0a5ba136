import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import { resetPassword } from '@plumbline/people/schema';
import {
  Api,
  Control,
  Field,
  Notices,
  ProblemSummary,
  SessionStore,
  formSubmitter,
  texts,
} from '@plumbline/ui';
import * as z from 'zod';
import { Door } from './door';
import { newPassword } from './door-forms';

const words = {
  en: {
    title: 'Choose a new password',
    password: 'New password',
    hint: '15 characters or more; a few words in a row are good.',
    save: 'Save the password',
    saved: 'Your password was changed. Sign in with it now.',
  },
  es: {
    title: 'Elija una nueva contraseña',
    password: 'Nueva contraseña',
    hint: '15 caracteres o más; unas palabras seguidas van bien.',
    save: 'Guardar la contraseña',
    saved: 'Su contraseña se cambió. Inicie sesión con ella.',
  },
};

const resetForm = z.object({ password: newPassword });

@Component({
  selector: 'pl-reset-password-page',
  imports: [Door, Field, Control, FormField, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title">
      <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().password" [hint]="text().hint" [of]="form.password">
          <input plControl type="password" autocomplete="new-password" [formField]="form.password" />
        </pl-field>
        <button class="pl-button" data-kind="primary" type="submit" [disabled]="submitter.busy()">
          {{ text().save }}
        </button>
      </form>
    </pl-door>
  `,
})
export class ResetPasswordPage {
  readonly token = input.required<string>();
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  protected readonly text = texts(words);
  protected readonly form = form(signal({ password: '' }), (path) => validateStandardSchema(path, resetForm));

  protected readonly submitter = formSubmitter(this.form, async () => {
    await this.api.call(resetPassword, { params: { token: this.token() }, body: this.form().value() });
    // Every session of the person has ended with it, this browser's too.
    await this.session.refresh();
    this.notices.done(this.text().saved);
    await this.router.navigateByUrl('/sign-in');
  });
}
