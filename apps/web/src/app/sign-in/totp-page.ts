import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { giveCode } from '@plumbline/people/schema';
import { Api, Control, Field, ProblemSummary, formSubmitter, texts } from '@plumbline/ui';
import { AfterSignIn } from './after-sign-in';
import { Door } from './door';
import { codeForm } from './door-forms';

const words = {
  en: {
    title: 'Your second factor',
    lead: 'Enter the six digits your authenticator app shows for Plumbline now.',
    code: 'Code',
    hint: 'Each code works once.',
    go: 'Sign in',
    back: 'Use another account',
  },
  es: {
    title: 'Su segundo factor',
    lead: 'Escriba los seis dígitos que su aplicación de autenticación muestra ahora para Plumbline.',
    code: 'Código',
    hint: 'Cada código sirve una vez.',
    go: 'Iniciar sesión',
    back: 'Usar otra cuenta',
  },
};

@Component({
  selector: 'pl-totp-page',
  imports: [Door, Field, Control, FormField, ProblemSummary, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title" [lead]="text().lead">
      <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
        <pl-problem-summary [form]="form" [submitter]="submitter" />
        <pl-field [label]="text().code" [hint]="text().hint" [of]="form.code">
          <input plControl inputmode="numeric" autocomplete="one-time-code" [formField]="form.code" />
        </pl-field>
        <button class="pl-button" data-kind="primary" type="submit" [disabled]="submitter.busy()">
          {{ text().go }}
        </button>
        <a routerLink="/sign-in">{{ text().back }}</a>
      </form>
    </pl-door>
  `,
})
export class TotpPage {
  readonly returnTo = input<string>();
  private readonly api = inject(Api);
  private readonly after = inject(AfterSignIn);
  protected readonly text = texts(words);
  protected readonly form = form(signal({ code: '' }), (path) => validateStandardSchema(path, codeForm));

  protected readonly submitter = formSubmitter(this.form, async () => {
    const { next } = await this.api.call(giveCode, { body: this.form().value() });
    await this.after.go(next, this.returnTo());
  });
}
