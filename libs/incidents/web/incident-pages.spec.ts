import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { Injectable, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  exampleExercise,
  exampleIncident,
  exampleIncidentSummary,
  type Incident,
  listIncidentPolicies,
  listScenarios,
  viewIncidentFigures,
} from '@plumbline/incidents/schema';
import { Reader, ServerTime, TICKER } from '@plumbline/ui';
import { provideTenantForTests, settle, type TenantForTests } from '@plumbline/ui/testing';
import { listVendors } from '@plumbline/vendors/schema';
import { ExercisePage } from './exercises/exercise-page';
import { ExercisesPage } from './exercises/exercises-page';
import { FiguresPage } from './figures-page';
import { IncidentPage } from './incident-page';
import { PoliciesPage } from './policies/policies-page';
import { ReceiptPage } from './receipt-page';
import { RegisterPage } from './register-page';
import { ReportPage } from './report-page';

const security = ['incident.read', 'incident.report', 'incident.manage', 'incident.approve', 'vendor.read'];
const partner: TenantForTests = {
  side: 'vendor',
  role: 'vendor_contributor',
  permissions: ['incident.read', 'incident.report', 'vendor.read'],
  vendors: [{ id: exampleIncident.vendor.id, name: exampleIncident.vendor.name }] as never,
};
const base = '/api/v1/tenants/northstar';
const address = `${base}/incidents/${exampleIncident.id}`;
const plain = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ');
const now = Date.parse(exampleIncident.now);

@Injectable()
class InNewYork extends Reader {
  override readonly timeZone = 'America/New_York';
}

