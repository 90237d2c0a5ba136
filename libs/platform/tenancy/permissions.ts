/**
 * Who may do what (requirement D1). A permission is `<thing>.<act>`; a handler names exactly one.
 * Least privilege: a role lists what it may, nothing is inherited.
 */
export const permissions = [
  'tenant.read',
  'vendor.read',
  'vendor.write',
  'vendor-life.read',
  'vendor-life.approve',
  'due-diligence.read',
  'due-diligence.submit',
  'due-diligence.review',
  'due-diligence-template.write',
  'vendor-profile.write',
  'contract.read',
  'contract.write',
  'document.read',
  'document.upload',
  'waiver.read',
  'waiver.approve',
  'clause-policy.write',
  'parity.read',
  'parity.write',
  'metric.read',
  'metric.write',
  'calendar.read',
  'calendar.write',
  'kpi-file.read',
  'kpi-file.upload',
  'kpi-file.resolve-vendors',
  'result.read',
  'breach.read',
  'breach.comment',
  'scorecard.read',
  'scorecard.comment',
  'scorecard.build',
  'scorecard.publish',
  'credit.read',
  'credit.manage',
  'credit.approve',
  'credit.dispute',
  'exclusion.request',
  'exclusion.approve',
  'clock.read',
  'incident.read',
  'incident.report',
  'incident.manage',
  'incident.approve',
  'incident.import',
  'incident-policy.write',
  'incident-exercise.read',
  'incident-exercise.run',
  'people.read',
  'people.invite',
  'people.manage',
  'api-key.manage',
  'sftp-key.manage',
  'activity-log.read',
] as const;

export type Permission = (typeof permissions)[number];

export const insurerRoles = [
  'administrator',
  'vendor_manager',
  'security',
  'compliance_auditor',
  'executive',
] as const;
export const vendorRoles = ['vendor_administrator', 'vendor_contributor'] as const;
export type InsurerRole = (typeof insurerRoles)[number];
export type VendorRole = (typeof vendorRoles)[number];
export type Role = InsurerRole | VendorRole;

const readOnly: readonly Permission[] = [
  'tenant.read',
  'vendor.read',
  'due-diligence.read',
  'contract.read',
  'document.read',
  'metric.read',
  'calendar.read',
  'kpi-file.read',
  'result.read',
  'breach.read',
  'scorecard.read',
  'clock.read',
  'incident.read',
];

/** What an insurer's people read beside, and its partners do not. */
const insurersOwn: readonly Permission[] = [
  'vendor-life.read',
  'waiver.read',
  'parity.read',
  'incident-exercise.read',
];

/** The first hours of an incident and what follows: of the insurer's security, and of whoever administers. */
const incidentWork: readonly Permission[] = [
  'incident.report',
  'incident.manage',
  'incident.approve',
  'incident.import',
  'incident-policy.write',
  'incident-exercise.run',
];

export const permissionsOfRole: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [
    ...readOnly,
    'credit.read',
    ...insurersOwn,
    ...incidentWork,
    'vendor.write',
    'vendor-life.approve',
    'due-diligence.submit',
    'due-diligence.review',
    'due-diligence-template.write',
    'vendor-profile.write',
    'contract.write',
    'parity.write',
    'document.upload',
    'waiver.approve',
    'clause-policy.write',
    'metric.write',
    'calendar.write',
    'people.read',
    'people.invite',
    'people.manage',
    'api-key.manage',
    'sftp-key.manage',
    'activity-log.read',
  ],
  vendor_manager: [
    ...readOnly,
    'credit.read',
    'credit.manage',
    'credit.approve',
    'exclusion.request',
    'exclusion.approve',
    ...insurersOwn,
    'incident.report',
    'vendor.write',
    'vendor-life.approve',
    'due-diligence.submit',
    'due-diligence.review',
    'due-diligence-template.write',
    'vendor-profile.write',
    'contract.write',
    'parity.write',
    'document.upload',
    'metric.write',
    'calendar.write',
    'kpi-file.upload',
    'kpi-file.resolve-vendors',
    'breach.comment',
    'scorecard.comment',
    'scorecard.build',
    'scorecard.publish',
    'people.read',
  ],
  security: [
    ...readOnly,
    ...insurersOwn,
    ...incidentWork,
    'due-diligence.submit',
    'due-diligence.review',
    'document.upload',
    'waiver.approve',
    'people.read',
    'activity-log.read',
  ],
  compliance_auditor: [...readOnly, 'credit.read', ...insurersOwn, 'people.read', 'activity-log.read'],
  executive: [...readOnly, 'credit.read', 'credit.approve', 'exclusion.approve', ...insurersOwn],
  vendor_administrator: [
    ...readOnly,
    'due-diligence.submit',
    'credit.read',
    'credit.dispute',
    'exclusion.request',
    'document.upload',
    'incident.report',
    'vendor-profile.write',
    'kpi-file.upload',
    'breach.comment',
    'scorecard.comment',
    'people.read',
    'people.invite',
    'people.manage',
    'api-key.manage',
    'sftp-key.manage',
  ],
  vendor_contributor: [
    ...readOnly,
    'due-diligence.submit',
    'credit.read',
    'credit.dispute',
    'exclusion.request',
    'document.upload',
    'incident.report',
    'kpi-file.upload',
    'breach.comment',
    'scorecard.comment',
  ],
};

/** MFA is enforced for administrators and everybody on the vendor side (requirement D1). */
export function roleDemandsMfa(role: Role): boolean {
  return role === 'administrator' || (vendorRoles as readonly string[]).includes(role);
}

export function sideOfRole(role: Role): 'insurer' | 'vendor' {
  return (vendorRoles as readonly string[]).includes(role) ? 'vendor' : 'insurer';
}
