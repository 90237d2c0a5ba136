import { ChangeDetectionStrategy, Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Member } from '@plumbline/people/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatInstant,
  PageHeader,
  PageStateView,
  Reader,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { PeopleSections } from './people-sections';
import { PeopleStore } from './people-store';
import { peopleWords } from './people-words';

const words = {
  en: {
    lead: 'Who may come in here, in which role, and for whom.',
    leadVendor: 'Your colleagues who may come in here, and in which role.',
    invite: 'Invite somebody',
    side: 'Show',
    all: 'Everybody',
    insurers: 'The insurer’s people',
    vendors: 'Vendors’ people',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    for: 'For',
    since: 'Since',
    none: 'Nobody here',
    noneText: 'Invite the first one: they get a mail with a link.',
  },
  es: {
    lead: 'Quién puede entrar aquí, con qué función y por quién.',
    leadVendor: 'Sus colegas que pueden entrar aquí, y con qué función.',
    invite: 'Invitar a alguien',
    side: 'Mostrar',
    all: 'Todos',
    insurers: 'Personas de la aseguradora',
    vendors: 'Personas de los proveedores',
    name: 'Nombre',
    email: 'Correo',
    role: 'Función',
    for: 'Por',
    since: 'Desde',
    none: 'Nadie aquí',
    noneText: 'Invite a la primera persona: recibirá un correo con un enlace.',
  },
};

@Component({
  selector: 'pl-people-page',
  imports: [PageHeader, PageStateView, Empty, DataTable, RouterLink, PeopleSections],
  providers: [PeopleStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="pl-stack">
      <pl-page-header [title]="people().people" [lead]="insurer() ? text().lead : text().leadVendor">
        @if (tenant.can('people.invite')) {
          <a class="pl-button" data-kind="primary" [routerLink]="tenant.link('people', 'invite')">{{
            text().invite
          }}</a>
        }
      </pl-page-header>
      <pl-people-sections />
      @if (insurer()) {
        <label class="pl-row pl-no-print">
          {{ text().side }}
          <select class="pl-input" (change)="onSide($event)">
            <option value="">{{ text().all }}</option>
            <option value="insurer" [selected]="store.asked()?.side === 'insurer'">
              {{ text().insurers }}
            </option>
            <option value="vendor" [selected]="store.asked()?.side === 'vendor'">{{ text().vendors }}</option>
          </select>
        </label>
      }
      <pl-page-state [state]="store.people.state()" (retry)="store.people.reload()">
        <pl-empty plEmpty icon="people" [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="people().people"
          [rows]="store.people.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.people.hasMore()"
          [loadingMore]="store.people.loadingMore()"
          (loadMore)="store.people.loadMore()"
          (open)="show($event)"
        />
      </pl-page-state>
    </div>
  `,
  styles: `
    select.pl-input {
      width: auto;
    }
  `,
})
export class PeoplePage {
  /** From the address. */
  readonly side = input<string>();
  readonly vendorId = input<string>();

  private readonly router = inject(Router);
  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(PeopleStore);
  protected readonly text = texts(words);
  protected readonly people = texts(peopleWords);
  protected readonly insurer = computed(() => this.tenant.side() === 'insurer');
  protected readonly byId = (row: Member): string => row.id;

  protected readonly columns = computed((): readonly Column<Member>[] => {
    const [text, people] = [this.text(), this.people()];
    const options = { locale: this.reader.locale(), timeZone: this.tenant.timeZone() };
    return [
      {
        key: 'name',
        header: text.name,
        text: (row) => row.person.name,
        link: (row) => this.tenant.link('people', row.id),
      },
      { key: 'email', header: text.email, text: (row) => row.person.email },
      { key: 'role', header: text.role, text: (row) => people.roles[row.role] },
      { key: 'for', header: text.for, text: (row) => row.vendor?.name ?? people.insurer },
      {
        key: 'since',
        header: text.since,
        text: (row) => formatInstant(row.since, options),
        sortBy: (row) => row.since,
        hidden: true,
      },
    ];
  });

  constructor() {
    effect(() => {
      const side = this.side();
      this.store.asked.set({
        side: side === 'insurer' || side === 'vendor' ? side : undefined,
        vendorId: this.vendorId() || undefined,
      });
    });
  }

  protected onSide(event: Event): void {
    const side = (event.target as HTMLSelectElement).value || null;
    void this.router.navigate([], { queryParams: { side }, queryParamsHandling: 'merge' });
  }

  protected show(row: Member): void {
    void this.router.navigate([...this.tenant.link('people', row.id)]);
  }
}
