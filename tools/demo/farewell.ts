import type { DueDiligence, DueDiligenceItem, Vendor } from '@plumbline/vendors/schema';
import { accept, signIn, step, type Team } from './onboarding';
import type { DemoVendor } from './vendors';

/** Months it reports: from the demo's first on, one after the other. */
export const FORMER_MONTHS = 4;

/** A vendor whose whole story lies in the past: prospect, taken in, active for four months, offboarded, ended. */
export const formerVendor: DemoVendor = {
  code: 'HARBORLINE',
  name: 'Harborline Voice (demo)',
  channel: 'voice',
  services: ['voice'],
  timezone: 'America/New_York',
  fileTimezone: 'America/Chicago',
  reviewsADay: 14,
  queues: [
    {
      queue: 'billing',
      language: 'en',
      lineOfBusiness: 'individual',
      peak: 10,
      inTime: 0.71,
      abandoned: 0.07,
      handleSeconds: 360,
    },
  ],
  quality: [0.96, 0.97, 0.95, 0.92, 0.93],
  slas: [
    {
      metric: 'service_level',
      name: 'Calls within 30 s',
      comparator: '>=',
      target: '0.80',
      queue: 'billing',
      weight: '40',
    },
    { metric: 'qa_disclosure', name: 'Disclosures', comparator: '>=', target: '0.95', weight: '30' },
    {
      metric: 'qa_authentication',
      name: 'HIPAA authentication',
      comparator: '>=',
      target: '0.95',
      weight: '30',
    },
  ],
};

/** Notice is given while its last month runs: it works until the end of that month. */
export async function givesNotice(team: Team, vendorId: string, endDate: string): Promise<void> {
  await signIn(team);
  if ((await team.manager.get<Vendor>(`/vendors/${vendorId}`)).state !== 'active') return;
  const reason = 'Four months below the service level of billing calls: notice under clause 4.1';
  await step(team, vendorId, 'offboarding', reason, endDate);
}

/** What is left to be said when the last day is over, item by item: by the vendor where it is asked of the vendor. */
const lastWords: Readonly<Record<string, string>> = {
  phi_returned:
    'Recordings and call notes were destroyed to NIST SP 800-88 (purge); nothing was kept. The certificate is attached.',
  access_ended:
    'All accounts, VPN profiles and telephony queues were closed on the last day; list in ticket 5208.',
  surviving_obligations:
    'Confidentiality for six years, records for ten (42 CFR 422.504(d)), audit until both have ended, indemnity for claims of the term.',
};

/** PHI certified as destroyed, access ended, surviving obligations listed; another person accepts each, and it has ended. */
export async function leaves(team: Team, vendorId: string): Promise<void> {
  await signIn(team);
  if ((await team.manager.get<Vendor>(`/vendors/${vendorId}`)).state !== 'offboarding') return;
  const { items } = await team.manager.get<DueDiligence>(`/vendors/${vendorId}/due-diligence`);
  for (const item of items.filter(({ gate, standing }) => gate === 'ending' && standing === 'open'))
    await accept(team, item, await sayGoodbye(team, vendorId, item));
  await step(team, vendorId, 'ended', 'The last day is over, and nothing of ours is left there');
}

async function sayGoodbye(
  { manager, partner }: Team,
  vendorId: string,
  { id, code, askedOf, version }: DueDiligenceItem,
): Promise<DueDiligenceItem> {
  const by = askedOf === 'vendor' ? partner : manager;
  const documents =
    code === 'phi_returned'
      ? [
          await by.upload<{ id: string }>(
            `/documents?vendorId=${vendorId}`,
            CERTIFICATE,
            certificate,
            'text/plain',
          ),
        ]
      : [];
  const note = lastWords[code] ?? 'Done, and looked at by both sides.';
  const body = { kind: 'evidence', note, documents: documents.map((document) => document.id) };
  return by.post(`/due-diligence-items/${id}/submissions`, body, version);
}

const CERTIFICATE = 'certificate-of-destruction.txt';
const certificate = `Certificate of destruction of protected health information (45 CFR 164.504(e)(2)(ii)(J))

Harborline Voice destroyed every copy of the Plan's protected health information that it held or that was held for it:
recordings, transcripts and call notes. Method: NIST SP 800-88 Rev. 1, purge. No copy was kept.

Signed for Harborline Voice by its privacy officer.
`;
