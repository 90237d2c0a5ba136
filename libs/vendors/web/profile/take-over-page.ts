import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  ApiProblem,
  PageHeader,
  PageStateView,
  pageResource,
  ProblemView,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import {
  listProfileSources,
  type ProfileSection,
  profileSections,
  type ProfileSource,
  type TakenOver,
  takeOverProfile,
} from '@plumbline/vendors/schema';
import { profileWords } from './profile-words';

const words = {
  en: {
    title: 'Take over from another insurer',
    lead: 'Enters here what you and your colleagues entered for another insurer. What is here already stays as it is, and nobody is told where it came from.',
    vendors: 'Vendors',
    vendor: 'Vendor',
    none: 'You keep this profile for no other insurer. Only insurers that you yourself belong to are offered.',
    from: 'From',
    what: 'What',
    take: 'Take over',
    count: (count: number) => `${count}`,
    done: (count: number) =>
      count === 1 ? 'One part was entered here.' : `${count} parts were entered here.`,
    back: 'To the vendor',
    remarks: {
      'calendar-not-taken': 'its calendar is the other insurer’s: choose one here',
      'person-not-taken': 'is not reachable here: left out of the ladder',
      'entry-kept': 'is here already and stays as it is',
      'section-kept': 'is here already and stays as it is',
      'entry-no-longer-fits': 'no longer meets what is asked: enter it by hand',
      'flow-without-fourth-party': 'its fourth party is not here: take that over as well',
    },
  },
  es: {
    title: 'Tomar de otra aseguradora',
    lead: 'Introduce aquí lo que usted y sus colegas introdujeron para otra aseguradora. Lo que ya está aquí queda igual, y a nadie se le dice de dónde viene.',
    vendors: 'Proveedores',
    vendor: 'Proveedor',
    none: 'No mantiene esta ficha para ninguna otra aseguradora. Solo se ofrecen aquellas a las que usted pertenece.',
    from: 'De',
    what: 'Qué',
    take: 'Tomar',
    count: (count: number) => `${count}`,
    done: (count: number) => (count === 1 ? 'Se introdujo una parte.' : `Se introdujeron ${count} partes.`),
    back: 'Al proveedor',
    remarks: {
      'calendar-not-taken': 'su calendario es de la otra aseguradora: elija uno aquí',
      'person-not-taken': 'no está localizable aquí: queda fuera de la escala',
      'entry-kept': 'ya está aquí y queda igual',
      'section-kept': 'ya está aquí y queda igual',
      'entry-no-longer-fits': 'ya no cumple lo que se pide: introdúzcalo a mano',
      'flow-without-fourth-party': 'su subcontratista no está aquí: tómelo también',
    },
  },
};

/** A partner answers once where insurers ask the same. */
@Component({
  selector: 'pl-take-over-page',
  imports: [PageHeader, PageStateView, ProblemView, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header
        [title]="text().title"
        [lead]="text().lead"
        [breadcrumbs]="[
          { text: text().vendors, link: tenant.link('vendors') },
          { text: text().vendor, link: tenant.link('vendors', vendorId()) },
        ]"
      />
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
      <pl-page-state [state]="sources.state()" (retry)="sources.reload()">
        <p plEmpty>{{ text().none }}</p>
        @if (taken(); as result) {
          <div role="status" class="pl-stack">
            <p>{{ text().done(total()) }}</p>
            <ul>
              @for (remark of result.remarks; track $index) {
                <li>
                  {{ parts().sections[remark.section] }}{{ remark.name ? ': ' + remark.name : '' }}:
                  {{ text().remarks[remark.code] }}
                </li>
              }
            </ul>
          </div>
          <a class="pl-button" [routerLink]="tenant.link('vendors', vendorId())">{{ text().back }}</a>
        } @else {
          <form class="pl-form" (submit)="take($event)">
            <fieldset>
              <legend>{{ text().from }}</legend>
              @for (source of sources.value()?.items ?? []; track source.tenant + source.vendorId) {
                <label class="check">
                  <input
                    type="radio"
                    name="source"
                    [checked]="source === chosen()"
                    (change)="picked.set(source)"
                  />{{ source.insurer }}
                </label>
              }
            </fieldset>
            <fieldset>
              <legend>{{ text().what }}</legend>
              @for (section of offered(); track section) {
                <label class="check">
                  <input type="checkbox" [checked]="!left().includes(section)" (change)="toggle(section)" />{{
                    parts().sections[section]
                  }}
                  ({{ text().count(chosen()?.counts?.[section] ?? 0) }})
                </label>
              }
            </fieldset>
            <button class="pl-button" data-kind="primary" [disabled]="busy() || sections().length === 0">
              {{ text().take }}
            </button>
          </form>
        }
      </pl-page-state>
    </div>
  `,
  styleUrl: './form.css',
})
export class TakeOverPage {
  readonly vendorId = input.required<string>();

  private readonly api = inject(TenantApi);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly parts = texts(profileWords);
  protected readonly sources = pageResource({
    params: () => this.vendorId(),
    load: (vendorId, signal) => this.api.call(listProfileSources, { params: { vendorId } }, { signal }),
    isEmpty: ({ items }) => items.length === 0,
  });
  protected readonly picked = signal<ProfileSource | null>(null);
  protected readonly chosen = computed(() => this.picked() ?? this.sources.value()?.items[0]);
  protected readonly offered = computed(() =>
    profileSections.filter((section) => (this.chosen()?.counts[section] ?? 0) > 0),
  );
  protected readonly left = signal<readonly ProfileSection[]>([]);
  protected readonly sections = computed(() =>
    this.offered().filter((section) => !this.left().includes(section)),
  );
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);
  protected readonly taken = signal<TakenOver | null>(null);
  protected readonly total = computed(() =>
    Object.values(this.taken()?.added ?? {}).reduce((sum, count) => sum + count, 0),
  );

  protected toggle(section: ProfileSection): void {
    this.left.update((left) =>
      left.includes(section) ? left.filter((each) => each !== section) : [...left, section],
    );
  }

  protected async take(event: Event): Promise<void> {
    event.preventDefault();
    const source = this.chosen();
    if (!source || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      const from = { tenant: source.tenant, vendorId: source.vendorId };
      const body = { from, sections: [...this.sections()] };
      this.taken.set(await this.api.call(takeOverProfile, { params: { vendorId: this.vendorId() }, body }));
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
