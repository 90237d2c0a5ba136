import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import type { Excusing } from '@plumbline/slas/schema';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ExcusingNote } from './excusing-note';

const record = {
  id: '019d3a40-0000-7000-8000-000000000001',
  kind: 'beyond_forecast',
  reason: 'A campaign that nobody announced.',
  approvedBy: 'Ines Okafor',
  period: null,
  stated: {
    forecast: 'March, 12,000 calls + 10 %',
    amounts: { offered: '1250.5', answered_within_threshold: '0' },
  },
  taken: true,
} as const;

async function shown(exclusion: Excusing['exclusions'][number], locale = 'en'): Promise<string> {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: provideTenantForTests() });
  TestBed.inject(Reader).setLocale(locale);
  const fixture = TestBed.createComponent(ExcusingNote);
  const without = { state: 'breached', value: '0.74', numerator: '148', denominator: '200' } as const;
  const excusing: Excusing = {
    exclusions: [exclusion],
    without: exclusion.taken ? without : null,
    waiver: null,
  };
  fixture.componentRef.setInput('excusing', excusing);
  fixture.componentRef.setInput('unit', 'ratio');
  await settle();
  return ((fixture.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');
}

describe('units beyond the agreed forecast, beside a figure', () => {
  it('are shown with every digit, forecast, approver, and the figure without them', async () => {
    const text = await shown(record);
    expect(text).toContain('1,250.5 offered beyond “March, 12,000 calls + 10 %” taken out');
    expect(text).toContain('approved by Ines Okafor');
    expect(text).toContain('Without them it would be 74.0%');
    expect(await shown(record, 'es')).toContain('offered por encima de «March, 12,000 calls + 10 %»');
  });

  it('say so where they are more than was counted', async () => {
    const text = await shown({ ...record, taken: false });
    expect(text).toContain('more than was counted; nothing is taken out');
    expect(text).not.toContain('Without them');
  });
});
