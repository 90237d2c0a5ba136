import 'reflect-metadata';
import { TenantProvisioning } from '@plumbline/platform/identity';
import { FixedClock, insurerRoles, type Tenant } from '@plumbline/platform/tenancy';
import { existsSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createApi } from '../../apps/api/src/create-api';
import { createWorker } from '../../apps/worker/src/create-worker';
import { type DemoAccount, demoAccount, makeAccount } from './accounts';
import { DemoPerson } from './demo-person';
import { FORMER_MONTHS, formerVendor, givesNotice, leaves } from './farewell';
import { incidentAt, playIncidents } from './incidents';
import { type Play, playMonth } from './months';
import { enterProfile } from './profiles';
import { DemoTenantRun } from './tenant-run';
import { trialAgent, trialTenant } from './trial';
import { cameIn, comesIn, newcomer, takeIn } from './onboarding';
import { demoTenants, demoVendors, MONTHS } from './vendors';

/**
 * Makes the demo: two insurers and five vendors live through fourteen months, on the product itself, under a clock that is
 * moved from day to day. Everything after the accounts goes through the public API and the real jobs.
 */
const accountsFile = process.env['PLUMBLINE_DEMO_ACCOUNTS'];
if (!accountsFile) throw new Error('PLUMBLINE_DEMO_ACCOUNTS names no file for the accounts: run `npm start`');

if (existsSync(accountsFile)) {
  process.stdout.write('there already\n');
} else {
  const lines = await makeDemo();
  writeFileSync(accountsFile, `${JSON.stringify(lines, null, 2)}\n`, { mode: 0o600 });
  process.stdout.write(`${demoTenants.length} insurers, ${demoVendors.length} vendors, ${MONTHS} months\n`);
}
process.exit(0);

