import { Injectable } from '@nestjs/common';
import type { Language } from '@plumbline/api/schema';
import { Door } from '@plumbline/platform/database';
import { NotAllowedError } from '@plumbline/platform/errors';
import {
  demandSecondFactor,
  enterTenant,
  type FirstFactorGiven,
  type MembershipOfPerson,
  type Place,
  RequestForgery,
  Sessions,
  SignIn,
  type SignedIn,
  type StepTaken,
} from '@plumbline/platform/identity';
import { permissionsOfRole, sideOfRole } from '@plumbline/platform/tenancy';
import type { Session } from '@plumbline/people/schema';
import { toDataURL } from 'qrcode';

/** The session of the browser at hand, as its pages see it. */
@Injectable()
export class SessionService {
  constructor(
    private readonly door: Door,
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly forgery: RequestForgery,
  ) {}

  async view(token: string | undefined): Promise<Session> {
    const signedIn = await this.demand(token);
    const { id, name, email, locale } = signedIn.person;
    const names = await this.vendorNames(signedIn);
    return {
      person: { id, name, email, locale },
      memberships: tenantsOf(signedIn.memberships).map((here) => membershipIn(here, names)),
      mfa: signedIn.mfa,
      csrfToken: this.forgery.tokenFor(signedIn.token),
    };
  }

  begin(given: FirstFactorGiven, place: Place, previousToken: string | undefined): Promise<StepTaken> {
    return this.signIn.begin(given.personId, place, previousToken);
  }

  async code(token: string | undefined, code: string, place: Place): Promise<StepTaken> {
    return this.signIn.code(await this.demand(token), code, place);
  }

  async enrol(token: string | undefined) {
    const { secret, otpauthUri } = await this.signIn.enrol(await this.demand(token));
    return { secret, otpauthUri, qrCode: await toDataURL(otpauthUri, { margin: 1, width: 240 }) };
  }

  async confirmEnrolment(token: string | undefined, code: string, place: Place): Promise<StepTaken> {
    return this.signIn.confirmEnrolment(await this.demand(token), code, place);
  }

  async signOut(token: string | undefined): Promise<void> {
    await this.signIn.signOut(await this.demand(token));
  }

  /** Null: none, so that the browser's is shown. */
  async chooseLanguage(token: string | undefined, language: Language | null): Promise<void> {
    const signedIn = await this.demand(token);
    demandSecondFactor(signedIn);
    await this.door.withRole('identity', (client) =>
      client.query('update person set locale = $2 where id = $1', [signedIn.person.id, language ?? '']),
    );
  }

  private async demand(token: string | undefined): Promise<SignedIn> {
    const signedIn = token === undefined ? null : await this.sessions.find(token);
    if (!signedIn)
      throw new NotAllowedError('signed-out', 'You are signed out, or your session has ended.', 401);
    return signedIn;
  }

  private vendorNames({ memberships }: SignedIn): Promise<Map<string, string>> {
    return this.door.withRole('identity', async (client) => {
      const names = new Map<string, string>();
      for (const here of tenantsOf(memberships)) {
        const tenantId = here[0]?.tenant.id as string;
        const ids = vendorIds(here);
        if (ids.length === 0) continue;
        await enterTenant(client, tenantId);
        const { rows } = await client.query<{ id: string; name: string }>(
          'select id, name from vendor where tenant_id = $1 and id = any ($2::uuid[])',
          [tenantId, ids],
        );
        for (const { id, name } of rows) names.set(id, name);
      }
      return names;
    });
  }
}

function tenantsOf(memberships: readonly MembershipOfPerson[]): MembershipOfPerson[][] {
  return [...Map.groupBy(memberships, (membership) => membership.tenant.id).values()];
}

function vendorIds(memberships: readonly MembershipOfPerson[]): string[] {
  return memberships.flatMap(({ vendorId }) => (vendorId === null ? [] : [vendorId]));
}

/** Somebody with two roles for two vendors sees what either allows; the guard decides per vendor (memberships.ts). */
function membershipIn(
  here: readonly MembershipOfPerson[],
  names: ReadonlyMap<string, string>,
): Session['memberships'][number] {
  const { tenant, role } = here.reduce((most, next) =>
    permissionsOfRole[next.role].length > permissionsOfRole[most.role].length ? next : most,
  );
  return {
    tenant: { slug: tenant.slug, name: tenant.name, colour: tenant.colour, timezone: tenant.timezone },
    side: sideOfRole(role),
    role,
    vendors: vendorIds(here).map((id) => ({ id, name: names.get(id) ?? '' })),
    permissions: [...permissionsOfRole[role]],
  };
}
