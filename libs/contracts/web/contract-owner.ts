import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { changeContract, type Contract } from '@plumbline/contracts/schema';
import { ApiProblem, Notices, ProblemView, TenantApi, TenantContext, texts } from '@plumbline/ui';
import { InsurersPeople } from './insurers-people';

const words = {
  en: {
    owner: 'Owner',
    nobody: 'Nobody; vendor managers are reminded',
    change: 'Change the owner',
    save: 'Save the owner',
    saved: 'The owner was saved.',
  },
  es: {
    owner: 'Responsable',
    nobody: 'Nadie; se avisa a los gestores de proveedores',
    change: 'Cambiar el responsable',
    save: 'Guardar el responsable',
    saved: 'El responsable se guardó.',
  },
};

/** Who of the insurer sees to a contract and is reminded of its dates. A partner is shown nothing of it. */
@Component({
  selector: 'pl-contract-owner',
  imports: [ProblemView],
  providers: [InsurersPeople],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (tenant.side() === 'insurer') {
      <div class="pl-row">
        <span
          >{{ text().owner }}: <strong>{{ contract().owner?.name ?? text().nobody }}</strong></span
        >
        @if (tenant.can('contract.write') && tenant.can('people.read')) {
          @if (open()) {
            <select #chosen class="pl-input" [attr.aria-label]="text().owner">
              <option value="">{{ text().nobody }}</option>
              @for (person of people.people.value(); track person.id) {
                <option [value]="person.id" [selected]="person.id === contract().owner?.id">
                  {{ person.name }}
                </option>
              }
            </select>
            <button class="pl-button" type="button" [disabled]="busy()" (click)="save(chosen.value)">
              {{ text().save }}
            </button>
          } @else {
            <button class="pl-button pl-no-print" data-kind="quiet" type="button" (click)="choose()">
              {{ text().change }}
            </button>
          }
        }
      </div>
      @if (problem(); as found) {
        <pl-problem [problem]="found" />
      }
    }
  `,
  styles: `
    select {
      width: auto;
      max-width: 100%;
    }
  `,
})
export class ContractOwner {
  readonly contract = input.required<Contract>();
  readonly changed = output<Contract>();

  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  protected readonly people = inject(InsurersPeople);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(words);
  protected readonly open = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ApiProblem | null>(null);

  protected choose(): void {
    this.people.wanted.set(true);
    this.open.set(true);
  }

  protected async save(ownerId: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { id: contractId, version } = this.contract();
    try {
      const contract = await this.api.call(
        changeContract,
        { params: { contractId }, body: { ownerId: ownerId || null } },
        { ifMatch: `"${version}"` },
      );
      this.changed.emit(contract);
      this.open.set(false);
      this.notices.done(this.text().saved);
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    } finally {
      this.busy.set(false);
    }
  }
}
