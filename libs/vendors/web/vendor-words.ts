import type { Hue, IconName, Texts } from '@plumbline/ui';
import type { Criticality, Service, VendorState } from '@plumbline/vendors/schema';

interface VendorWords {
  readonly states: Readonly<Record<VendorState, string>>;
  readonly services: Readonly<Record<Service, string>>;
  readonly criticalities: Readonly<Record<Criticality, string>>;
  readonly tier: (tier: number) => string;
  readonly phi: string;
  readonly noPhi: string;
}

/** The words of vendors, wherever one is shown. */
export const vendorWords: Texts<VendorWords> = {
  en: {
    states: {
      prospect: 'Prospect',
      onboarding: 'Onboarding',
      active: 'Active',
      suspended: 'Suspended',
      offboarding: 'Offboarding',
      ended: 'Ended',
    },
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
    criticalities: { low: 'Low', medium: 'Medium', high: 'High' },
    tier: (tier) => `Tier ${tier}`,
    phi: 'Sees PHI',
    noPhi: 'No PHI',
  },
  es: {
    states: {
      prospect: 'Candidato',
      onboarding: 'En alta',
      active: 'Activo',
      suspended: 'Suspendido',
      offboarding: 'En baja',
      ended: 'Terminado',
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
    criticalities: { low: 'Baja', medium: 'Media', high: 'Alta' },
    tier: (tier) => `Nivel ${tier}`,
    phi: 'Ve datos de salud',
    noPhi: 'Sin datos de salud',
  },
};

/** Picture and hue of a vendor's state; no two share a picture. */
export const vendorStateLook: Readonly<Record<VendorState, { readonly hue: Hue; readonly icon: IconName }>> =
  {
    prospect: { hue: 'neutral', icon: 'search' },
    onboarding: { hue: 'note', icon: 'hourglass' },
    active: { hue: 'good', icon: 'check' },
    suspended: { hue: 'warn', icon: 'pause' },
    offboarding: { hue: 'warn', icon: 'signOut' },
    ended: { hue: 'neutral', icon: 'dash' },
  };
