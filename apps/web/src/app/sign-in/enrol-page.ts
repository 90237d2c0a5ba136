import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { confirmTotp, enrolTotp } from '@plumbline/people/schema';
import {
  Api,
  Control,
  Field,
  PageStateView,
  ProblemSummary,
  formSubmitter,
  pageResource,
  texts,
} from '@plumbline/ui';
import { AfterSignIn } from './after-sign-in';
import { Door } from './door';
import { codeForm } from './door-forms';

const words = {
  en: {
    title: 'Set up your second factor',
    lead: 'Your role sees other organisations’ figures, so a password alone is not enough.',
    scan: 'Scan this with an authenticator app.',
    picture: 'QR code with the secret below',
    type: 'Or type the secret into the app:',
    code: 'Code the app shows now',
    go: 'Finish and sign in',
  },
  es: {
    title: 'Configure su segundo factor',
    lead: 'Su función ve cifras de otras organizaciones; una contraseña sola no basta.',
    scan: 'Escanee esto con una aplicación de autenticación.',
    picture: 'Código QR con el secreto de abajo',
    type: 'O escriba el secreto en la aplicación:',
    code: 'Código que la aplicación muestra ahora',
    go: 'Terminar e iniciar sesión',
  },
};

@Component({
  selector: 'pl-enrol-page',
  imports: [Door, Field, Control, FormField, ProblemSummary, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-door [title]="text().title" [lead]="text().lead">
      <pl-page-state [state]="enrolment.state()" (retry)="enrolment.reload()">
        @if (enrolment.value(); as offered) {
          <div class="pl-stack">
            <p>{{ text().scan }}</p>
            <img [src]="offered.qrCode" width="200" height="200" [alt]="text().picture" />
            <p>
              {{ text().type }}<br />
              <code>{{ secret() }}</code>
            </p>
            <form class="pl-form" (submit)="submitter.submit($event)" novalidate>
              <pl-problem-summary [form]="form" [submitter]="submitter" />
              <pl-field [label]="text().code" [of]="form.code">
                <input plControl inputmode="numeric" autocomplete="one-time-code" [formField]="form.code" />
              </pl-field>
              <button class="pl-button" data-kind="primary" type="submit" [disabled]="submitter.busy()">
                {{ text().go }}
              </button>
            </form>
          </div>
        }
      </pl-page-state>
    </pl-door>
  `,
  styles: `
    img {
      display: block;
      padding: var(--pl-2);
      border-radius: var(--pl-radius);
      background: white;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class EnrolPage {
  readonly returnTo = input<string>();
  private readonly api = inject(Api);
  private readonly after = inject(AfterSignIn);
  protected readonly text = texts(words);
  protected readonly enrolment = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(enrolTotp, { body: {} }, { signal }),
  });
  /** In groups of four, as apps show it. */
  protected readonly secret = computed(
    () => this.enrolment.value()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '',
  );
  protected readonly form = form(signal({ code: '' }), (path) => validateStandardSchema(path, codeForm));

  protected readonly submitter = formSubmitter(this.form, async () => {
    const { next } = await this.api.call(confirmTotp, { body: this.form().value() });
    await this.after.go(next, this.returnTo());
  });
}
