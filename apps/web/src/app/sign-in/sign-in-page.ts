import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { signIn } from '@plumbline/people/schema';
import { Api, Control, Field, ProblemSummary, formSubmitter, texts } from '@plumbline/ui';
import * as z from 'zod';
import { AfterSignIn } from './after-sign-in';
import { Door } from './door';

const words = {
  en: {
    title: 'Sign in',
    ended: 'Your session ended. Sign in to go on where you were.',
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    forgot: 'Forgot your password?',
  },
  es: {
    title: 'Iniciar sesión',
    ended: 'Su sesión terminó. Inicie sesión para continuar donde estaba.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    signIn: 'Iniciar sesión',
    forgot: '¿Olvidó su contraseña?',
  },
};

const credentials = z.object({
  email: z.string().trim().min(1, 'Enter your e-mail address').max(320),
  password: z.string().min(1, 'Enter your password').max(1024),
});

@Component({
  selector: 'pl-sign-in-page',
  imports: [Door, Field, Control, FormField, ProblemSummary, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title" [lead]="ended() ? text().ended : null">
      <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().email" [of]="form.email">
          <input
            plControl
            type="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            [formField]="form.email"
          />
        </pl-field>
        <pl-field [label]="text().password" [of]="form.password">
          <input plControl type="password" autocomplete="current-password" [formField]="form.password" />
        </pl-field>
        <button class="pl-button" data-kind="primary" type="submit" [disabled]="submitter.busy()">
          {{ text().signIn }}
        </button>
        <a routerLink="/reset-password">{{ text().forgot }}</a>
      </form>
    </pl-door>
  `,
})
export class SignInPage {
  /** Where to go afterwards. */
  readonly returnTo = input<string>();
  /** Set when a session ended under the person's hands. */
  readonly ended = input<unknown>();

  private readonly api = inject(Api);
  private readonly after = inject(AfterSignIn);
  protected readonly text = texts(words);
  protected readonly form = form(signal({ email: '', password: '' }), (path) =>
    validateStandardSchema(path, credentials),
  );

  protected readonly submitter = formSubmitter(this.form, async () => {
    const { next } = await this.api.call(signIn, { body: this.form().value() });
    await this.after.go(next, this.returnTo());
  });
}
