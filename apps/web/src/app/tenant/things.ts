import { type Routes } from '@angular/router';
import { type IconName } from '@plumbline/ui';

export interface ThingEntry {
  /** Below `/t/<tenant>/`. */
  readonly path: string;
  readonly text: { readonly en: string; readonly es: string };
  readonly icon: IconName;
  /** Shown to whoever holds it. */
  readonly permission: string;
  /** Which of the rail's groups it stands in; entries of a group stand together. */
  readonly group: 'overview' | 'partners' | 'figures' | 'outcome' | 'house';
  /** Pages of the insurer's side only. */
  readonly insurerOnly?: true;
  readonly load: () => Promise<Routes>;
  /** What can be begun here at once, from the command palette. */
  readonly commands?: readonly ThingCommand[];
}

export interface ThingCommand {
  /** Below the thing's own path. */
  readonly path: string;
  readonly text: { readonly en: string; readonly es: string };
  /** Other words people look for it by. */
  readonly also: string;
  readonly permission: string;
}

/** The things of the product, in the rail's order: the one list for routes, navigation and command palette. */
export const things: readonly ThingEntry[] = [
  {
    path: 'portfolio',
    text: { en: 'Portfolio', es: 'Cartera' },
    icon: 'portfolio',
    permission: 'result.read',
    group: 'overview',
    insurerOnly: true,
    load: () => import('@plumbline/slas/web').then((m) => m.portfolioRoutes),
  },
  {
    path: 'vendors',
    text: { en: 'Vendors', es: 'Proveedores' },
    icon: 'vendors',
    permission: 'vendor.read',
    group: 'partners',
    load: () => import('@plumbline/vendors/web').then((m) => m.routes),
    commands: [
      {
        path: 'new',
        text: { en: 'Add a vendor', es: 'Añadir un proveedor' },
        also: 'new vendor create partner nuevo proveedor',
        permission: 'vendor.write',
      },
    ],
  },
  {
    path: 'due-diligence',
    text: { en: 'Due diligence', es: 'Diligencia debida' },
    icon: 'shield',
    permission: 'due-diligence.read',
    group: 'partners',
    load: () => import('@plumbline/vendors/web').then((m) => m.dueDiligenceRoutes),
  },
  {
    path: 'contracts',
    text: { en: 'Contracts', es: 'Contratos' },
    icon: 'contracts',
    permission: 'contract.read',
    group: 'partners',
    load: () => import('@plumbline/contracts/web').then((m) => m.routes),
    commands: [
      {
        path: 'new',
        text: { en: 'Enter a contract', es: 'Registrar un contrato' },
        also: 'new contract create agreement nuevo contrato',
        permission: 'contract.write',
      },
    ],
  },
  {
    path: 'parity',
    text: { en: 'Parity', es: 'Paridad' },
    icon: 'columns',
    permission: 'parity.read',
    group: 'partners',
    insurerOnly: true,
    load: () => import('@plumbline/contracts/web').then((m) => m.parityRoutes),
    commands: [
      {
        path: 'targets/new',
        text: { en: 'Set an internal target', es: 'Fijar un objetivo interno' },
        also: 'internal target expectation floor objetivo nuevo',
        permission: 'parity.write',
      },
    ],
  },
  {
    path: 'metrics',
    text: { en: 'Metrics', es: 'Métricas' },
    icon: 'metrics',
    permission: 'metric.read',
    group: 'partners',
    insurerOnly: true,
    load: () => import('@plumbline/measurements/web').then((m) => m.metricRoutes),
    commands: [
      {
        path: 'new',
        text: { en: 'Define a metric', es: 'Definir una métrica' },
        also: 'new metric create kpi nueva métrica',
        permission: 'metric.write',
      },
    ],
  },
  {
    path: 'kpi-files',
    text: { en: 'KPI files', es: 'Archivos KPI' },
    icon: 'kpiFiles',
    permission: 'kpi-file.read',
    group: 'figures',
    load: () => import('@plumbline/measurements/web').then((m) => m.kpiFileRoutes),
    commands: [
      {
        path: 'upload',
        text: { en: 'Send a KPI file', es: 'Enviar un archivo KPI' },
        also: 'upload csv subir cargar',
        permission: 'kpi-file.upload',
      },
    ],
  },
  {
    path: 'reporting',
    text: { en: 'Reporting calendar', es: 'Calendario de informes' },
    icon: 'calendar',
    permission: 'kpi-file.read',
    group: 'figures',
    load: () => import('@plumbline/slas/web').then((m) => m.reportingRoutes),
  },
  {
    path: 'results',
    text: { en: 'Results', es: 'Resultados' },
    icon: 'results',
    permission: 'result.read',
    group: 'figures',
    load: () => import('@plumbline/slas/web').then((m) => m.resultsRoutes),
  },
  {
    path: 'breaches',
    text: { en: 'Breaches', es: 'Incumplimientos' },
    icon: 'breaches',
    permission: 'breach.read',
    group: 'figures',
    load: () => import('@plumbline/slas/web').then((m) => m.breachesRoutes),
  },
  {
    path: 'exclusions',
    text: { en: 'Exclusions', es: 'Exclusiones' },
    icon: 'shield',
    permission: 'result.read',
    group: 'figures',
    load: () => import('@plumbline/slas/web').then((m) => m.exclusionsRoutes),
    commands: [
      {
        path: 'new',
        text: { en: 'Ask for an exclusion', es: 'Pedir una exclusión' },
        also: 'waiver outage force majeure dispensa caída',
        permission: 'exclusion.request',
      },
    ],
  },
  {
    path: 'scorecards',
    text: { en: 'Scorecards', es: 'Cuadros de mando' },
    icon: 'scorecards',
    permission: 'scorecard.read',
    group: 'outcome',
    load: () => import('@plumbline/scorecards/web').then((m) => m.routes),
  },
  {
    path: 'credits',
    text: { en: 'Credits', es: 'Créditos' },
    icon: 'file',
    permission: 'credit.read',
    group: 'outcome',
    load: () => import('@plumbline/credits/web').then((m) => m.routes),
  },
  {
    path: 'incidents',
    text: { en: 'Incidents', es: 'Incidentes' },
    icon: 'alert',
    permission: 'incident.read',
    group: 'outcome',
    load: () => import('@plumbline/incidents/web').then((m) => m.routes),
    commands: [
      {
        path: 'report',
        text: { en: 'Report an incident', es: 'Informar de un incidente' },
        also: 'report incident breach security phi lost stolen incidente seguridad robo pérdida',
        permission: 'incident.report',
      },
    ],
  },
  {
    path: 'calendars',
    text: { en: 'Calendars', es: 'Calendarios' },
    icon: 'calendar',
    permission: 'calendar.read',
    group: 'house',
    load: () => import('@plumbline/calendars/web').then((m) => m.routes),
  },
  {
    path: 'people',
    text: { en: 'People', es: 'Personas' },
    icon: 'people',
    permission: 'people.read',
    group: 'house',
    load: () => import('@plumbline/people/web').then((m) => m.routes),
    commands: [
      {
        path: 'api-keys/new',
        text: { en: 'Make an API key', es: 'Crear una clave de API' },
        also: 'new token machine nueva',
        permission: 'api-key.manage',
      },
      {
        path: 'invite',
        text: { en: 'Invite somebody', es: 'Invitar a alguien' },
        also: 'new person user member nueva persona',
        permission: 'people.invite',
      },
    ],
  },
  {
    path: 'notifications',
    text: { en: 'Notifications', es: 'Avisos' },
    icon: 'bell',
    permission: 'notification.read',
    group: 'house',
    load: () => import('@plumbline/notifications/web').then((m) => m.routes),
    commands: [
      {
        path: 'webhooks/new',
        text: { en: 'Add a webhook', es: 'Añadir un webhook' },
        also: 'slack teams chat hook notify siem',
        permission: 'webhook.manage',
      },
    ],
  },
  {
    path: 'activity-log',
    text: { en: 'Activity log', es: 'Registro de actividad' },
    icon: 'activity',
    permission: 'activity-log.read',
    group: 'house',
    load: () => import('@plumbline/activity/web').then((m) => m.routes),
  },
];
