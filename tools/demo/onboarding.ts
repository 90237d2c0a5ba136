import type { DueDiligence, DueDiligenceItem, Vendor, VendorStep } from '@plumbline/vendors/schema';
import type { DemoPerson } from './demo-person';
import type { DemoVendor } from './vendors';

/** Who takes a vendor in: two people of the insurer and one of the vendor. */
export interface Team {
  readonly manager: DemoPerson;
  readonly administrator: DemoPerson;
  readonly partner: DemoPerson;
}

/** Pinecrest came as a prospect and went through every gate; the others were entered as they worked already. */
export function cameIn(tenant: string, { code }: Pick<DemoVendor, 'code'>): boolean {
  return tenant === 'northfield' && code === 'PINECREST';
}

/** A vendor that is being taken in when the visitor comes, with items in every standing. */
export const newcomer = {
  tenant: 'northfield',
  code: 'MERIDIAN',
  name: 'Meridian Language Line (demo)',
  services: ['voice'],
  timezone: 'America/Chicago',
} as const;

/** From prospect to active, unless an earlier, interrupted run went part of the way. */
export async function comesIn(team: Team, vendorId: string): Promise<void> {
  await signIn(team);
  if ((await stateOf(team, vendorId)) === 'prospect')
    await step(team, vendorId, 'onboarding', 'Prior authorization calls need a second partner');
  const { items } = await team.manager.get<DueDiligence>(`/vendors/${vendorId}/due-diligence`);
  for (const item of items) {
    if (item.gate === 'activation' && item.standing === 'open')
      await accept(team, item, await submit(team, item));
  }
  if ((await stateOf(team, vendorId)) === 'onboarding')
    await step(team, vendorId, 'active', 'Due diligence is complete, the contract is in force');
}

/** Into onboarding, with one item accepted, one rejected and one waiting to be looked at. */
export async function takeIn(team: Team, vendorId: string): Promise<void> {
  await signIn(team);
  if ((await stateOf(team, vendorId)) !== 'prospect') return;
  await step(team, vendorId, 'onboarding', 'Interpreters for the languages our own lines do not serve');
  const { items } = await team.manager.get<DueDiligence>(`/vendors/${vendorId}/due-diligence`);
  const item = (code: string): DueDiligenceItem => {
    const found = items.find((each) => each.code === code);
    if (!found) throw new Error(`the template asks for no ${code}`);
    return found;
  };
  await accept(team, item('baa_signed'), await submit(team, item('baa_signed')));
  const insurance = await submit(team, item('insurance'));
  await team.manager.post(
    `/due-diligence-items/${insurance.id}/decision`,
    { outcome: 'rejected', reason: 'The cyber cover ends before the contract begins' },
    insurance.version,
  );
  await submit(team, item('background_checks'));
}

export async function signIn(team: Team): Promise<void> {
  await Promise.all([team.manager, team.administrator, team.partner].map((person) => person.signIn()));
}

async function stateOf({ manager }: Team, vendorId: string): Promise<Vendor['state']> {
  return (await manager.get<Vendor>(`/vendors/${vendorId}`)).state;
}

/** Asked for by the manager, approved by the administrator. */
export async function step(
  team: Team,
  vendorId: string,
  to: Vendor['state'],
  reason: string,
  endDate?: string,
): Promise<void> {
  const { version } = await team.manager.get<Vendor>(`/vendors/${vendorId}`);
  const asked = await team.manager.post<VendorStep>(
    `/vendors/${vendorId}/transitions`,
    { to, reason, ...(endDate === undefined ? {} : { endDate }) },
    version,
  );
  await team.administrator.post(
    `/vendor-steps/${asked.id}/decision`,
    { outcome: 'approved', reason: 'Looked at the gate' },
    asked.version,
  );
}

function submit(team: Team, { id, title, askedOf, version }: DueDiligenceItem): Promise<DueDiligenceItem> {
  const by = askedOf === 'vendor' ? team.partner : team.manager;
  const note = `${title}: in the shared folder, signed and dated.`;
  return by.post(`/due-diligence-items/${id}/submissions`, { kind: 'evidence', note }, version);
}

export async function accept(
  team: Team,
  { id }: DueDiligenceItem,
  { version }: DueDiligenceItem,
): Promise<void> {
  await team.administrator.post(`/due-diligence-items/${id}/decision`, { outcome: 'accepted' }, version);
}
