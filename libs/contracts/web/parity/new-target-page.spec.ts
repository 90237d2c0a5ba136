import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { createInternalTarget } from '@plumbline/contracts/schema';
import { listMetrics } from '@plumbline/measurements/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { NewTargetPage } from './new-target-page';

const tenant = '/api/v1/tenants/northstar';
const [metric] = (listMetrics.example.response as { items: { id: string; unit: string }[] }).items;
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('setting an internal target', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('says at each field what is missing, then sends shares of one', async () => {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['parity.write'] }) });
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(NewTargetPage);
    fixture.detectChanges();
    await asking();
    const ratio = { ...metric, unit: 'ratio', direction: 'higher' };
    http.expectOne(({ url }) => url === `${tenant}/metrics`).flush({ items: [ratio], nextCursor: null });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const form = element.querySelector('form');
    form?.dispatchEvent(new Event('submit'));
    await settle();
    expect(element.textContent).toContain('choose a metric');

    const type = (label: string, value: string) => {
      const field = [...element.querySelectorAll('pl-field')].find((each) =>
        each.textContent?.includes(label),
      );
      const control = field?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
      if (!control) throw new Error(`no field ${label}`);
      control.value = value;
      control.dispatchEvent(new Event('input'));
      control.dispatchEvent(new Event('change'));
    };
    type('Metric', metric?.id ?? '');
    await settle();
    type('Target', '85');
    type('In force from', '2026-01');
    type('Reason', 'Board resolution.');
    element.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await settle();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    form?.dispatchEvent(new Event('submit'));
    await asking();
    const sent = http.expectOne(`${tenant}/internal-targets`);
    expect(sent.request.body).toMatchObject({
      metricId: metric?.id,
      target: { comparator: '>=', value: '0.85' },
      effectiveFrom: '2026-01-01',
      services: ['voice'],
      reason: 'Board resolution.',
    });
    sent.flush(createInternalTarget.example.response as object, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'parity']);
  });
});
