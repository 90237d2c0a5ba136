import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { FigureHarness } from '../testing/figure.harness';
import { Figure } from './figure';
import { TargetBar } from './target-bar';

function make(inputs: Readonly<Record<string, unknown>>): ComponentFixture<Figure> {
  const fixture = TestBed.createComponent(Figure);
  const all = { label: 'Service level, March 2026', unit: 'ratio', ...inputs };
  for (const [name, value] of Object.entries(all)) fixture.componentRef.setInput(name, value);
  return fixture;
}

describe('Figure', () => {
  beforeEach(() => TestBed.inject(Reader).setLocale('en'));

  it('shows value, target and change in words, and says all of it in its name', async () => {
    const fixture = make({ value: '0.871', previous: '0.85', target: { comparator: '>=', value: '0.80' } });
    const figure = await TestbedHarnessEnvironment.harnessForFixture(fixture, FigureHarness);
    expect([await figure.value(), await figure.target(), await figure.delta()]).toEqual([
      '87.1%',
      '≥ 80%',
      '2.1 pt better',
    ]);
    expect(await figure.name()).toBe('Service level, March 2026: 87.1%, target ≥ 80%; explain this figure');
  });

  it('explains itself when pressed (semantics rule 29)', async () => {
    const fixture = make({ value: '0.871' });
    let asked = 0;
    fixture.componentInstance.explain.subscribe(() => (asked += 1));
    await (await TestbedHarnessEnvironment.harnessForFixture(fixture, FigureHarness)).explain();
    expect(asked).toBe(1);
  });

  it('shows nothing as nothing, never as zero', async () => {
    const figure = await TestbedHarnessEnvironment.harnessForFixture(make({ value: null }), FigureHarness);
    expect(await figure.value()).toBe('–');
    expect(await figure.name()).toContain('no figure');
  });

  it('writes a band, and tells a figure from the edge it is next to', async () => {
    const fixture = make({
      unit: 'seconds',
      value: '360.4',
      target: { band: { low: '240', high: '360' } },
      direction: 'band',
    });
    const figure = await TestbedHarnessEnvironment.harnessForFixture(fixture, FigureHarness);
    expect([await figure.value(), await figure.target()]).toEqual(['360.4 s', '04:00–06:00']);
  });
});

describe('TargetBar', () => {
  it('says in words what it draws', () => {
    TestBed.inject(Reader).setLocale('en');
    const fixture = TestBed.createComponent(TargetBar);
    fixture.componentRef.setInput('value', '0.7333');
    fixture.componentRef.setInput('unit', 'ratio');
    fixture.componentRef.setInput('target', { comparator: '>=', value: '0.8' });
    fixture.componentRef.setInput('state', 'breached');
    fixture.detectChanges();
    const bar = fixture.nativeElement as HTMLElement;
    expect(bar.getAttribute('aria-label')).toBe('73.3%, target ≥ 80%, Breached');
    expect(Number(bar.querySelector('.value')?.getAttribute('width'))).toBeCloseTo(73.33);
    expect(Number(bar.querySelector('.edge')?.getAttribute('x1'))).toBe(80);
  });

  it('gives a small share a scale of its own', () => {
    const fixture = TestBed.createComponent(TargetBar);
    fixture.componentRef.setInput('value', '0.04');
    fixture.componentRef.setInput('unit', 'ratio');
    fixture.componentRef.setInput('target', { comparator: '<', value: '0.05' });
    fixture.componentRef.setInput('state', 'met');
    fixture.detectChanges();
    const edge = (fixture.nativeElement as HTMLElement).querySelector('.edge');
    expect(Number(edge?.getAttribute('x1'))).toBeCloseTo(80);
  });
});
