import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { commentBreach, listBreaches, viewBreach } from '@plumbline/slas/schema';
import { DataTableHarness, FieldHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { BreachPage } from './breach-page';
import { BreachesPage } from './breaches-page';

const breach = viewBreach.example.response as { id: string };
const own = [{ id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f', name: 'Northwind' }];
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('the page of a breach', () => {
  beforeEach(() => void TestBed.resetTestingModule());

  async function open(permissions: string[], shown: object = breach) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(BreachPage);
    fixture.componentRef.setInput('breachId', breach.id);
    fixture.detectChanges();
    await asking();
    http.expectOne(({ url }) => url.endsWith(`/breaches/${breach.id}`)).flush(shown);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const words = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
    return { http, element, words, loader: TestbedHarnessEnvironment.loader(fixture) };
  }

  it('names contract and target, what opened and closed it, and what both sides say', async () => {
    const { words, element } = await open(['breach.read']);
    expect(words()).toContain('Missed target');
    expect(words()).toContain('MSA-2026-01, version 1');
    expect(words()).toContain('Breach opened: 73.3% (revision 1, KPI file march.csv).');
    expect(words()).toContain('Ana Reyes, vendor');
    expect(element.querySelector('form')).toBeNull();
  });

  it('of a clock names the incident, its deadline, and that nothing was given yet', async () => {
    const incident = { id: breach.id, reference: 'NORTHWIND-2026-0007', title: 'Laptop left in a taxi' };
    const { words } = await open(['breach.read'], {
      ...{ ...breach, kind: 'clock', sla: null, result: null, openedBy: null, closedBy: null },
      ...{ closedAt: null, closingReason: null },
      clock: {
        ...{ id: breach.id, policy: 'Notice to the insurer', policyEs: 'Aviso', metAt: null, incident },
        deadlineAt: '2026-03-03T07:10:00Z',
      },
    });
    expect(words()).toContain('Notice to the insurer · NORTHWIND-2026-0007');
    expect(words()).toContain('Deadline missed');
    expect(words()).toContain('Laptop left in a taxi');
    expect(words()).toContain('Not yet');
  });

  it('adds a comment by whoever may, and shows it', async () => {
    const { http, words, loader, element } = await open(['breach.read', 'breach.comment']);
    await (await loader.getHarness(FieldHarness)).type('Seen.');
    element.querySelector<HTMLButtonElement>('form button')?.click();
    await asking();
    const request = http.expectOne(({ method }) => method === 'POST');
    expect(request.request.body).toEqual({ text: 'Seen.' });
    expect(request.request.headers.get('Idempotency-Key')).not.toBeNull();
    request.flush(
      { ...(commentBreach.example.response as object), text: 'Seen.' },
      { status: 201, statusText: 'Created' },
    );
    await settle();
    expect(words()).toContain('Seen.');
  });

  it('sends no empty comment', async () => {
    const { http, element, words } = await open(['breach.read', 'breach.comment']);
    element.querySelector<HTMLButtonElement>('form button')?.click();
    await settle();
    http.expectNone(({ method }) => method === 'POST');
    expect(words()).toContain('say something here');
  });
});

describe('the breaches page', () => {
  it('lists open and closed ones as the address asks', async () => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({
      providers: provideTenantForTests({ permissions: ['breach.read'], vendors: own }),
    });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(BreachesPage);
    fixture.componentRef.setInput('open', 'false');
    fixture.detectChanges();
    await asking();
    const request = http.expectOne(({ url }) => url.endsWith('/breaches'));
    expect(request.request.params.get('open')).toBe('false');
    request.flush(listBreaches.example.response as object);
    await settle();
    const table = await TestbedHarnessEnvironment.loader(fixture).getHarness(DataTableHarness);
    expect(await table.texts()).toEqual([
      [
        'Calls answered within 20 s',
        'Mar 2026',
        'Northwind Member Care',
        'Closed',
        '86.7%',
        '≥ 80%',
        '1 Apr 2026, 00:00 New York',
      ],
    ]);
  });
});
