import type {
  CauseCodes,
  ClosingOutcome,
  Incident,
  IncidentState,
  LinkKind,
  PhiAnswer,
  Severity,
  Side,
} from '@plumbline/incidents/schema';
import type { Milestone } from '@plumbline/sla-engine';
import type { Hue, IconName, Texts } from '@plumbline/ui';
import type { Service } from '@plumbline/vendors/schema';

type Look = { readonly hue: Hue; readonly icon: IconName };

export const stateLooks: Readonly<Record<IncidentState, Look>> = {
  reported: { hue: 'warn', icon: 'alert' },
  acknowledged: { hue: 'note', icon: 'hourglass' },
  closed: { hue: 'neutral', icon: 'check' },
};

/** Four pictures, so that grey-scale tells severities apart. */
export const severityLooks: Readonly<Record<Severity, Look>> = {
  low: { hue: 'neutral', icon: 'dash' },
  medium: { hue: 'note', icon: 'circle' },
  high: { hue: 'warn', icon: 'triangle' },
  critical: { hue: 'bad', icon: 'breaches' },
};

export interface IncidentWords {
  readonly states: Readonly<Record<IncidentState, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly untriaged: string;
  readonly phi: Readonly<Record<PhiAnswer, string>>;
  readonly phiChip: Readonly<Record<PhiAnswer, string>>;
  readonly services: Readonly<Record<Service, string>>;
  readonly milestones: Readonly<Record<Milestone, string>>;
  readonly bases: Readonly<Record<Incident['discovery']['basis'], string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly outcomes: Readonly<Record<ClosingOutcome, string>>;
  readonly links: Readonly<Record<LinkKind, string>>;
  readonly exactness: Readonly<Record<Incident['estimates'][number]['exactness'], string>>;
  readonly units: Readonly<
    Record<Incident['waiting'][number]['legs'][number]['unit'], (amount: number) => string>
  >;
  readonly actions: Readonly<Record<CauseCodes['actions'][number], string>>;
  readonly actors: Readonly<Record<CauseCodes['actors'][number], string>>;
  readonly assets: Readonly<Record<CauseCodes['assets'][number], string>>;
  readonly attributes: Readonly<Record<CauseCodes['attributes'][number], string>>;
  readonly drill: string;
  readonly drillText: string;
}

