import { describe, expect, it } from '@jest/globals';
import type { Role } from '../tenancy';
import { actorOf, type MembershipOfPerson } from './memberships';

const person = { id: 'p', name: 'Ana' };
const member = (slug: string, role: Role, vendorId: string | null = null): MembershipOfPerson => ({
  tenant: { id: `id-${slug}`, slug, name: slug, timezone: 'America/Chicago', colour: '#000000' },
  role,
  vendorId,
});

describe('actorOf', () => {
  const memberships = [
    member('north', 'vendor_administrator', 'v1'),
    member('north', 'vendor_contributor', 'v2'),
    member('south', 'vendor_manager'),
  ];

  it('is who the person is in the tenant that the URL names', () => {
    expect(actorOf(person, memberships, 'south', 'scorecard.publish')).toMatchObject({
      tenantId: 'id-south',
      side: 'insurer',
      role: 'vendor_manager',
      vendorScope: '*',
    });
  });

  it('acts for those vendors whose role allows the operation', () => {
    expect(actorOf(person, memberships, 'north', 'kpi-file.read').vendorScope).toEqual(['v1', 'v2']);
    expect(actorOf(person, memberships, 'north', 'people.invite').vendorScope).toEqual(['v1']);
  });

  it('has, over several vendors, the rights common to them', () => {
    const actor = actorOf(person, memberships, 'north', 'kpi-file.read');
    expect([actor.role, actor.permissions.has('people.invite')]).toEqual(['vendor_contributor', false]);
    expect(actorOf(person, memberships, 'north', 'people.invite').permissions.has('people.invite')).toBe(
      true,
    );
  });

  it('is nobody in a tenant that is not the person’s', () => {
    expect(() => actorOf(person, memberships, 'west', null)).toThrow('There is no such tenant here.');
    expect(() => actorOf(person, [], 'north', null)).toThrow('There is no such tenant here.');
  });

  it('has no right that its roles do not give', () => {
    for (const [slug, permission] of [
      ['south', 'people.invite'],
      ['north', 'vendor.write'],
    ] as const) {
      expect(actorOf(person, memberships, slug, permission).permissions.has(permission)).toBe(false);
    }
  });
});
