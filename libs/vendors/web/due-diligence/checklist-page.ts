import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { cursorList, Empty, PageHeader, PageStateView, TenantApi, TenantContext, texts } from '@plumbline/ui';
import { listDueDiligence } from '@plumbline/vendors/schema';
import { ItemCard } from './item-card';

const words = {
  en: {
    title: 'Due diligence',
    ours: 'What this insurer asks of you before you work for it, and before you have ended.',
    theirs: 'What is asked of your vendors, and how far they have come.',
    none: 'Nothing is asked',
    noneText: 'Items come when a vendor enters onboarding.',
    more: 'Show more',
  },
  es: {
    title: 'Diligencia debida',
    ours: 'Lo que esta aseguradora le pide antes de que trabaje para ella y antes de que termine.',
    theirs: 'Lo que se pide a sus proveedores, y hasta dónde han llegado.',
    none: 'No se pide nada',
    noneText: 'Los requisitos llegan cuando un proveedor entra en alta.',
    more: 'Mostrar más',
  },
};

/** A partner's own checklist here, vendor by vendor; to the insurer, that of all its vendors. */
@Component({
  selector: 'pl-checklist-page',
  imports: [PageHeader, PageStateView, Empty, RouterLink, ItemCard],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="tenant.side() === 'vendor' ? text().ours : text().theirs"
      />
      <pl-page-state [state]="items.state()" (retry)="items.reload()">
        <pl-empty plEmpty icon="shield" [title]="text().none" [text]="text().noneText" />
        <div class="pl-stack">
          @for (vendor of vendors(); track vendor.id) {
            <section class="pl-panel" [attr.aria-labelledby]="'vendor-' + vendor.id">
              <h2 [id]="'vendor-' + vendor.id">
                @if (tenant.side() === 'insurer') {
                  <a [routerLink]="tenant.link('vendors', vendor.id)">{{ vendor.name }}</a>
                } @else {
                  {{ vendor.name }}
                }
              </h2>
              @for (item of vendor.items; track item.id) {
                <pl-due-diligence-item [item]="item" [level]="3" (changed)="items.reload()" />
              }
            </section>
          }
          @if (items.hasMore()) {
            <div>
              <button
                class="pl-button"
                type="button"
                [disabled]="items.loadingMore()"
                (click)="items.loadMore()"
              >
                {{ text().more }}
              </button>
            </div>
          }
        </div>
      </pl-page-state>
    </div>
  `,
})
export class ChecklistPage {
  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly items = cursorList({
    params: () => true,
    load: (_, cursor, signal) =>
      this.api.call(listDueDiligence, { query: { cursor, limit: 100 } }, { signal }),
  });
  protected readonly vendors = computed(() =>
    [...Map.groupBy(this.items.items(), ({ vendor }) => vendor.id).values()].flatMap((items) =>
      items[0] ? [{ ...items[0].vendor, items }] : [],
    ),
  );
}
