export const importKinds = ['vendors', 'contacts'] as const;
export type ImportKind = (typeof importKinds)[number];

/** A column of an imported list: the field it fills, and what its header may be called, English and Spanish first. */
export interface ImportColumn {
  readonly field: string;
  /** A new entry is nothing without it. */
  readonly required: boolean;
  readonly headers: readonly [english: string, spanish: string, ...others: string[]];
}

export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  vendors: [
    { field: 'code', required: true, headers: ['Code', 'Código', 'Vendor code', 'Vendor'] },
    { field: 'name', required: true, headers: ['Name', 'Nombre', 'Vendor name'] },
    { field: 'services', required: false, headers: ['Services', 'Servicios'] },
    { field: 'criticality', required: true, headers: ['Criticality', 'Criticidad'] },
    { field: 'phiAccess', required: true, headers: ['Sees PHI', 'Ve datos de salud', 'PHI access', 'PHI'] },
    { field: 'timezone', required: true, headers: ['Time zone', 'Zona horaria', 'Timezone'] },
    { field: 'state', required: false, headers: ['State', 'Estado', 'Status'] },
    { field: 'activeReason', required: false, headers: ['Reason for active', 'Motivo de activo'] },
    {
      field: 'reportsForOthers',
      required: false,
      headers: ['Reports for others', 'Informa por otros'],
    },
  ],
  contacts: [
    { field: 'vendor', required: true, headers: ['Vendor code', 'Código del proveedor', 'Vendor', 'Code'] },
    { field: 'name', required: true, headers: ['Name', 'Nombre', 'Contact'] },
    { field: 'role', required: true, headers: ['Role', 'Función'] },
    { field: 'email', required: false, headers: ['E-mail', 'Correo electrónico', 'Mail'] },
    { field: 'phone', required: false, headers: ['Telephone', 'Teléfono', 'Phone'] },
    { field: 'language', required: false, headers: ['Language', 'Idioma'] },
    { field: 'timezone', required: false, headers: ['Time zone', 'Zona horaria', 'Timezone'] },
    { field: 'hours', required: false, headers: ['Hours', 'Horario'] },
  ],
};

/** Headers are the same whatever their case, accents, spaces and signs. */
export function headerKey(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The field that a header names, or null. */
export function fieldOfHeader(kind: ImportKind, header: string): string | null {
  const key = headerKey(header);
  return (
    importColumns[kind].find(({ headers }) => headers.some((each) => headerKey(each) === key))?.field ?? null
  );
}

/** An empty list to fill in. */
export function importTemplate(kind: ImportKind, language: 'en' | 'es'): string {
  const headers = importColumns[kind].map(({ headers: [english, spanish] }) =>
    language === 'es' ? spanish : english,
  );
  return `${headers.join(',')}\r\n`;
}
