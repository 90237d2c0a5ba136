import type { Texts } from '@plumbline/ui';
import type { Applies } from '@plumbline/vendors/schema';

interface TemplateWords {
  readonly title: string;
  readonly lead: string;
  readonly vendors: string;
  readonly versions: string;
  readonly version: (number: number) => string;
  readonly newVersion: string;
  readonly made: (by: string, at: string) => string;
  readonly defaults: string;
  readonly newTitle: string;
  readonly newLead: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly item: string;
  readonly itemEs: string;
  readonly guidance: string;
  readonly guidanceEs: string;
  readonly gate: string;
  readonly askedOf: string;
  readonly when: string;
  readonly whens: Readonly<Record<Applies['when'], string>>;
  readonly services: string;
  readonly nameService: string;
  readonly newItem: string;
  readonly add: string;
  readonly retire: string;
  readonly save: string;
  readonly saved: (number: number) => string;
}

export const templateWords: Texts<TemplateWords> = {
  en: {
    title: 'Due-diligence template',
    lead: 'What you ask of a vendor before it works for you, and before it has ended.',
    vendors: 'Vendors',
    versions: 'Versions',
    version: (number) => `Version ${number}`,
    newVersion: 'New version',
    made: (by, at) => `By ${by}, ${at}.`,
    defaults: 'The defaults of a new insurer.',
    newTitle: 'New version of the template',
    newLead:
      'For vendors that enter onboarding from now on; those under way keep their version until you take this one over for them.',
    reason: 'What changes, and why',
    reasonHint: 'Kept with the version',
    item: 'What is asked',
    itemEs: 'The same in Spanish',
    guidance: 'What evidence is good enough',
    guidanceEs: 'What evidence is good enough, in Spanish',
    gate: 'When it has to be there',
    askedOf: 'Who hands it in',
    when: 'Of whom',
    whens: { always: 'every vendor', phi: 'vendors that see PHI', services: 'vendors with certain services' },
    services: 'Services',
    nameService: 'name a service',
    newItem: 'New item',
    add: 'Add an item',
    retire: 'Retire',
    save: 'Save as new version',
    saved: (number) => `Version ${number} is in force.`,
  },
  es: {
    title: 'Plantilla de diligencia debida',
    lead: 'Lo que pide a un proveedor antes de que trabaje para usted y antes de que termine.',
    vendors: 'Proveedores',
    versions: 'Versiones',
    version: (number) => `Versión ${number}`,
    newVersion: 'Nueva versión',
    made: (by, at) => `De ${by}, ${at}.`,
    defaults: 'Los valores iniciales de una aseguradora nueva.',
    newTitle: 'Nueva versión de la plantilla',
    newLead:
      'Para los proveedores que entren en alta desde ahora; los que están en curso siguen con la suya hasta que la adopte para ellos.',
    reason: 'Qué cambia, y por qué',
    reasonHint: 'Se guarda con la versión',
    item: 'Qué se pide',
    itemEs: 'Lo mismo en español',
    guidance: 'Qué evidencia basta',
    guidanceEs: 'Qué evidencia basta, en español',
    gate: 'Cuándo debe estar',
    askedOf: 'Quién lo entrega',
    when: 'A quién',
    whens: {
      always: 'a todo proveedor',
      phi: 'a los que ven datos de salud',
      services: 'a los que prestan ciertos servicios',
    },
    services: 'Servicios',
    nameService: 'indique un servicio',
    newItem: 'Nuevo requisito',
    add: 'Añadir un requisito',
    retire: 'Retirar',
    save: 'Guardar como nueva versión',
    saved: (number) => `La versión ${number} está en vigor.`,
  },
};
