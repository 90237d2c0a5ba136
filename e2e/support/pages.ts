import { expect, type Page } from '@playwright/test';
import type { CalendarSummary } from '@plumbline/calendars/schema';
import type { ContractSummary } from '@plumbline/contracts/schema';
import type { CreditSchemeSummary, CreditStatementSummary } from '@plumbline/credits/schema';
import type { Exercise, IncidentSummary } from '@plumbline/incidents/schema';
import type { KpiFileSummary, MetricSummary } from '@plumbline/measurements/schema';
import type { Member } from '@plumbline/people/schema';
import type { ScorecardSummary } from '@plumbline/scorecards/schema';
import type { BreachSummary, ResultSummary } from '@plumbline/slas/schema';
import type { VendorSummary } from '@plumbline/vendors/schema';
import type { Api, Page as ListPage } from './api';

/** Pages that nobody has to be signed in for. */
export const doorPages: readonly string[] = [
  '/sign-in',
  '/reset-password',
  '/reset-password/unknown',
  '/unsubscribe/unknown',
];

/** Every page of a tenant that somebody with these permissions can open, one address for each. */
export async function pagesOf(api: Api, permissions: readonly string[]): Promise<readonly string[]> {
  const can = (permission: string) => permissions.includes(permission);
  const first = async <Item>(path: string): Promise<Item | undefined> =>
    (await api.get<ListPage<Item>>(`${path}${path.includes('?') ? '&' : '?'}limit=1`)).items[0];
  const breached = await first<ResultSummary>('/results?state=breached');
  const scorecard = await first<ScorecardSummary>('/scorecards?state=published');
  const contract = await first<ContractSummary>('/contracts');
  const vendor = await first<VendorSummary>('/vendors');
  const oneVendorsMonth = `month=${breached?.month}&vendorId=${breached?.vendor.id}`;
  const calendar = await first<CalendarSummary>('/calendars');
  const open: readonly (readonly [boolean, string])[] = [
    [true, 'today'],
    [true, 'portfolio'],
    [true, 'vendors'],
    [true, `vendors/${vendor?.id}`],
    [can('vendor-life.read'), 'vendors/due-diligence-template'],
    [can('due-diligence-template.write'), 'vendors/due-diligence-template/new'],
    [true, 'due-diligence'],
    [can('vendor.write'), 'vendors/new'],
    [can('vendor.write'), 'vendors/import'],
    [can('vendor.write'), `vendors/${vendor?.id}/edit`],
    ...[
      'sites/new',
      'contacts/new',
      'fourth-parties/new',
      'data-flows/new',
      'ladder',
      'language-access',
      'take-over',
    ].map((part) => [can('vendor-profile.write'), `vendors/${vendor?.id}/${part}`] as const),
    [true, 'contracts'],
    [true, `contracts/${contract?.id}`],
    [true, `contracts/${contract?.id}/comparison`],
    [true, 'contracts/calendar'],
    [can('waiver.read'), 'contracts/waivers'],
    [can('waiver.read'), 'contracts/clause-policy'],
    [can('contract.write'), `contracts/${contract?.id}/versions/1/finding?key=none`],
    [can('contract.write'), 'contracts/new'],
    [can('contract.write'), `contracts/${contract?.id}/copies`],
    [can('parity.read'), 'parity'],
    [can('parity.read'), 'parity/targets'],
    [can('parity.read'), 'parity/floors'],
    [can('parity.write'), 'parity/targets/new'],
    [can('contract.write'), 'contracts/packs'],
    [can('contract.write'), 'contracts/packs/new'],
    [true, 'metrics'],
    [true, `metrics/${(await first<MetricSummary>('/metrics'))?.id}`],
    [can('metric.write'), 'metrics/new'],
    [true, 'calendars'],
    [true, `calendars/${calendar?.id}`],
    [can('calendar.write'), 'calendars/new'],
    [can('calendar.write'), `calendars/${calendar?.id}/versions/new`],
    [true, 'kpi-files'],
    [true, `kpi-files/${(await first<KpiFileSummary>('/kpi-files?state=done'))?.id}`],
    [true, `kpi-files/${(await first<KpiFileSummary>('/kpi-files?state=done'))?.id}/receipt`],
    [can('kpi-file.upload'), `kpi-files/upload?vendorId=${vendor?.id}`],
    [true, 'reporting'],
    [true, `results?${oneVendorsMonth}`],
    [true, `results/${breached?.id}`],
    [true, `results?${oneVendorsMonth}&explain=${breached?.id}`],
    [true, 'breaches'],
    [true, `breaches/${(await first<BreachSummary>('/breaches'))?.id}`],
    [true, 'exclusions'],
    [can('exclusion.request'), 'exclusions/new'],
    [true, 'scorecards'],
    [true, `scorecards/${scorecard?.id}`],
    ...(can('credit.read') ? await creditPages(api, can('credit.manage')) : []),
    ...(await incidentPages(api, can)),
    ...(can('people.read')
      ? ([
          [true, 'people'],
          [true, `people/${(await first<Member>('/people'))?.id}`],
          [true, 'people/invitations'],
        ] as const)
      : []),
    [can('people.invite'), 'people/invite'],
    [can('api-key.manage'), 'people/api-keys'],
    [can('api-key.manage'), 'people/api-keys/new'],
    [can('sftp-key.manage'), 'people/sftp-keys'],
    [can('sftp-key.manage'), 'people/sftp-keys/new'],
    [true, 'notifications'],
    [true, 'notifications/preferences'],
    [can('delivery.read'), 'notifications/deliveries'],
    [can('webhook.manage'), 'notifications/webhooks'],
    [can('webhook.manage'), 'notifications/webhooks/new'],
    [can('activity-log.read'), 'activity-log'],
    [true, 'no-such-page'],
  ];
  return open.filter(([may]) => may).map(([, path]) => path);
}

