import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import {
  type FormSubmitter,
  PageHeader,
  PageStateView,
  ProblemSummary,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { ProfileStore } from './profile-store';

const words = {
  en: {
    vendors: 'Vendors',
    save: 'Save',
    remove: 'Take it out',
    gone: 'This entry is not in the profile any more. The history below the vendor has it.',
  },
  es: {
    vendors: 'Proveedores',
    save: 'Guardar',
    remove: 'Quitar',
    gone: 'Esta entrada ya no está en la ficha. Sigue en el historial, bajo el proveedor.',
  },
};

/** The page around a form of a part of a vendor's profile: where it is, what is wrong, saving and taking out. */
@Component({
  selector: 'pl-entry-page',
  imports: [PageHeader, PageStateView, ProblemSummary],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      @let profile = store.profile.value();
      <pl-page-header [title]="heading()" [breadcrumbs]="trail()" />
      <pl-page-state [state]="store.profile.state()" (retry)="store.profile.reload()">
        @if (gone()) {
          <p>{{ text().gone }}</p>
        } @else if (profile) {
          <form class="pl-form" novalidate (submit)="submitter().submit($event)">
            <pl-problem-summary [form]="form()" [submitter]="submitter()" />
            <ng-content />
            <div class="pl-row">
              <button class="pl-button" data-kind="primary" [disabled]="submitter().busy()">
                {{ save() ?? text().save }}
              </button>
              @if (removable()) {
                <button
                  class="pl-button"
                  data-kind="danger"
                  type="button"
                  [disabled]="submitter().busy()"
                  (click)="remove.emit()"
                >
                  {{ text().remove }}
                </button>
              }
            </div>
          </form>
        }
      </pl-page-state>
    </div>
  `,
})
export class EntryPage {
  readonly heading = input.required<string>();
  readonly vendorId = input.required<string>();
  readonly form = input.required<FieldTree<unknown>>();
  readonly submitter = input.required<FormSubmitter>();
  readonly save = input<string | null>(null);
  readonly removable = input(false);
  readonly gone = input(false);
  readonly remove = output<void>();

  private readonly tenant = inject(TenantContext);
  protected readonly store = inject(ProfileStore);
  protected readonly text = texts(words);
  protected readonly trail = computed(() => [
    { text: this.text().vendors, link: this.tenant.link('vendors') },
    {
      text: this.store.profile.value()?.vendor.name ?? '…',
      link: this.tenant.link('vendors', this.vendorId()),
    },
  ]);
}
