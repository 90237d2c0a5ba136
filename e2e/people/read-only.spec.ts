import type { ScorecardSummary } from '@plumbline/scorecards/schema';
import type { BreachSummary } from '@plumbline/slas/schema';
import { account } from '../support/accounts';
import { Api } from '../support/api';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

/** What nobody finds on a page who changes nothing there. */
const acts = /^(Send a KPI file|Upload|Add|Invite|New|Publish|Build|Load the file|Change|Make|Save)\b/;
const nobody = '01890000-0000-7000-8000-00000000dead';

/** Decisions by which a role acts although it writes nothing itself: of nothing here, so that only the right to them is asked. */
const decisions = {
  'decides about waivers': [`/waivers/${nobody}/decision`, { decision: 'approve', note: null }],
  'reviews due diligence': [
    `/due-diligence-items/${nobody}/decision`,
    { outcome: 'accepted', remark: 'Read.' },
  ],
  'approves credit statements': [`/credit-statements/${nobody}/approvals`, undefined],
  'decides about exclusions': [`/exclusions/${nobody}/decision`, { decision: 'approved' }],
} as const;

const roles: readonly { role: string; may: readonly (keyof typeof decisions)[] }[] = [
  { role: 'compliance_auditor', may: [] },
  { role: 'security', may: ['decides about waivers', 'reviews due diligence'] },
  { role: 'executive', may: ['approves credit statements', 'decides about exclusions'] },
];

for (const { role, may } of roles) {
  const beside = may.length === 0 ? 'and changes nothing' : `${may.join(', ')}, and changes nothing else`;
  test(`${role} reads, ${beside}, by page or by API`, async ({ open }) => {
    const page = await open(account('northfield', role));
    const api = await Api.of(page, 'northfield');
    const [scorecard] = await api.all<ScorecardSummary>('/scorecards');
    const [breach] = await api.all<BreachSummary>('/breaches');
    const vendorId = scorecard?.vendor.id ?? '';
    const pages = [
      ...['vendors', 'contracts', 'metrics', 'calendars', 'kpi-files', 'scorecards'],
      `vendors/${vendorId}`,
      `scorecards/${scorecard?.id}`,
      `breaches/${breach?.id}`,
    ];
    for (const path of pages) {
      await page.goto(`/t/northfield/${path}`);
      await shown(page);
      const main = page.getByRole('main');
      await expect(main.getByRole('button', { name: acts }), path).toHaveCount(0);
      await expect(main.getByRole('link', { name: acts }), path).toHaveCount(0);
      await expect(main.locator('textarea'), `nothing to say on ${path}`).toHaveCount(0);
    }

    const refused: [method: 'POST' | 'PATCH', path: string, body?: object][] = [
      ['POST', '/vendors', { code: 'NEW', name: 'New', timezone: 'America/Chicago', criticality: 'low' }],
      ['PATCH', `/vendors/${vendorId}`, { name: 'Renamed' }],
      ['POST', '/calendars', { name: 'New', timezone: 'America/Chicago', hours: {} }],
      ['POST', '/scorecards', { vendorId, period: '2026-01' }],
      ['POST', `/scorecards/${scorecard?.id}/publication`],
      ['POST', `/scorecards/${scorecard?.id}/comments`, { text: 'A word' }],
      ['POST', `/breaches/${breach?.id}/comments`, { text: 'A word' }],
      ['POST', '/invitations', { email: 'x@example.com', role: 'executive' }],
    ];
    for (const [method, path, body] of refused)
      expect(await api.statusOf(method, path, body), `${method} ${path}`).toBe(403);
    for (const [decision, [path, body]] of Object.entries(decisions)) {
      const right = (may as readonly string[]).includes(decision);
      expect(await api.statusOf('POST', path, body), `${role} ${decision}`).toBe(right ? 404 : 403);
    }
  });
}
