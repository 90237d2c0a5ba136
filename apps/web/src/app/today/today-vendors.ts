import { ChangeDetectionStrategy, Component, computed, inject, Injectable } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  Icon,
  type IconName,
  InstantPipe,
  pageResource,
  PageStateView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import {
  type DueDiligenceItem,
  listDueDiligence,
  listVendorSteps,
  type VendorState,
} from '@plumbline/vendors/schema';
import { type CountSoFar, sayCount } from './today-items';

interface Words {
  readonly steps: Readonly<Record<VendorState, string>>;
  readonly approve: (step: string) => string;
  readonly toReview: (count: string) => string;
  readonly asked: (count: string) => string;
  readonly more: string;
}

const words: { readonly en: Words; readonly es: Words } = {
  en: {
    steps: {
      prospect: 'Back to prospect',
      onboarding: 'Start onboarding',
      active: 'Make active',
      suspended: 'Suspend',
      offboarding: 'Start offboarding',
      ended: 'End',
    },
    approve: (step) => `“${step}” waits for your approval`,
    toReview: (count) =>
      count === '1'
        ? 'Evidence for one item waits to be looked at'
        : `Evidence for ${count} items waits to be looked at`,
    asked: (count) =>
      count === '1'
        ? 'One due-diligence item is asked of you'
        : `${count} due-diligence items are asked of you`,
    more: 'More steps and items wait than are read here',
  },
  es: {
    steps: {
      prospect: 'Volver a candidato',
      onboarding: 'Iniciar el alta',
      active: 'Activar',
      suspended: 'Suspender',
      offboarding: 'Iniciar la baja',
      ended: 'Terminar',
    },
    approve: (step) => `«${step}» espera su aprobación`,
    toReview: (count) =>
      count === '1'
        ? 'La evidencia de un requisito espera revisión'
        : `La evidencia de ${count} requisitos espera revisión`,
    asked: (count) =>
      count === '1'
        ? 'Se le pide un requisito de diligencia debida'
        : `Se le piden ${count} requisitos de diligencia debida`,
    more: 'Esperan más pasos y requisitos de los que aquí se leen',
  },
};

/** What waits for this person about vendors: steps that others asked for, evidence to look at, items asked of a partner. */
@Injectable()
export class TodayVendors {
  private readonly api = inject(TenantApi);
  private readonly tenant = inject(TenantContext);

  readonly steps = pageResource({
    params: () => (this.tenant.can('vendor-life.approve') ? true : undefined),
    load: (_, signal) =>
      this.api.call(listVendorSteps, { query: { state: 'pending', limit: 50 } }, { signal }),
  });
  readonly items = pageResource({
    params: () => {
      if (this.tenant.side() === 'vendor')
        return this.tenant.can('due-diligence.submit') ? 'open,rejected,waiver-expired' : undefined;
      return this.tenant.can('due-diligence.review') ? 'submitted' : undefined;
    },
    load: (standing, signal) =>
      this.api.call(listDueDiligence, { query: { standing, limit: 200 } }, { signal }),
  });

  readonly approvals = computed(() => (this.steps.value()?.items ?? []).filter(({ own }) => !own));
  readonly byVendor = computed(() => {
    const waiting = (this.items.value()?.items ?? []).filter(({ ownSubmission }) => !ownSubmission);
    // those of the last vendor of the page may go on in the next one
    const more = (this.items.value()?.nextCursor ?? null) !== null;
    return [...Map.groupBy(waiting, ({ vendor }) => vendor.id).values()].flatMap((items, at, all) =>
      items[0] ? [{ vendor: items[0].vendor, count: items.length, more: more && at === all.length - 1 }] : [],
    );
  });
  readonly count = computed(() => this.approvals().length + this.byVendor().length);
  readonly more = computed(() =>
    [this.steps.value(), this.items.value()].some((page) => (page?.nextCursor ?? null) !== null),
  );
}

/** The lines of the first page about vendors. */
@Component({
  selector: 'pl-today-vendors',
  imports: [RouterLink, Icon, InstantPipe, PageStateView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.steps.state().is === 'failed') {
      <pl-page-state [state]="store.steps.state()" (retry)="store.steps.reload()" />
    }
    @if (store.items.state().is === 'failed') {
      <pl-page-state [state]="store.items.state()" (retry)="store.items.reload()" />
    }
    @if (store.count() > 0) {
      <ul class="list">
        @for (step of store.approvals(); track step.id) {
          <li>
            <a [routerLink]="tenant.link('vendors', step.vendor.id)">
              <span class="mark" data-hue="note"><pl-icon name="vendors" /></span>
              <span class="what">{{ text().approve(text().steps[step.to]) }}</span>
              <span class="when">{{ step.vendor.name }} · {{ step.requestedAt | plInstant }}</span>
            </a>
          </li>
        }
        @for (each of store.byVendor(); track each.vendor.id) {
          <li>
            <a [routerLink]="linkOf(each.vendor)">
              <span class="mark" data-hue="warn"><pl-icon [name]="shield" /></span>
              <span class="what">{{
                (tenant.side() === 'vendor' ? text().asked : text().toReview)(counted(each))
              }}</span>
              <span class="when">{{ each.vendor.name }}</span>
            </a>
          </li>
        }
        @if (store.more()) {
          <li>
            <a [routerLink]="tenant.link('due-diligence')">
              <span class="mark"><pl-icon [name]="shield" /></span>
              <span class="what">{{ text().more }}</span>
            </a>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './today-page.css',
  styles: `
    :host:empty {
      display: none;
    }
  `,
})
export class TodayVendorsList {
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(TodayVendors);
  protected readonly text = texts(words);
  protected readonly shield: IconName = 'shield';
  private readonly reader = inject(Reader);
  protected readonly counted = (count: CountSoFar) => sayCount(count, this.reader.locale());

  protected linkOf({ id }: DueDiligenceItem['vendor']): readonly string[] {
    return this.tenant.side() === 'vendor'
      ? this.tenant.link('due-diligence')
      : this.tenant.link('vendors', id);
  }
}
