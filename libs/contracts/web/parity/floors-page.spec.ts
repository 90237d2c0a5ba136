import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { listRegulatoryFloors, type RegulatoryFloor } from '@plumbline/contracts/schema';
import { listMetrics, type MetricSummary } from '@plumbline/measurements/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { FloorsPage } from './floors-page';

const tenant = '/api/v1/tenants/northstar';
const [on] = (listRegulatoryFloors.example.response as { items: RegulatoryFloor[] }).items;
const [example] = (listMetrics.example.response as { items: MetricSummary[] }).items;
if (!on || !example) throw new Error('the examples hold a floor and a metric');
const off: RegulatoryFloor = { ...on, on: false, metric: null, suggestedMetricId: null, history: [] };
const fits = { ...example, id: example.id, unit: 'ratio', direction: 'higher' } as const;
const other = {
  ...example,
  id: '019b2f70-0000-7000-8000-00000000ffff',
  name: 'Hold',
  unit: 'seconds',
} as const;
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('the page of regulatory floors', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(floor: RegulatoryFloor, permissions: readonly string[], locale = 'en') {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(FloorsPage);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${tenant}/regulatory-floors`).flush({ items: [floor] });
    http
      .expectOne(({ url }) => url === `${tenant}/metrics`)
      .flush({ items: [fits, other], nextCursor: null });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    return { element, text: () => element.textContent?.replace(/\s+/g, ' ') ?? '' };
  }
  const type = async (field: HTMLInputElement | HTMLSelectElement | null, value: string) => {
    if (!field) throw new Error('no field');
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await settle();
  };

  it('says limit, source and who switched it, to whoever may not switch it too', async () => {
    const { element, text } = await open(on, ['parity.read']);
    expect(text()).toContain('≥ 80% within 30 s');
    expect(text()).toContain('86 FR 5864');
    expect(text()).toContain('Switched on: We serve Medicare Advantage members.');
    expect(element.querySelector('form')).toBeNull();
  });

  it('switches one on for a metric that can measure it, with a reason', async () => {
    const { element, text } = await open(off, ['parity.read', 'parity.write']);
    const button = () => element.querySelector<HTMLButtonElement>('form button');
    const metrics = element.querySelector('select');
    expect([...(metrics?.options ?? [])].map(({ value }) => value)).toEqual(['', fits.id]);
    await type(element.querySelector('form input'), 'We serve Medicare Advantage members.');
    expect(button()?.disabled).toBe(true);
    await type(metrics, fits.id);
    button()?.click();
    await asking();
    const sent = http.expectOne(`${tenant}/regulatory-floors/${off.code}/switches`);
    expect(sent.request.body).toEqual({
      on: true,
      metricId: fits.id,
      reason: 'We serve Medicare Advantage members.',
    });
    expect(sent.request.headers.get('Idempotency-Key')).not.toBeNull();
    sent.flush(on, { status: 201, statusText: 'Created' });
    await settle();
    expect(text()).toContain('Measured by');
    expect(button()?.textContent?.trim()).toBe('Switch off');
  });

  it('keeps what was typed where it is refused, in Spanish', async () => {
    const { element, text } = await open(on, ['parity.read', 'parity.write'], 'es');
    await type(element.querySelector('form input'), 'Ya no');
    element.querySelector<HTMLButtonElement>('form button')?.click();
    await asking();
    const sent = http.expectOne(`${tenant}/regulatory-floors/${on.code}/switches`);
    expect(sent.request.body).toEqual({ on: false, metricId: null, reason: 'Ya no' });
    sent.flush(
      { type: 'x', title: 'Conflict', status: 409, code: 'floor-switched', detail: 'Gone.', instance: '/' },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(element.querySelector('pl-problem')).not.toBeNull();
    expect(element.querySelector<HTMLInputElement>('form input')?.value).toBe('Ya no');
    expect(text()).toContain('Activado');
  });
});
