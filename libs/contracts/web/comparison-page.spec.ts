import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compareContractVersions, viewContract } from '@plumbline/contracts/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ComparisonPage } from './comparison-page';

const contract = viewContract.example.response as {
  readonly id: string;
  readonly versions: readonly object[];
};
const base = `/api/v1/tenants/northstar/contracts/${contract.id}`;
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('two versions side by side', () => {
  let http: HttpTestingController;

  async function open(change: object = {}, asked: object = {}) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.read'] }) });
    const fixture = TestBed.createComponent(ComparisonPage);
    for (const [name, value] of Object.entries({ contractId: contract.id, ...asked }))
      fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    const [first] = contract.versions;
    const versions = [1, 2, 3].map((number) => ({ ...first, number }));
    http.expectOne(base).flush({ ...contract, versions });
    await asking();
    const sent = http.expectOne(({ url }) => url === `${base}/comparison`);
    sent.flush({ ...(compareContractVersions.example.response as object), ...change });
    await settle();
    return { element: fixture.nativeElement as HTMLElement, query: sent.request.params.toString() };
  }
  const rows = (element: HTMLElement) =>
    [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()).join(' | '),
    );

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows old and new in the reader’s words, and what binds more or less', async () => {
    const { element } = await open();
    expect(rows(element)).toEqual([
      'In force from | 1 Jan 2026 | 1 Jul 2026 | ',
      'Notice within | 24 hours | 72 hours | Weaker',
      'Target | ≥ 80% | ≥ 85% | Stricter',
    ]);
    expect(element.textContent).toContain('4 stay as they were.');
  });

  it('compares the last two versions unless the address says which', async () => {
    expect((await open()).query).toBe('before=2&after=3');
    TestBed.resetTestingModule();
    expect((await open({}, { before: '1', after: '3' })).query).toBe('before=1&after=3');
  });

  it('says so where nothing differs', async () => {
    const { element } = await open({ terms: [], clauses: [], slas: [] });
    expect(element.textContent).toContain('Nothing differs here.');
    expect(element.querySelectorAll('table')).toHaveLength(0);
  });
});
