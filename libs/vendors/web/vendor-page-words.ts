import type { Texts } from '@plumbline/ui';

interface VendorPageWords {
  readonly vendors: string;
  readonly loading: string;
  readonly change: string;
  readonly openBreaches: string;
  readonly results: string;
  readonly kpiFiles: string;
  readonly calendar: string;
}

export const vendorPageWords: Texts<VendorPageWords> = {
  en: {
    vendors: 'Vendors',
    loading: 'Vendor',
    change: 'Change',
    openBreaches: 'Open breaches',
    results: 'Results',
    kpiFiles: 'KPI files',
    calendar: 'In your calendar',
  },
  es: {
    vendors: 'Proveedores',
    loading: 'Proveedor',
    change: 'Cambiar',
    openBreaches: 'Incumplimientos abiertos',
    results: 'Resultados',
    kpiFiles: 'Archivos KPI',
    calendar: 'En su calendario',
  },
};
