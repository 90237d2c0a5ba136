import { type Texts } from '@plumbline/ui';

/** What people call the roles of the product (requirement D1). */
export const roleWords: Texts<Readonly<Record<string, string>>> = {
  en: {
    administrator: 'Administrator',
    vendor_manager: 'Vendor manager',
    security: 'Security',
    compliance_auditor: 'Compliance auditor',
    executive: 'Executive',
    vendor_administrator: 'Vendor administrator',
    vendor_contributor: 'Vendor contributor',
  },
  es: {
    administrator: 'Administrador',
    vendor_manager: 'Gestor de proveedores',
    security: 'Seguridad',
    compliance_auditor: 'Auditor de cumplimiento',
    executive: 'Dirección',
    vendor_administrator: 'Administrador del proveedor',
    vendor_contributor: 'Colaborador del proveedor',
  },
};
