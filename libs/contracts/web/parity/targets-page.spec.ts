import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { type InternalTarget, listInternalTargets } from '@plumbline/contracts/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { TargetsPage } from './targets-page';

const targets = '/api/v1/tenants/northstar/internal-targets';
const [example] = (listInternalTargets.example.response as { items: InternalTarget[] }).items;
if (!example) throw new Error('the example has a target');

describe('the list of internal targets', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(
    items: readonly InternalTarget[] | null,
    permissions = ['parity.read', 'parity.write'],
    locale = 'en',
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TargetsPage);
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    const asked = http.expectOne(({ url }) => url === targets);
    if (items) asked.flush({ items });
    else asked.flush(null, { status: 503, statusText: 'Unavailable' });
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    return { element, text: element.textContent?.replace(/\s+/g, ' ') ?? '' };
  }

  it('shows what is in force, of what part, from when on, and leads to each', async () => {
    const ended: InternalTarget = {
      ...example,
      id: '019b2f70-0000-7000-8000-00000000eeee',
      metric: { ...example.metric, name: 'Retired metric' },
      inForce: null,
    };
    const { element, text } = await open([example, ended]);
    const rows = [...element.querySelectorAll('tbody tr')].map(
      (row) => row.textContent?.replace(/\s+/g, ' ') ?? '',
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(example.metric.name);
    expect(rows[0]).toContain('≥ 85%');
    expect(rows[0]).toContain('1 Jan 2026');
    expect(rows[1]).toContain('nothing');
    expect(element.querySelector(`a[href$="/parity/targets/${example.id}"]`)).not.toBeNull();
    expect(text).toContain('Set an internal target');
  });

  it('says what to do where there is none, and offers nothing to whoever only reads', async () => {
    const { text } = await open([], ['parity.read'], 'es');
    expect(text).toContain('Aún no hay objetivos internos');
    expect(text).not.toContain('Fijar un objetivo interno');
  });

  it('says that it could not be read, and offers to try again', async () => {
    const { element, text } = await open(null);
    expect(text).not.toContain('No internal target yet');
    expect(element.querySelector('tbody')).toBeNull();
    element.querySelector<HTMLButtonElement>('pl-page-state button')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne(({ url }) => url === targets).flush({ items: [example] });
    await settle();
    expect(element.querySelectorAll('tbody tr')).toHaveLength(1);
  });
});
