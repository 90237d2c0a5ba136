import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type ContractVersion, viewContract, viewContractVersion } from '@plumbline/contracts/schema';
import { type CreditScheme, listCreditSchemes, viewCreditScheme } from '@plumbline/credits/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { EditSchemePage } from './edit-scheme-page';

const scheme = viewCreditScheme.example.response as CreditScheme;
const example = viewContractVersion.example.response as ContractVersion;
const [first] = example.slas;
if (!first) throw new Error('the example of a contract has an SLA');
const ratio = { ...first.metric, unit: 'ratio', direction: 'higher' } as const;
const version: ContractVersion = {
  ...example,
  slas: [
    {
      ...first,
      id: scheme.terms.lines[0]?.slaId ?? '',
      name: 'Answer speed',
      target: { comparator: '>=', value: '0.80' },
      metric: { ...ratio, family: 'speed' },
    },
    {
      ...first,
      id: scheme.terms.lines[1]?.slaId ?? '',
      name: 'Disclosures',
      target: { comparator: '>=', value: '0.95' },
      metric: { ...ratio, family: 'compliance' },
    },
  ],
};
const base = '/api/v1/tenants/northstar';
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the form of a credit scheme', () => {
  let http: HttpTestingController;

  async function open(entered: CreditScheme | null = scheme) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['credit.manage'] }) });
    const fixture = TestBed.createComponent(EditSchemePage);
    fixture.componentRef.setInput('contractId', scheme.contract.id);
    fixture.componentRef.setInput('number', '1');
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/contracts/${scheme.contract.id}`).flush(viewContract.example.response as object);
    http.expectOne(`${base}/contracts/${scheme.contract.id}/versions/1`).flush(version);
    http
      .expectOne(({ url }) => url === `${base}/credit-schemes`)
      .flush(entered ? (listCreditSchemes.example.response as object) : { items: [], nextCursor: null });
    if (entered) {
      await asking();
      http.expectOne(`${base}/contracts/${scheme.contract.id}/versions/1/credit-scheme`).flush(entered);
    }
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const control = (label: string): HTMLInputElement => {
      const found = [...element.querySelectorAll('pl-field')].find((field) =>
        field.querySelector('label')?.textContent?.trim().startsWith(label),
      );
      const input = found?.querySelector<HTMLInputElement>('input, textarea, select');
      if (!input) throw new Error(`no field ${label}`);
      return input;
    };
    const type = async (label: string, value: string) => {
      const input = control(label);
      input.value = value;
      input.dispatchEvent(new Event('input'));
      input.dispatchEvent(new Event('change'));
      input.dispatchEvent(new Event('blur'));
      await settle();
    };
    return { element, type, example: () => element.querySelector('pl-worked-example [role="status"]') };
  }

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  const sentence = (element: Element | null) => (element?.textContent ?? '').trim().replace(/\s/g, ' ');

  it('works out in the browser what a miss would cost, as it is typed', async () => {
    const { type, example: worked } = await open();
    expect(sentence(worked())).toBe(
      'If Answer speed misses by 3 points in a USD 100,000.00 month: USD 4,000.00.',
    );
    await type('Allocation', '20');
    expect(sentence(worked())).toBe(
      'If Answer speed misses by 3 points in a USD 100,000.00 month: USD 2,000.00.',
    );
  });

  it('computes the example exactly: 1.1 points are eleven thousandths, and not a bit more', async () => {
    const { element, example: worked } = await open({
      ...scheme,
      terms: {
        ...scheme.terms,
        lines: scheme.terms.lines.map((line, index) =>
          index === 0 ? { ...line, method: { kind: 'percentageGap', gap: 'absolute' } as const } : line,
        ),
      },
    });
    const distance = element.querySelector<HTMLInputElement>('pl-worked-example input');
    if (!distance) throw new Error('no distance');
    distance.value = '1.1';
    distance.dispatchEvent(new Event('input'));
    await settle();
    expect(sentence(worked())).toContain('misses by 1.1 points');
    const steps = [...element.querySelectorAll('pl-worked-example li')].map(sentence).join(' ');
    expect(steps).toContain('× 0.011 (percentage gap)');
    expect(steps).not.toMatch(/0{6}/);
  });

  it.each(['118,500', '118.500', '1,118,500', '118 500'])(
    'refuses the fee %s and says how it is typed',
    async (fee) => {
      const { element, type, example: worked } = await open();
      await type('Monthly fee', fee);
      element.querySelector('form')?.requestSubmit();
      await settle();
      http.expectNone(`${base}/credit-schemes`);
      expect(element.textContent).toContain('without thousands separators');
      expect(sentence(worked())).toContain('Once the scheme is sound');
      await type('Monthly fee', '118500,50');
      expect(sentence(worked())).toContain('in a USD 118,500.50 month');
    },
  );

  it('refuses speed that outweighs quality and compliance until a reason is recorded, and sends what was typed', async () => {
    const {
      element,
      type,
      example: worked,
    } = await open({
      ...scheme,
      terms: { ...scheme.terms, lines: scheme.terms.lines.slice(0, 1) },
    });
    expect(sentence(worked())).toContain('Once the scheme is sound');
    element.querySelector('form')?.requestSubmit();
    await settle();
    expect(element.textContent).toContain('record a reason');
    await type('Why speed may outweigh', 'Only calls are bought here.');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${base}/credit-schemes`);
    expect(request.request.body).toMatchObject({
      contractId: scheme.contract.id,
      number: 1,
      replaces: 1,
      terms: {
        atRisk: '0.1',
        lines: [{ allocation: '0.4' }],
        speedOutweighsReason: 'Only calls are bought here.',
      },
    });
    request.flush({ ...scheme, revision: 2 }, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalled();
  });

  it('begins with the SLAs of the contract where there is no scheme yet', async () => {
    const { element } = await open(null);
    expect(element.textContent).toContain('Answer speed costs credits');
    expect(element.textContent).toContain('Disclosures costs credits');
  });
});
