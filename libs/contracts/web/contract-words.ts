import type { ClauseKind } from '@plumbline/contracts/schema';
import type { MetricFamily, MetricUnit } from '@plumbline/sla-engine';

/** The words of contracts, wherever one is shown. */
export const contractWords = {
  en: {
    draft: 'Draft',
    inForce: 'In force',
    ended: 'Ended',
    coming: 'Coming',
    version: (number: number) => `Version ${number}`,
    from: 'from',
    until: 'until',
    slas: (count: number) => (count === 1 ? '1 SLA' : `${count} SLAs`),
    whole: 'everything',
    kinds: {
      service_levels: 'Service levels',
      right_to_audit: 'Right to audit',
      incident_notice: 'Notice of incidents',
      background_checks: 'Background checks',
      data_residency: 'Data residency',
      attestation: 'Attestation',
      continuity_test: 'Continuity test',
      other: 'Other',
    } satisfies Record<ClauseKind, string>,
    families: {
      speed: 'Speed',
      quality: 'Quality',
      compliance: 'Compliance',
      outcome: 'Outcome',
      efficiency: 'Efficiency',
    } satisfies Record<MetricFamily, string>,
    units: { ratio: '%', seconds: 's', count: '', points: 'points' } satisfies Record<MetricUnit, string>,
  },
  es: {
    draft: 'Borrador',
    inForce: 'En vigor',
    ended: 'Terminada',
    coming: 'Próxima',
    version: (number: number) => `Versión ${number}`,
    from: 'desde',
    until: 'hasta',
    slas: (count: number) => (count === 1 ? '1 SLA' : `${count} SLA`),
    whole: 'todo',
    kinds: {
      service_levels: 'Niveles de servicio',
      right_to_audit: 'Derecho de auditoría',
      incident_notice: 'Aviso de incidentes',
      background_checks: 'Verificación de antecedentes',
      data_residency: 'Residencia de los datos',
      attestation: 'Certificación',
      continuity_test: 'Prueba de continuidad',
      other: 'Otra',
    },
    families: {
      speed: 'Rapidez',
      quality: 'Calidad',
      compliance: 'Cumplimiento',
      outcome: 'Resultado',
      efficiency: 'Eficiencia',
    },
    units: { ratio: '%', seconds: 's', count: '', points: 'puntos' },
  },
};