async function creditPages(api: Api, mayEnter: boolean): Promise<readonly (readonly [boolean, string])[]> {
  const statements = await api.get<ListPage<CreditStatementSummary>>('/credit-statements?limit=1');
  const schemes = await api.get<ListPage<CreditSchemeSummary>>('/credit-schemes?limit=1');
  const { id, versionNumber } = schemes.items[0]?.contract ?? {};
  return [
    [true, 'credits'],
    [true, `credits/${statements.items[0]?.id}`],
    [true, 'credits/schemes'],
    [true, `credits/schemes/${id}/${versionNumber}`],
    [mayEnter, `credits/schemes/${id}/${versionNumber}/edit`],
  ];
}

async function incidentPages(
  api: Api,
  can: (permission: string) => boolean,
): Promise<readonly (readonly [boolean, string])[]> {
  const incidents = await api.get<ListPage<IncidentSummary>>('/incidents?limit=1');
  const exercises = can('incident-exercise.read')
    ? await api.get<ListPage<Exercise>>('/incident-exercises?limit=1')
    : { items: [] };
  const [incident, exercise] = [incidents.items[0], exercises.items[0]];
  return [
    [true, 'incidents'],
    [incident !== undefined, `incidents/${incident?.id}`],
    [incident !== undefined, `incidents/${incident?.id}/receipt`],
    [can('incident.report'), 'incidents/report'],
    [can('incident.import'), 'incidents/import'],
    [true, 'incidents/figures'],
    [true, 'incidents/policies'],
    [can('incident-policy.write'), 'incidents/policies/new'],
    [can('incident-exercise.read'), 'incidents/exercises'],
    [exercise !== undefined, `incidents/exercises/${exercise?.id}`],
    [can('incident-exercise.run'), 'incidents/exercises/scenarios/new'],
  ];
}

/** Waits until a page shows what it has: its heading, and nothing that is still being fetched. */
export async function shown(page: Page): Promise<void> {
  await expect(page.locator('h1')).toBeVisible();
  if (new URL(page.url()).searchParams.has('explain'))
    await expect(page.getByRole('dialog').getByRole('link', { name: 'Download JSON' })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
