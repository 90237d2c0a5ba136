import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CreditStatementSummary,
  listCreditSchemeGaps,
  listCreditStatements,
  listHeldTriggers,
} from '@plumbline/credits/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CreditsToday } from './credits-today';

const [example] = (listCreditStatements.example.response as { items: CreditStatementSummary[] }).items;
if (!example) throw new Error('the list has an example');
const id = (index: number) => `019d3a30-0000-7000-8000-0000000001${`${index}`.padStart(2, '0')}`;
const undisputed = { ...example, state: 'shared', openDisputes: 0 } as const;
const some: readonly CreditStatementSummary[] = [
  { ...example, state: 'shared' },
  { ...undisputed, id: id(1), state: 'draft' },
  { ...undisputed, id: id(2) },
];
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('credits on the first page', () => {
  let http: HttpTestingController;
  let states: (string | undefined)[] = [];

  async function open(
    permissions: readonly string[],
    {
      triggers = [],
      statements = some,
      nextCursor = null,
    }: {
      triggers?: readonly object[];
      statements?: readonly CreditStatementSummary[];
      nextCursor?: string | null;
    } = {},
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(CreditsToday);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const asked = http.match(({ url }) => url.startsWith(`${base}/credit-statements`));
    states = asked.map(({ request }) => /state=(\w+)/.exec(request.urlWithParams)?.[1]);
    for (const each of asked) {
      const state = /state=(\w+)/.exec(each.request.urlWithParams)?.[1];
      const found = statements.filter((statement) => statement.state === state);
      each.flush({ items: found.toReversed(), nextCursor: state === 'shared' ? nextCursor : null });
    }
    const gaps = http.match(`${base}/credit-scheme-gaps`);
    expect(gaps).toHaveLength(permissions.includes('credit.manage') ? 1 : 0);
    for (const each of gaps) each.flush(listCreditSchemeGaps.example.response as object);
    http.expectOne(({ url }) => url.startsWith(`${base}/credit-triggers`)).flush({ items: triggers });
    await settle();
    return ((fixture.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('name what each side has to do, and nothing that waits for others', async () => {
    const manager = await open(['credit.read', 'credit.manage', 'credit.approve']);
    expect(manager).toContain('share with the vendor');
    expect(manager).toContain('decide the dispute');
    expect(manager).toContain('MSA-2026-014 · approve');
    expect(manager).toContain('enter the credit scheme of version 2');
    TestBed.resetTestingModule();
    const partner = await open(['credit.read', 'credit.dispute']);
    expect(partner).toContain('look at it, dispute what is wrong');
    expect(partner).not.toContain('approve');
    TestBed.resetTestingModule();
    expect(await open(['credit.read'])).toContain('No credit statement waits');
  });

  it('say how many more wait, or at least how many', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({ ...undisputed, id: id(index) }));
    expect(await open(['credit.read', 'credit.approve'], { statements: many })).toContain('3 more wait');
    TestBed.resetTestingModule();
    const most = await open(['credit.read', 'credit.approve'], { statements: many, nextCursor: 'next' });
    expect(most).toContain('3+ more wait');
    TestBed.resetTestingModule();
    expect(await open(['credit.read', 'credit.approve'])).not.toContain('more wait');
  });

  it('ask for what can wait for this person, and for no more', async () => {
    await open(['credit.read', 'credit.manage']);
    expect(states).toEqual(['draft', 'shared']);
    TestBed.resetTestingModule();
    await open(['credit.read', 'credit.dispute']);
    expect(states).toEqual(['shared']);
    TestBed.resetTestingModule();
    await open(['credit.read']);
    expect(states).toEqual([]);
  });

  it('say which repeat rules hold', async () => {
    const { items } = listHeldTriggers.example.response as { items: object[] };
    expect(await open(['credit.read'], { triggers: items })).toContain(
      'Chronic failure · Calls answered within 20 s',
    );
  });
});
