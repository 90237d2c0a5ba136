import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control, Field, Reader, texts } from '@plumbline/ui';
import { criticalities, type Criticality, type Service, services, tierOf } from '@plumbline/vendors/schema';
import { vendorWords } from './vendor-words';

/** What is asked of a vendor whether it is entered or changed. */
export interface VendorAnswers {
  name: string;
  services: Service[];
  criticality: Criticality;
  phiAccess: boolean;
  timezone: string;
  reportsForOthers: boolean;
}

const words = {
  en: {
    name: 'Name',
    nameHint: 'As in the contract',
    services: 'Services it runs',
    criticality: 'Criticality',
    criticalityHint: 'How much stops when this vendor does',
    phi: 'Sees or keeps protected health information',
    zone: 'Time zone',
    zoneHint: 'An IANA name, such as America/New_York or Asia/Manila',
    others: 'Its KPI files may hold rows of other vendors',
    othersHint: 'For a vendor that reports for a group of providers',
    tier: (tier: string) => `These answers make it ${tier}.`,
  },
  es: {
    name: 'Nombre',
    nameHint: 'Como en el contrato',
    services: 'Servicios que presta',
    criticality: 'Criticidad',
    criticalityHint: 'Cuánto se detiene si este proveedor se detiene',
    phi: 'Ve o guarda información de salud protegida',
    zone: 'Zona horaria',
    zoneHint: 'Un nombre IANA, como America/New_York o Asia/Manila',
    others: 'Sus archivos KPI pueden llevar filas de otros proveedores',
    othersHint: 'Para quien informa por un grupo de prestadores',
    tier: (tier: string) => `Con estas respuestas es ${tier}.`,
  },
};

/** The fields of a vendor, below whatever the form asks first. */
@Component({
  selector: 'pl-vendor-fields',
  imports: [Field, Control, FormField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-field [label]="text().name" [hint]="text().nameHint" [of]="form().name">
      <input plControl autocomplete="organization" [formField]="form().name" />
    </pl-field>
    <fieldset>
      <legend>{{ text().services }}</legend>
      <div class="choices">
        @for (service of services; track service) {
          <label>
            <input
              type="checkbox"
              [checked]="form().services().value().includes(service)"
              (change)="toggle(service)"
            />
            {{ vendor().services[service] }}
          </label>
        }
      </div>
    </fieldset>
    <pl-field [label]="text().criticality" [hint]="text().criticalityHint" [of]="form().criticality">
      <select plControl [formField]="form().criticality">
        @for (each of criticalities; track each) {
          <option [value]="each">{{ vendor().criticalities[each] }}</option>
        }
      </select>
    </pl-field>
    <label class="check"><input type="checkbox" [formField]="form().phiAccess" />{{ text().phi }}</label>
    <p class="pl-muted" role="status">{{ tier() }}</p>
    <pl-field [label]="text().zone" [hint]="text().zoneHint" [of]="form().timezone">
      <input plControl list="pl-zones" spellcheck="false" [formField]="form().timezone" />
    </pl-field>
    <datalist id="pl-zones">
      @for (zone of zones; track zone) {
        <option [value]="zone"></option>
      }
    </datalist>
    <label class="check">
      <input type="checkbox" aria-describedby="pl-others-hint" [formField]="form().reportsForOthers" />{{
        text().others
      }}
    </label>
    <p id="pl-others-hint" class="pl-muted pl-small">{{ text().othersHint }}</p>
  `,
  styles: `
    :host {
      display: contents;
    }
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--pl-1);
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
      gap: var(--pl-2);
    }
    label:has(> input[type='checkbox']) {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-height: 1.5rem;
    }
  `,
})
export class VendorFields {
  readonly form = input.required<FieldTree<VendorAnswers>>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly vendor = texts(vendorWords);
  protected readonly services = services;
  protected readonly criticalities = criticalities;
  protected readonly zones = [
    ...new Set([this.reader.timeZone, ...Intl.supportedValuesOf('timeZone')]),
  ].filter((zone) => zone.includes('/'));
  protected readonly tier = computed(() => {
    const { criticality, phiAccess } = this.form()().value();
    return this.text().tier(this.vendor().tier(tierOf({ criticality, phiAccess })).toLowerCase());
  });

  protected toggle(service: Service): void {
    this.form()
      .services()
      .value.update((chosen) => services.filter((each) => chosen.includes(each) !== (each === service)));
  }
}