export const incidentWords: Texts<IncidentWords> = {
  en: {
    states: { reported: 'To be acknowledged', acknowledged: 'Acknowledged', closed: 'Closed' },
    severities: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
    untriaged: 'Not triaged',
    phi: { yes: 'Yes', no: 'No', unknown: 'Not known yet' },
    phiChip: { yes: 'PHI suspected', no: 'No PHI', unknown: 'PHI not known' },
    services: {
      voice: 'Voice',
      chat: 'Chat',
      portal_messages: 'Portal messages',
      mail: 'Mail',
      claims_intake: 'Claims intake',
      crm: 'CRM',
      telephony: 'Telephony',
      speech_analytics: 'Speech analytics',
    },
    milestones: {
      occurred: 'Occurred',
      detected: 'Detected',
      discovered: 'Discovered',
      determined: 'Determined to be an incident',
      classified: 'Classified as major',
      notified: 'Insurer notified',
      received: 'Notice received',
      acknowledged: 'Acknowledged',
      contained: 'Contained',
      authorityNotified: 'Authority notified',
      intermediateReported: 'Intermediate report to the authority',
      finalReported: 'Final report to the authority',
      closed: 'Closed',
    },
    bases: { asserted: 'asserted', deemed: 'deemed' },
    sides: { insurer: 'Insurer', vendor: 'Vendor' },
    outcomes: {
      resolved: 'Resolved',
      not_an_incident: 'Not an incident',
      duplicate: 'Duplicate of another',
    },
    links: {
      related: 'Related',
      same_cause: 'Same cause',
      duplicate: 'Duplicate',
      follow_up: 'Follow-up',
    },
    exactness: { estimate: 'estimate', at_least: 'at least', confirmed: 'confirmed' },
    units: {
      elapsedHours: (amount) => `${amount} elapsed hours`,
      businessHours: (amount) => `${amount} business hours`,
      businessDays: (amount) => `${amount} business days`,
      calendarDays: (amount) => `${amount} calendar days`,
      calendarMonths: (amount) => (amount === 1 ? '1 calendar month' : `${amount} calendar months`),
    },
    actions: {
      malware: 'Malware',
      hacking: 'Hacking',
      social: 'Social engineering',
      misuse: 'Misuse',
      physical: 'Physical (theft, tampering)',
      error: 'Error (loss, misdelivery)',
      environmental: 'Environmental',
      unknown: 'Unknown',
    },
    actors: { external: 'External', internal: 'Internal', partner: 'Partner', unknown: 'Unknown' },
    assets: {
      server: 'Server',
      network: 'Network',
      user_device: 'User device',
      media: 'Documents and media',
      person: 'Person',
      kiosk_terminal: 'Kiosk or terminal',
      embedded: 'Embedded device',
      unknown: 'Unknown',
    },
    attributes: {
      confidentiality: 'Confidentiality',
      integrity: 'Integrity',
      availability: 'Availability',
    },
    drill: 'Drill',
    drillText: 'This is a drill. It runs through the same clocks and is counted nowhere as real.',
  },
  es: {
    states: { reported: 'Por confirmar', acknowledged: 'Confirmado', closed: 'Cerrado' },
    severities: { low: 'Baja', medium: 'Media', high: 'Alta', critical: 'Crítica' },
    untriaged: 'Sin clasificar',
    phi: { yes: 'Sí', no: 'No', unknown: 'Aún no se sabe' },
    phiChip: {
      yes: 'Posibles datos de salud',
      no: 'Sin datos de salud',
      unknown: 'Datos de salud: no se sabe',
    },
    services: {
      voice: 'Voz',
      chat: 'Chat',
      portal_messages: 'Mensajes del portal',
      mail: 'Correo',
      claims_intake: 'Recepción de reclamaciones',
      crm: 'CRM',
      telephony: 'Telefonía',
      speech_analytics: 'Análisis de voz',
    },
    milestones: {
      occurred: 'Ocurrió',
      detected: 'Detectado',
      discovered: 'Descubierto',
      determined: 'Determinado como incidente',
      classified: 'Clasificado como grave',
      notified: 'Aseguradora avisada',
      received: 'Aviso recibido',
      acknowledged: 'Confirmado',
      contained: 'Contenido',
      authorityNotified: 'Autoridad avisada',
      intermediateReported: 'Informe intermedio a la autoridad',
      finalReported: 'Informe final a la autoridad',
      closed: 'Cerrado',
    },
    bases: { asserted: 'declarado', deemed: 'atribuido' },
    sides: { insurer: 'Aseguradora', vendor: 'Proveedor' },
    outcomes: {
      resolved: 'Resuelto',
      not_an_incident: 'No es un incidente',
      duplicate: 'Duplicado de otro',
    },
    links: {
      related: 'Relacionado',
      same_cause: 'Misma causa',
      duplicate: 'Duplicado',
      follow_up: 'Seguimiento',
    },
    exactness: { estimate: 'estimación', at_least: 'al menos', confirmed: 'confirmado' },
    units: {
      elapsedHours: (amount) => `${amount} horas transcurridas`,
      businessHours: (amount) => `${amount} horas hábiles`,
      businessDays: (amount) => `${amount} días hábiles`,
      calendarDays: (amount) => `${amount} días naturales`,
      calendarMonths: (amount) => (amount === 1 ? '1 mes natural' : `${amount} meses naturales`),
    },
    actions: {
      malware: 'Programa malicioso',
      hacking: 'Intrusión',
      social: 'Ingeniería social',
      misuse: 'Uso indebido',
      physical: 'Físico (robo, manipulación)',
      error: 'Error (pérdida, envío equivocado)',
      environmental: 'Ambiental',
      unknown: 'Desconocido',
    },
    actors: { external: 'Externo', internal: 'Interno', partner: 'Socio', unknown: 'Desconocido' },
    assets: {
      server: 'Servidor',
      network: 'Red',
      user_device: 'Equipo de usuario',
      media: 'Documentos y soportes',
      person: 'Persona',
      kiosk_terminal: 'Quiosco o terminal',
      embedded: 'Dispositivo integrado',
      unknown: 'Desconocido',
    },
    attributes: {
      confidentiality: 'Confidencialidad',
      integrity: 'Integridad',
      availability: 'Disponibilidad',
    },
    drill: 'Simulacro',
    drillText: 'Esto es un simulacro. Corre con los mismos plazos y no cuenta en ningún sitio como real.',
  },
};
