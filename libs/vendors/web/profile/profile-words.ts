import type { Hue, IconName, Texts } from '@plumbline/ui';
import type {
  Approval,
  ContactRole,
  FlowKind,
  LanguageChannel,
  PhiKind,
  ProfileFinding,
  ProfileSection,
  StageReach,
} from '@plumbline/vendors/schema';

type Parameters = ProfileFinding['parameters'];

interface ProfileWords {
  readonly sections: Readonly<Record<ProfileSection, string>>;
  readonly phiKinds: Readonly<Record<PhiKind, string>>;
  readonly noPhi: string;
  readonly roles: Readonly<Record<ContactRole, string>>;
  readonly flows: Readonly<Record<FlowKind, string>>;
  readonly approvals: Readonly<Record<Approval, string>>;
  readonly reach: Readonly<Record<StageReach['reach'], string>>;
  readonly channels: Readonly<Record<LanguageChannel, string>>;
  readonly findings: Readonly<Record<ProfileFinding['code'], (of: Parameters) => string>>;
}

const list = (value: string | readonly string[] | undefined): string => [value ?? ''].flat().join(', ');

/** The words of what is known of a vendor, wherever a part of it is shown. */
export const profileWords: Texts<ProfileWords> = {
  en: {
    sections: {
      sites: 'Sites',
      contacts: 'Contacts',
      ladder: 'Escalation ladder',
      'fourth-parties': 'Fourth parties',
      'data-flows': 'Data-flow map',
      'language-access': 'Language access',
    },
    phiKinds: {
      identity: 'Identity',
      contact_details: 'Contact details',
      member_number: 'Member number',
      eligibility: 'Eligibility',
      claims: 'Claims',
      diagnoses: 'Diagnoses',
      medication: 'Medication',
      payment: 'Payment',
      voice: 'Voice',
    },
    noPhi: 'No PHI',
    roles: {
      operations: 'Operations',
      security: 'Security',
      privacy: 'Privacy',
      quality: 'Quality',
      executive: 'Executive',
      after_hours: 'After hours',
      other: 'Other',
    },
    flows: {
      recordings: 'Recordings',
      transcripts: 'Transcripts',
      mail: 'Mail',
      crm_notes: 'CRM notes',
      other: 'Other',
    },
    approvals: { waiting: 'Waiting for approval', approved: 'Approved', refused: 'Refused' },
    reach: {
      'any-time': 'At any time',
      open: 'Within hours now',
      closed: 'Outside hours now',
      'hours-not-said': 'Hours not said',
    },
    channels: { voice: 'Voice', chat: 'Chat', mail: 'Mail' },
    findings: {
      'residency-outside': ({ place, agreed, contract, clause }) =>
        `${list(place)} lies outside what clause ${list(clause)} of ${list(contract)} agrees on: ${list(agreed)}.`,
      'residency-not-comparable': ({ words, agreed, contract, clause }) =>
        `“${list(words)}” cannot be compared with clause ${list(clause)} of ${list(contract)} (${list(agreed)}): it is no country and no region known here.`,
      'residency-clause-missing': ({ contracts }) =>
        `Protected health information flows, and ${list(contracts)} has no data residency clause.`,
      'residency-no-contract': () => 'Protected health information flows, and no contract is in force.',
      'flow-fourth-party-not-approved': ({ name }) =>
        `${list(name)} keeps this data and is not approved by the insurer.`,
      'flow-fourth-party-ended': ({ name, until }) =>
        `${list(name)} keeps this data and has not been a fourth party since ${list(until)}.`,
    },
  },
  es: {
    sections: {
      sites: 'Centros',
      contacts: 'Contactos',
      ladder: 'Escala de avisos',
      'fourth-parties': 'Subcontratistas',
      'data-flows': 'Mapa de flujos de datos',
      'language-access': 'Acceso lingüístico',
    },
    phiKinds: {
      identity: 'Identidad',
      contact_details: 'Datos de contacto',
      member_number: 'Número de asegurado',
      eligibility: 'Cobertura',
      claims: 'Reclamaciones',
      diagnoses: 'Diagnósticos',
      medication: 'Medicación',
      payment: 'Pagos',
      voice: 'Voz',
    },
    noPhi: 'Sin datos de salud',
    roles: {
      operations: 'Operaciones',
      security: 'Seguridad',
      privacy: 'Privacidad',
      quality: 'Calidad',
      executive: 'Dirección',
      after_hours: 'Fuera de horario',
      other: 'Otro',
    },
    flows: {
      recordings: 'Grabaciones',
      transcripts: 'Transcripciones',
      mail: 'Correo',
      crm_notes: 'Notas de CRM',
      other: 'Otro',
    },
    approvals: { waiting: 'Pendiente de aprobación', approved: 'Aprobado', refused: 'Rechazado' },
    reach: {
      'any-time': 'A cualquier hora',
      open: 'Ahora en horario',
      closed: 'Ahora fuera de horario',
      'hours-not-said': 'Sin horario indicado',
    },
    channels: { voice: 'Voz', chat: 'Chat', mail: 'Correo' },
    findings: {
      'residency-outside': ({ place, agreed, contract, clause }) =>
        `${list(place)} queda fuera de lo que acuerda la cláusula ${list(clause)} de ${list(contract)}: ${list(agreed)}.`,
      'residency-not-comparable': ({ words, agreed, contract, clause }) =>
        `«${list(words)}» no se puede comparar con la cláusula ${list(clause)} de ${list(contract)} (${list(agreed)}): no es un país ni una región conocida aquí.`,
      'residency-clause-missing': ({ contracts }) =>
        `Hay datos de salud protegidos y ${list(contracts)} no tiene cláusula de residencia de datos.`,
      'residency-no-contract': () => 'Hay datos de salud protegidos y ningún contrato está en vigor.',
      'flow-fourth-party-not-approved': ({ name }) =>
        `${list(name)} guarda estos datos y la aseguradora no lo ha aprobado.`,
      'flow-fourth-party-ended': ({ name, until }) =>
        `${list(name)} guarda estos datos y no es subcontratista desde ${list(until)}.`,
    },
  },
};

interface Look {
  readonly hue: Hue;
  readonly icon: IconName;
}

export const approvalLook: Readonly<Record<Approval, Look>> = {
  waiting: { hue: 'note', icon: 'hourglass' },
  approved: { hue: 'good', icon: 'check' },
  refused: { hue: 'bad', icon: 'cross' },
};

export const reachLook: Readonly<Record<StageReach['reach'], Look>> = {
  'any-time': { hue: 'neutral', icon: 'circle' },
  open: { hue: 'good', icon: 'sun' },
  closed: { hue: 'neutral', icon: 'moon' },
  'hours-not-said': { hue: 'warn', icon: 'help' },
};
