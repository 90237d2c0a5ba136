import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { requestPasswordReset } from '@plumbline/people/schema';
import { Api, Control, Field, ProblemSummary, formSubmitter, texts } from '@plumbline/ui';
import * as z from 'zod';
import { Door } from './door';

const words = {
  en: {
    title: 'Reset your password',
    lead: 'We mail a link to the address of your account. Your second factor stays as it is.',
    email: 'E-mail',
    send: 'Send the link',
    sent: 'If the address belongs to an account, the mail is on its way. The link works once and for a short time.',
    back: 'Back to sign-in',
  },
  es: {
    title: 'Restablecer su contraseña',
    lead: 'Enviamos un enlace a la dirección de su cuenta. Su segundo factor no cambia.',
    email: 'Correo electrónico',
    send: 'Enviar el enlace',
    sent: 'Si la dirección pertenece a una cuenta, el correo va en camino. El enlace sirve una vez y por poco tiempo.',
    back: 'Volver a iniciar sesión',
  },
};

const request = z.object({ email: z.email('An address such as name@example.com') });

@Component({
  selector: 'pl-request-reset-page',
  imports: [Door, Field, Control, FormField, ProblemSummary, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title" [lead]="text().lead">
      @if (sent()) {
        <p role="status">{{ text().sent }}</p>
      } @else {
        <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().email" [of]="form.email">
            <input
              plControl
              type="email"
              autocomplete="username"
              autocapitalize="none"
              [formField]="form.email"
            />
          </pl-field>
          <button class="pl-button" data-kind="primary" type="submit" [disabled]="submitter.busy()">
            {{ text().send }}
          </button>
        </form>
      }
      <a routerLink="/sign-in">{{ text().back }}</a>
    </pl-door>
  `,
})
export class RequestResetPage {
  private readonly api = inject(Api);
  protected readonly text = texts(words);
  protected readonly sent = signal(false);
  protected readonly form = form(signal({ email: '' }), (path) => validateStandardSchema(path, request));

  protected readonly submitter = formSubmitter(this.form, async () => {
    await this.api.call(requestPasswordReset, { body: this.form().value() });
    this.sent.set(true);
  });
}
