import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { changeClausePolicy, previewClausePolicy, viewClausePolicy } from '@plumbline/contracts/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ClausePolicyPage } from './clause-policy-page';

const policy = '/api/v1/tenants/northstar/clause-policy';

describe('the page of the clause policy', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(permissions: readonly string[], locale = 'en') {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ClausePolicyPage);
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne(policy).flush(viewClausePolicy.example.response as object);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
    const control = (name: string) => {
      const found = element.querySelector<HTMLInputElement>(`[aria-label="${name}"]`);
      if (!found) throw new Error(`no ${name}`);
      return found;
    };
    const type = async (input: HTMLInputElement, value: string) => {
      input.value = value;
      input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      await settle();
    };
    const button = (name: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === name);
    return { element, text, control, type, button };
  }

  it('shows the effect before it saves, and saves with a reason what was looked at', async () => {
    const { element, text, control, type, button } = await open(['waiver.read', 'clause-policy.write']);
    expect(text()).toContain('As shipped: nobody has changed it yet.');
    expect(button('Show the effect')?.disabled).toBe(true);
    await type(control('Subcontracting: Demanded'), 'always');
    button('Show the effect')?.click();
    await settle();
    const preview = http.expectOne(`${policy}/preview`);
    const example = previewClausePolicy.example;
    expect(preview.request.body).toEqual(example.request);
    preview.flush(example.response as object);
    await settle();
    expect(text()).toContain('1 of 3 versions in force, to come or drafted would be judged otherwise.');
    expect(text()).toMatch(/MSA-2026-014, version 1 \(Northwind Member Care\).*New finding.*passed on/);
    expect(button('Save the policy')?.disabled).toBe(true);
    await type(element.querySelector('input[required]') as HTMLInputElement, 'Board resolution');
    button('Save the policy')?.click();
    await settle();
    const saved = http.expectOne(policy);
    expect([saved.request.method, saved.request.headers.get('If-Match')]).toEqual(['PUT', '"1"']);
    expect(saved.request.body).toEqual({ ...(example.request as object), reason: 'Board resolution' });
    saved.flush(changeClausePolicy.example.response as object);
    await settle();
    expect(text()).toContain('Last changed by Ana Ruiz');
    expect(button('Save the policy')).toBeUndefined();
  });

  it('forgets an effect once something else is typed, and refuses what is no bound', async () => {
    const { text, control, type, button } = await open(['waiver.read', 'clause-policy.write']);
    await type(control('Subcontracting: Demanded'), 'always');
    button('Show the effect')?.click();
    await settle();
    http.expectOne(`${policy}/preview`).flush({ versions: 0, items: [] });
    await settle();
    expect(text()).toContain('What would change');
    await type(control('Notice of incidents: The weakest accepted'), 'soon');
    expect(text()).not.toContain('What would change');
    expect(text()).toContain('a whole number from 0 to 8760, or nothing');
    expect(button('Show the effect')?.disabled).toBe(true);
  });

  it('is read in Spanish by whoever may not change it', async () => {
    const { element, text } = await open(['waiver.read'], 'es');
    expect(text()).toContain('Aviso de incidentes');
    expect(text()).toContain('24 horas como máximo');
    expect(text()).toContain('1 al año como mínimo');
    expect(text()).toContain('sin límite');
    expect(element.querySelectorAll('select, input, button')).toHaveLength(0);
  });
});
