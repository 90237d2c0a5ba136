import type { Texts } from '@plumbline/ui';
import type { ProfileChange } from '@plumbline/vendors/schema';

interface HistoryWords {
  readonly heading: string;
  readonly none: string;
  readonly more: string;
  readonly values: string;
  readonly yes: string;
  readonly no: string;
  readonly acts: Readonly<Record<ProfileChange['act'], string>>;
  readonly sides: Readonly<Record<ProfileChange['side'], string>>;
  readonly fields: Readonly<Record<string, string>>;
}

export const historyWords: Texts<HistoryWords> = {
  en: {
    heading: 'Who changed what',
    none: 'Nothing was entered yet.',
    more: 'Earlier changes',
    values: 'Before and after',
    yes: 'yes',
    no: 'no',
    acts: { added: 'entered', changed: 'changed', removed: 'taken out', decided: 'decided on' },
    sides: { insurer: 'insurer', vendor: 'vendor' },
    fields: {
      name: 'Name',
      country: 'Country',
      city: 'City',
      timezone: 'Time zone',
      calendarId: 'Calendar',
      services: 'Services',
      phiHandled: 'PHI handled',
      role: 'Role',
      email: 'E-mail',
      phone: 'Telephone',
      language: 'Language',
      hours: 'Hours',
      service: 'Service',
      phiKinds: 'PHI',
      places: 'Places',
      since: 'Since',
      until: 'Until',
      approval: 'Approval',
      approvalReason: 'Reason',
      kind: 'What flows',
      called: 'Called',
      system: 'System',
      place: 'Place',
      fourthPartyId: 'Kept by',
      retentionDays: 'Days kept',
      stages: 'Stages',
      register: 'Register',
    },
  },
  es: {
    heading: 'Quién cambió qué',
    none: 'Aún no se ha introducido nada.',
    more: 'Cambios anteriores',
    values: 'Antes y después',
    yes: 'sí',
    no: 'no',
    acts: { added: 'introducido', changed: 'cambiado', removed: 'quitado', decided: 'decidido' },
    sides: { insurer: 'aseguradora', vendor: 'proveedor' },
    fields: {
      name: 'Nombre',
      country: 'País',
      city: 'Ciudad',
      timezone: 'Zona horaria',
      calendarId: 'Calendario',
      services: 'Servicios',
      phiHandled: 'Trata datos de salud',
      role: 'Función',
      email: 'Correo electrónico',
      phone: 'Teléfono',
      language: 'Idioma',
      hours: 'Horario',
      service: 'Servicio',
      phiKinds: 'Datos de salud',
      places: 'Lugares',
      since: 'Desde',
      until: 'Hasta',
      approval: 'Aprobación',
      approvalReason: 'Motivo',
      kind: 'Qué fluye',
      called: 'Se llama',
      system: 'Sistema',
      place: 'Lugar',
      fourthPartyId: 'Lo guarda',
      retentionDays: 'Días guardado',
      stages: 'Niveles',
      register: 'Registro',
    },
  },
};
