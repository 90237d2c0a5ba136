import { ChangeDetectionStrategy, Component, effect, inject, signal } from '@angular/core';
import { form, FormField, validateStandardSchema } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  Control,
  Field,
  formSubmitter,
  Notices,
  PageHeader,
  pageResource,
  PageStateView,
  ProblemSummary,
  Submission,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { addTemplateVersion, newTemplateVersion, viewTemplate } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { ItemFields } from './item-fields';
import { emptyItem, toItemModel, type TemplateModel, toVersion } from './template-model';
import { templateWords } from './template-words';

/** What is typed is judged as it will be sent; a problem is said at the field it was typed into. */
const formSchema = z.custom<TemplateModel>().superRefine((model, context) => {
  const { error } = newTemplateVersion.safeParse(toVersion(model));
  for (const { message, path } of error?.issues ?? []) {
    const [list, at, field] = path.map((part) => (typeof part === 'symbol' ? `${String(part)}` : part));
    const where =
      list === 'items' && at !== undefined
        ? ['items', at, field === 'applies' ? 'when' : field === 'code' ? 'title' : (field ?? 'title')]
        : [list ?? 'reason'];
    context.addIssue({ code: 'custom', message, path: where });
  }
});

/** The editor of the template: items are changed, added and retired, and all of it is one new version. */
@Component({
  selector: 'pl-new-template-page',
  imports: [PageHeader, PageStateView, ProblemSummary, Field, Control, FormField, ItemFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().newTitle"
        [lead]="text().newLead"
        [breadcrumbs]="[
          { text: text().vendors, link: tenant.link('vendors') },
          { text: text().title, link: tenant.link('vendors', 'due-diligence-template') },
        ]"
      />
      <pl-page-state [state]="template.state()" (retry)="template.reload()">
        <form class="pl-form" novalidate (submit)="submitter.submit($event)">
          <pl-problem-summary [form]="form" [submitter]="submitter" />
          <pl-field [label]="text().reason" [hint]="text().reasonHint" [of]="form.reason">
            <input plControl [formField]="form.reason" />
          </pl-field>
          @for (item of form.items; track $index) {
            <details [open]="item.code().value() === '' || !item().valid()">
              <summary>{{ item.title().value() || text().newItem }}</summary>
              <pl-template-item-fields [form]="item" (retire)="retire($index)" />
            </details>
          }
          <div>
            <button class="pl-button" type="button" (click)="add()">{{ text().add }}</button>
          </div>
          <button class="pl-button" data-kind="primary" [disabled]="submitter.busy()">
            {{ text().save }}
          </button>
        </form>
      </pl-page-state>
    </div>
  `,
  styles: `
    details {
      border-bottom: 1px solid var(--pl-line);
    }
    summary {
      padding-block: var(--pl-2);
      cursor: pointer;
      overflow-wrap: anywhere;
    }
  `,
})
export class NewTemplatePage {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly submission = new Submission();
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(templateWords);
  protected readonly template = pageResource({
    params: () => true,
    load: (_, signal) => this.api.call(viewTemplate, { query: {} }, { signal }),
  });
  private readonly model = signal<TemplateModel>({ reason: '', items: [] });
  protected readonly form = form(this.model, (path) => validateStandardSchema(path, formSchema));
  protected readonly submitter = formSubmitter(this.form, async () => {
    const saved = await this.api.call(
      addTemplateVersion,
      { body: toVersion(this.model()) },
      { ifMatch: `"${this.template.value()?.version ?? 0}"`, submission: this.submission },
    );
    this.notices.done(this.text().saved(saved.number));
    await this.router.navigate([...this.tenant.link('vendors', 'due-diligence-template')]);
  });

  constructor() {
    effect(() => {
      const items = this.template.value()?.items;
      if (items) this.model.update(({ reason }) => ({ reason, items: items.map(toItemModel) }));
    });
  }

  protected add(): void {
    this.model.update((now) => ({ ...now, items: [...now.items, emptyItem()] }));
  }

  protected retire(index: number): void {
    this.model.update((now) => ({ ...now, items: now.items.filter((_, at) => at !== index) }));
  }
}
