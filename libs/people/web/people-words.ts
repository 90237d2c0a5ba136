import type { RoleName } from '@plumbline/people/schema';
import type { Texts } from '@plumbline/ui';

interface PeopleWords {
  readonly people: string;
  readonly invitations: string;
  readonly apiKeys: string;
  readonly sftpKeys: string;
  readonly insurer: string;
  readonly roles: Readonly<Record<RoleName, string>>;
  /** What a role is for, in one line. */
  readonly purposes: Readonly<Record<RoleName, string>>;
}

/** The words of people and roles, wherever they are shown. */
export const peopleWords: Texts<PeopleWords> = {
  en: {
    people: 'People',
    invitations: 'Invitations',
    apiKeys: 'API keys',
    sftpKeys: 'SFTP keys',
    insurer: 'Insurer',
    roles: {
      administrator: 'Administrator',
      vendor_manager: 'Vendor manager',
      security: 'Security',
      compliance_auditor: 'Compliance auditor',
      executive: 'Executive',
      vendor_administrator: 'Vendor administrator',
      vendor_contributor: 'Vendor contributor',
    },
    purposes: {
      administrator: 'Invites people, gives roles, makes API keys, sets up vendors and contracts',
      vendor_manager: 'Runs vendors, contracts and metrics; publishes scorecards',
      security: 'Reads everything, with the activity log',
      compliance_auditor: 'Reads everything, with the activity log; changes nothing',
      executive: 'Reads vendors, results and scorecards; approves credits',
      vendor_administrator: 'Invites people of the vendor, makes its API keys, hands in KPI files',
      vendor_contributor: 'Hands in KPI files and comments',
    },
  },
  es: {
    people: 'Personas',
    invitations: 'Invitaciones',
    apiKeys: 'Claves de API',
    sftpKeys: 'Claves SFTP',
    insurer: 'Aseguradora',
    roles: {
      administrator: 'Administrador',
      vendor_manager: 'Gestor de proveedores',
      security: 'Seguridad',
      compliance_auditor: 'Auditor de cumplimiento',
      executive: 'Dirección',
      vendor_administrator: 'Administrador del proveedor',
      vendor_contributor: 'Colaborador del proveedor',
    },
    purposes: {
      administrator: 'Invita, asigna funciones, crea claves de API, da de alta proveedores y contratos',
      vendor_manager: 'Lleva proveedores, contratos y métricas; publica cuadros de mando',
      security: 'Lee todo, con el registro de actividad',
      compliance_auditor: 'Lee todo, con el registro de actividad; no cambia nada',
      executive: 'Lee proveedores, resultados y cuadros de mando; aprueba créditos',
      vendor_administrator: 'Invita a la gente del proveedor, crea sus claves de API, entrega archivos KPI',
      vendor_contributor: 'Entrega archivos KPI y comenta',
    },
  },
};
