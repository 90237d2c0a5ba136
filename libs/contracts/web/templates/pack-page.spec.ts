import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { createSlaPack, listSlaPacks, type SlaPack } from '@plumbline/contracts/schema';
import { listMetrics, type MetricSummary } from '@plumbline/measurements/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { PackPage } from './pack-page';

const tenant = '/api/v1/tenants/northstar';
const [own] = (listSlaPacks.example.response as { items: SlaPack[] }).items;
const [example] = (listMetrics.example.response as { items: MetricSummary[] }).items;
if (!own || !example) throw new Error('the examples hold a pack and a metric');
const metric = { ...example, code: 'service_level', unit: 'ratio', direction: 'higher' } as const;
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('the page of one pack', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(packId?: string) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.write'] }) });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const fixture = TestBed.createComponent(PackPage);
    if (packId) fixture.componentRef.setInput('packId', packId);
    fixture.detectChanges();
    await asking();
    http.expectOne(({ url }) => url === `${tenant}/sla-packs`).flush({ items: [own] });
    http.expectOne(({ url }) => url === `${tenant}/metrics`).flush({ items: [metric], nextCursor: null });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const control = (label: string) => {
      const field = [...element.querySelectorAll('pl-field')].find(
        (each) => each.querySelector('label')?.textContent?.trim() === label,
      );
      const found = field?.querySelector<HTMLInputElement>('input, select');
      if (!found) throw new Error(`no field ${label}`);
      return found;
    };
    const type = (label: string, value: string) => {
      const input = control(label);
      input.value = value;
      for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
    };
    const send = async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    return { element, control, type, send };
  }

  it('makes one of SLAs of one’s own, with shares in percent, and says at the field what is missing', async () => {
    const { element, control, type, send } = await open();
    // the name field of the pack stands first, that of its SLA comes after it
    const name = element.querySelector<HTMLInputElement>('pl-field input');
    if (!name) throw new Error('no name');
    await send();
    expect(element.textContent).toContain('choose a metric');
    name.value = 'Ours';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    type('Metric', metric.id);
    await settle();
    type('Target', '85');
    type('Weight', '120');
    await send();
    expect(control('Weight').getAttribute('aria-invalid')).toBe('true');
    type('Weight', '100');
    await send();
    const { request } = http.expectOne(`${tenant}/sla-packs`);
    expect(request.method).toBe('POST');
    expect(request.body).toEqual({
      name: 'Ours',
      levels: [
        {
          ...{ metric: 'service_level', name: metric.name, window: 'month', minimumSample: 0, weight: '100' },
          target: { comparator: '>=', value: '0.85' },
          segment: { lineOfBusiness: null, channel: null, queue: null, language: null },
        },
      ],
    });
    expect(createSlaPack.body?.safeParse(request.body).success).toBe(true);
  });

  it('changes targets from the version that was read', async () => {
    const { control, type, send } = await open(own.key);
    expect(control('Target').value).toBe('80');
    type('Target', '90');
    await send();
    const { request } = http.expectOne(`${tenant}/sla-packs/${own.key}`);
    expect([request.method, request.headers.get('If-Match')]).toEqual(['PUT', `"${own.version}"`]);
    expect(request.body).toMatchObject({ levels: [{ target: { comparator: '>=', value: '0.90' } }] });
  });

  it('says that a pack is gone', async () => {
    const { element } = await open('nothing');
    expect(element.textContent).toContain('There is no such pack of yours any more.');
    expect(element.querySelector('form')).toBeNull();
  });
});