describe('pages of incidents', () => {
  let http: HttpTestingController;

  async function open<Page>(
    page: Type<Page>,
    tenant: TenantForTests,
    inputs: Readonly<Record<string, unknown>> = {},
    locale = 'en',
  ) {
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests(tenant),
        { provide: TICKER, useValue: { now: () => now, every: () => () => undefined } },
        { provide: Reader, useClass: InNewYork },
      ],
    });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(page);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    return { element, fixture };
  }
  const asked = (path: string, method = 'GET'): TestRequest =>
    http.expectOne((request) => request.method === method && request.url === `${base}${path}`);
  const answerAll = (path: string, body: object) => {
    for (const request of http.match((each) => each.url === `${base}${path}`)) request.flush(body);
  };
  const button = (element: Element, text: string) =>
    [...element.querySelectorAll('button')].find((each) => plain(each).trim() === text);
  const field = (element: Element, label: string) =>
    [...element.querySelectorAll('pl-field')]
      .find((each) => each.querySelector('label')?.textContent?.trim().startsWith(label))
      ?.querySelector<HTMLInputElement>('input, select, textarea');
  async function type(element: Element, label: string, value: string) {
    const control = field(element, label);
    if (!control) throw new Error(`there is no field ${label}`);
    control.value = value;
    control.dispatchEvent(new Event(control.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
    control.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  }

  beforeEach(() => {
    TestBed.resetTestingModule();
    sessionStorage.clear();
  });

  describe('the report', () => {
    const [vendor] = (listVendors.example.response as { items: { id: string }[] }).items;
    const vendors = { items: [vendor], nextCursor: null };

    it('is sent by a partner with what was typed and what is known beforehand', async () => {
      const { element } = await open(ReportPage, partner);
      answerAll('/vendors', { items: [], nextCursor: null });
      const navigated = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
      expect(field(element, 'Vendor')).toBeUndefined();
      await type(element, 'What happened', 'Laptop left in a taxi');
      await type(element, 'Service', 'voice');
      element.querySelector<HTMLInputElement>('input[type="radio"][value="yes"]')?.click();
      await settle();
      button(element, 'Report')?.click();
      await settle();
      const request = asked('/incidents', 'POST');
      expect(request.request.body).toEqual({
        what: 'Laptop left in a taxi',
        // to the minute
        discoveredAt: new Date(now).toISOString(),
        service: 'voice',
        phiSuspected: 'yes',
      });
      request.flush(exampleIncident, { status: 201, statusText: 'Created' });
      await settle();
      expect(navigated).toHaveBeenCalledWith(['/t', 'northstar', 'incidents', exampleIncident.id, 'receipt']);
      expect(sessionStorage.length).toBe(0);
    });

    it('asks the insurer’s side whose incident it is and whether the vendor has told; unknown stands until somebody knows', async () => {
      const { element } = await open(ReportPage, { permissions: security, role: 'security' });
      answerAll('/vendors', vendors);
      await settle();
      await type(element, 'What happened', 'Letters to the wrong people');
      button(element, 'Report')?.click();
      await settle();
      expect(http.match(() => true)).toEqual([]);
      expect(plain(element)).toContain('Vendor: Choose');
      await type(element, 'Vendor', vendor?.id ?? '');
      await type(element, 'Service', 'chat');
      element.querySelector<HTMLInputElement>('input[type="radio"][value="not"]')?.click();
      await settle();
      button(element, 'Report')?.click();
      await settle();
      expect(asked('/incidents', 'POST').request.body).toMatchObject({
        vendorId: vendor?.id,
        phiSuspected: 'unknown',
        notifiedAt: null,
      });
    });

    it('keeps what was typed over leaving the page, and shows at its field what the server finds', async () => {
      const first = await open(ReportPage, partner);
      answerAll('/vendors', { items: [], nextCursor: null });
      await type(first.element, 'What happened', 'Half a sen');
      first.fixture.destroy();
      TestBed.resetTestingModule();
      const { element } = await open(ReportPage, partner);
      answerAll('/vendors', { items: [], nextCursor: null });
      expect(field(element, 'What happened')?.value).toBe('Half a sen');
      await type(element, 'Service', 'voice');
      button(element, 'Report')?.click();
      await settle();
      asked('/incidents', 'POST').flush(
        {
          code: 'invalid',
          title: 'The request is not valid',
          detail: '',
          status: 400,
          fields: [{ path: 'discoveredAt', code: 'in-the-future', detail: 'this has not come yet' }],
        },
        { status: 400, statusText: 'Bad Request' },
      );
      await settle();
      expect(plain(element)).toContain('this has not come yet');
    });
  });

  it('the receipt shows clocks by the server’s time, who is told when, and the link', async () => {
    const { element } = await open(
      ReceiptPage,
      { permissions: security },
      { incidentId: exampleIncident.id },
    );
    http.expectOne(address).flush(exampleIncident);
    await settle();
    expect(plain(element)).toContain('NORTHWIND-2026-0007 was reported');
    expect(plain(element)).toContain('due in 21 h 40 min');
    expect(plain(element)).toContain(
      '50 % of the time, Mon 14:10 New Yorkthe insurer’s security, Security desk',
    );
    expect(plain(element)).toContain('If it is missed, Tue 02:10 New York');
    expect(button(element, 'Copy the link')).toBeDefined();
    expect(TestBed.inject(ServerTime).now()).toBe(now);
  });

  describe('the page of an incident', () => {
    const show = async (incident: Incident, tenant: TenantForTests, locale = 'en') => {
      const opened = await open(IncidentPage, tenant, { incidentId: incident.id }, locale);
      http.expectOne(address).flush(incident);
      await settle();
      return opened;
    };

    it('explains each clock: rule, source, start, steps, stages', async () => {
      const { element } = await show(exampleIncident, { permissions: security });
      const clock = element.querySelector('pl-clock');
      expect(clock && plain(clock)).toMatch(
        /Notice to the insurer \(contract\).*due in 21 h 40 min.*MSA-NORTHWIND, clause 9\.2.*24 elapsed hours from “Discovered”.*Owed byVendor/,
      );
      expect(element.querySelectorAll('pl-clock .steps li').length).toBe(
        exampleIncident.clocks[0]?.trace.length,
      );
      expect(clock && plain(clock)).toContain('75 % · 1 Mar 2026, 20:10 New York'.replace('1 Mar', '2 Mar'));
    });

    it('is acknowledged by security at the version that was read', async () => {
      const { element } = await show(exampleIncident, { permissions: security });
      button(element, 'Acknowledge')?.click();
      await settle();
      const request = asked(`/incidents/${exampleIncident.id}/acknowledgement`, 'POST');
      expect(request.request.headers.get('If-Match')).toBe('"1"');
      request.flush({
        ...exampleIncident,
        state: 'acknowledged',
        acknowledgedAt: '2026-03-02T09:45:00Z',
        acknowledgedBy: 'Ana Reyes',
        secondsToAcknowledge: 900,
        version: 2,
      });
      await settle();
      expect(button(element, 'Acknowledge')).toBeUndefined();
      expect(plain(element)).toContain('Ana Reyes (after 15 min)');
    });

    it('offers a partner neither acknowledgement, links, hand-over nor closure', async () => {
      const { element } = await show(exampleIncident, partner);
      for (const text of ['Acknowledge', 'Hand over', 'Close']) expect(button(element, text)).toBeUndefined();
      expect(element.querySelector('pl-incident-links')).toBeNull();
      expect(plain(element)).not.toContain('Triage');
      expect(element.querySelector('pl-give-notice')).not.toBeNull();
    });

    it('keeps a note on the own side unless said, and marks which is which', async () => {
      const note = {
        id: '019b2f90-2003-7abc-8def-0123456789ab',
        by: 'Ana Reyes',
        side: 'insurer',
        recordedAt: '2026-03-02T09:25:00Z',
        text: 'Legal was informed.',
        shared: false,
      } as const;
      const { element } = await show({ ...exampleIncident, notes: [note] }, { permissions: security });
      expect(plain(element)).toContain('Only your side reads this');
      await type(element.querySelector('pl-incident-notes') as Element, 'Note', 'Called the vendor.');
      button(element, 'Note for our side')?.click();
      await settle();
      expect(asked(`/incidents/${exampleIncident.id}/notes`, 'POST').request.body).toEqual({
        text: 'Called the vendor.',
        shared: false,
      });
    });

    it('closes nothing as resolved without a cause', async () => {
      const { element } = await show(exampleIncident, { permissions: security });
      const closure = element.querySelector('pl-incident-closure') as Element;
      await type(closure, 'Summary', 'Wiped remotely.');
      button(closure, 'Close')?.click();
      await settle();
      expect(http.match(({ method }) => method === 'POST')).toEqual([]);
      expect(plain(closure)).toContain('Tick at least one action, actor and asset.');
      for (const name of ['Error (loss, misdelivery)', 'Internal', 'User device']) {
        const label = [...closure.querySelectorAll('label')].find((each) => plain(each).trim() === name);
        label?.querySelector('input')?.click();
      }
      await settle();
      button(closure, 'Close')?.click();
      await settle();
      expect(asked(`/incidents/${exampleIncident.id}/closure`, 'POST').request.body).toEqual({
        outcome: 'resolved',
        summary: 'Wiped remotely.',
        cause: { actions: ['error'], actors: ['internal'], assets: ['user_device'], attributes: [] },
      });
    });

    it('marks a drill, in Spanish too', async () => {
      const { element } = await show({ ...exampleIncident, isDrill: true }, { permissions: security }, 'es');
      expect(plain(element)).toContain('Esto es un simulacro.');
      expect(plain(element)).toContain('vence en 21 h 40 min');
    });

    it('shows what is there now when somebody was faster', async () => {
      const { element } = await show(exampleIncident, { permissions: security });
      button(element, 'Acknowledge')?.click();
      await settle();
      asked(`/incidents/${exampleIncident.id}/acknowledgement`, 'POST').flush(
        { code: 'already-acknowledged', title: 'In conflict', detail: 'Somebody has.', status: 409 },
        { status: 409, statusText: 'Conflict' },
      );
      await settle();
      http.expectOne(address).flush({ ...exampleIncident, state: 'acknowledged', version: 2 });
      await settle();
      expect(plain(element)).toContain('Somebody has.');
      expect(button(element, 'Acknowledge')).toBeUndefined();
    });
  });

  it('the register is narrowed by its address, which exports and saved views follow', async () => {
    const { element } = await open(
      RegisterPage,
      { permissions: [...security, 'contract.read'] },
      { late: 'true', severity: 'no such', columns: 'reference,vendor' },
    );
    answerAll('/vendors', { items: [], nextCursor: null });
    answerAll('/incident-views', {
      items: [
        {
          id: '019b2f90-5001-7abc-8def-0123456789ab',
          name: 'Open',
          filters: { open: 'true', drills: 'false' },
          columns: ['reference'],
          createdAt: '2026-03-02T10:00:00Z',
        },
      ],
    });
    const list = asked('/incidents');
    expect(list.request.params.get('late')).toBe('true');
    expect(list.request.params.has('severity')).toBe(false);
    list.flush({ items: [{ ...exampleIncidentSummary, lateClocks: 1 }], nextCursor: null });
    await settle();
    expect([...element.querySelectorAll('thead th')].map((each) => plain(each).trim())).toEqual([
      'Reference',
      'Vendor',
    ]);
    const links = [...element.querySelectorAll<HTMLAnchorElement>('a[download]')].map((each) =>
      each.getAttribute('href'),
    );
    expect(links).toContain(`${base}/incident-register?late=true&drills=false&format=veris`);
    expect(element.querySelector('a[href$="/contracts/calendar"]')?.textContent).toContain(
      'In your calendar',
    );
    const navigated = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const views = [...element.querySelectorAll('select')].at(-1) as HTMLSelectElement;
    views.value = '019b2f90-5001-7abc-8def-0123456789ab';
    views.dispatchEvent(new Event('change'));
    expect(navigated.mock.calls[0]?.[1]?.queryParams).toMatchObject({
      open: 'true',
      late: null,
      columns: 'reference',
    });
  });

  it('a year in figures says of how many it speaks', async () => {
    const { element } = await open(FiguresPage, { permissions: security }, { year: '2026' });
    asked('/incident-figures').flush(viewIncidentFigures.example.response as object);
    await settle();
    const cells = [...element.querySelectorAll('tbody tr > *')].map((each) => plain(each).trim());
    expect(cells.join(' ')).toBe('Northwind Member Care 3 3 6 h 26 h 1 1 0 1 0 0 1 of 3 (33.3%)');
  });

  it('a policy says its rule, source and switch, and is switched from a day on with a reason', async () => {
    const { element } = await open(PoliciesPage, {
      permissions: ['incident.read', 'incident-policy.write'],
    });
    asked('/incident-policies').flush(listIncidentPolicies.example.response as object);
    await settle();
    expect(plain(element)).toContain('24 elapsed hours from “Discovered”');
    expect(plain(element)).toContain('The contract’s incident-notice clause; 24 hours where it has none');
    await type(element, 'From', '2026-04-01');
    await type(element, 'Reason', 'Replaced by our own');
    button(element, 'Switch off')?.click();
    await settle();
    expect(asked('/incident-policies/contract-notice/switches', 'POST').request.body).toEqual({
      switchedOn: false,
      effectiveFrom: '2026-04-01',
      reason: 'Replaced by our own',
    });
  });

  it('a scenario is played with a vendor, and the exercise ends with its report', async () => {
    const runner = { permissions: ['incident-exercise.read', 'incident-exercise.run', 'vendor.read'] };
    const first = await open(ExercisesPage, runner);
    asked('/incident-scenarios').flush(listScenarios.example.response as object);
    asked('/incident-exercises').flush({ items: [], nextCursor: null });
    await settle();
    expect(plain(first.element)).toContain('No exercise was held yet');
    expect(plain(first.element)).toContain('Lost laptop with PHI');
    TestBed.resetTestingModule();
    const { element } = await open(ExercisePage, runner, { exerciseId: exampleExercise.id });
    asked(`/incident-exercises/${exampleExercise.id}`).flush(exampleExercise);
    await settle();
    expect(plain(element)).toContain('0 met, 0 late, 2 running');
    await type(element, 'What was found', 'Number out of date -> correct the ladder');
    await type(element, 'Conclusion', 'Within the hour.');
    button(element, 'End and report')?.click();
    await settle();
    const request = asked(`/incident-exercises/${exampleExercise.id}/end`, 'POST');
    expect(request.request.body).toEqual({
      participants: [],
      findings: [{ text: 'Number out of date', action: 'correct the ladder' }],
      conclusion: 'Within the hour.',
    });
  });
});
