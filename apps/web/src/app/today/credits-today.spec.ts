import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CreditStatementSummary,
  listCreditStatements,
  listHeldTriggers,
} from '@plumbline/credits/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CreditsToday } from './credits-today';

const [shared] = (listCreditStatements.example.response as { items: CreditStatementSummary[] }).items;
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('credits on the first page', () => {
  let http: HttpTestingController;

  async function open(permissions: readonly string[], triggers: readonly object[] = []) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent(CreditsToday);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http
      .expectOne(({ url }) => url.startsWith(`${base}/credit-statements`))
      .flush({
        items: [
          shared,
          { ...shared, id: '019d3a30-0000-7000-8000-0000000000f1', state: 'draft', openDisputes: 0 },
          { ...shared, id: '019d3a30-0000-7000-8000-0000000000f2', openDisputes: 0 },
        ],
        nextCursor: null,
      });
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
    TestBed.resetTestingModule();
    const partner = await open(['credit.read', 'credit.dispute']);
    expect(partner).toContain('look at it, dispute what is wrong');
    expect(partner).not.toContain('approve');
    TestBed.resetTestingModule();
    expect(await open(['credit.read'])).toContain('No credit statement waits');
  });

  it('say which repeat rules hold', async () => {
    const { items } = listHeldTriggers.example.response as { items: object[] };
    expect(await open(['credit.read'], items)).toContain('Chronic failure · Calls answered within 20 s');
  });
});