async function makeDemo(): Promise<DemoAccount[]> {
  const today = Temporal.Now.plainDateISO('UTC');
  const last = today.toPlainYearMonth().subtract({ months: 1 });
  const first = last.subtract({ months: MONTHS - 1 });
  const clock = new FixedClock(Temporal.Instant.from(`${first.toPlainDate({ day: 1 })}T14:00:00Z`));
  const api = await createApi(clock);
  await api.listen(0, '127.0.0.1');
  const baseUrl = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}`;
  const worker = await createWorker(clock);
  const accounts: DemoAccount[] = [];
  const plays: Play[] = [];
  const atTheEnd: (() => Promise<void>)[] = [];
  /** What happens once a month has been played, counted from 0. */
  const afterMonth = new Map<number, () => Promise<void>>();
  const atLast: (() => Promise<void>)[] = [];

  for (const wanted of demoTenants) {
    const { run, join, team } = await openTenant(wanted);
    await run.enterCalendar([first.year, first.year + 1, first.year + 2]);
    const vendors = demoVendors.filter((vendor) =>
      (wanted.vendors as readonly string[]).includes(vendor.code),
    );
    for (const vendor of vendors) {
      const prospect = cameIn(wanted.slug, vendor);
      const from = `${first.toPlainDate({ day: 1 })}`;
      const id = await run.enter(vendor, from, prospect ? 'prospect' : 'active');
      const { partner, administrator } = await join(vendor, id);
      if (wanted === demoTenants[0] && vendor.code === incidentAt) {
        // sessions of earlier days have ended by then: nothing of others comes after it
        atLast.push(async () => {
          const now = Temporal.Now.instant().round('minute').subtract({ minutes: 1 });
          clock.set(now.toString());
          await playIncidents({ security: team.security, partner }, id, now);
          await run.sweep();
        });
      }
      if (prospect) await comesIn({ ...team, partner }, id);
      // the second insurer has yet to be told: its vendor can take over what it entered for the first
      if (wanted === demoTenants[0]) await enterProfile(administrator, team.manager, vendor, id, from);
    }
    if (wanted === demoTenants[0]) {
      const from = `${first.toPlainDate({ day: 1 })}`;
      const until = `${first.add({ months: FORMER_MONTHS }).toPlainDate({ day: 1 })}`;
      const id = await run.enter(formerVendor, from, 'prospect', until);
      // nobody signs in for it any more when the visitor comes
      const { partner } = await join(formerVendor, id, false);
      const all = { ...team, partner };
      await comesIn(all, id);
      const lastDay = Temporal.PlainDate.from(until).subtract({ days: 1 }).toString();
      afterMonth.set(FORMER_MONTHS - 2, () => givesNotice(all, id, lastDay));
      afterMonth.set(FORMER_MONTHS - 1, async () => {
        await leaves(all, id);
        run.leave(formerVendor.code);
      });
      plays.push({ run, vendors: [...vendors, formerVendor], until: { [formerVendor.code]: FORMER_MONTHS } });
    } else plays.push({ run, vendors });
    if (wanted.slug === newcomer.tenant) {
      atTheEnd.push(async () => {
        const id = await run.enterVendor(newcomer, 'prospect');
        const { partner } = await join(newcomer, id);
        await takeIn({ ...team, partner }, id);
      });
    }
  }
  if (process.env['PLUMBLINE_DEMO_TRIAL']) {
    const { run, join } = await openTenant(trialTenant);
    await join(trialAgent, await run.enterVendor(trialAgent));
  }

  for (let month = 0; month < MONTHS; month += 1) {
    await playMonth(plays, first.add({ months: month }), month);
    await afterMonth.get(month)?.();
  }
  for (const play of [...atTheEnd, ...atLast]) await play();
  await Promise.all([worker.close(), api.close()]);
  return accounts;

  /** A tenant with a person for each role of the insurer's side, and a way to join vendors' people to it. */
  async function openTenant(wanted: WantedTenant) {
    const tenant = await makeTenant(wanted);
    const people = new Map<string, string>();
    for (const role of insurerRoles) {
      const account = demoAccount(tenant.slug, role);
      people.set(role, await makeAccount(api, tenant, account, `${title(role)} of ${wanted.name}`, null));
      accounts.push(account);
    }
    const person = (role: string) => new DemoPerson(api, baseUrl, tenant.slug, people.get(role) as string);
    const [manager, administrator] = [person('vendor_manager'), person('administrator')];
    const security = person('security');
    await manager.signIn();
    // one insurer has prices for missed SLAs, and a second person to approve them
    const second = wanted.slug === demoTenants[0].slug ? people.get('executive') : undefined;
    const approver = second ? new DemoPerson(api, baseUrl, tenant.slug, second) : null;
    await approver?.signIn();
    const run = new DemoTenantRun(clock, worker, tenant, manager, new Map(), approver);
    const join = async (vendor: { code: string; name: string }, vendorId: string, isListed = true) => {
      const joined = new Map<string, DemoPerson>();
      for (const role of ['vendor_administrator', 'vendor_contributor'] as const) {
        const account = demoAccount(tenant.slug, role, vendor.code);
        const name = `${title(role)} of ${vendor.name}`;
        const personId = await makeAccount(api, tenant, account, name, vendorId);
        if (isListed) accounts.push(account);
        joined.set(role, new DemoPerson(api, baseUrl, tenant.slug, personId));
      }
      const partner = joined.get('vendor_contributor') as DemoPerson;
      const vendorAdministrator = joined.get('vendor_administrator') as DemoPerson;
      await vendorAdministrator.signIn();
      run.join(vendor.code, partner);
      return { partner, administrator: vendorAdministrator };
    };
    return { run, join, team: { manager, administrator, security } };
  }

  async function makeTenant(wanted: WantedTenant): Promise<Tenant> {
    const administrator = demoAccount(wanted.slug, 'administrator');
    const { tenant } = await api.get(TenantProvisioning, { strict: false }).create({
      slug: wanted.slug,
      name: wanted.name,
      timezone: wanted.timezone,
      colour: wanted.colour,
      administrator: { email: administrator.email, name: `Administrator of ${wanted.name}` },
    });
    return tenant;
  }
}

interface WantedTenant {
  readonly slug: string;
  readonly name: string;
  readonly timezone: string;
  readonly colour: string;
}

function title(role: string): string {
  const words = role.replace('vendor_', 'vendor ').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
