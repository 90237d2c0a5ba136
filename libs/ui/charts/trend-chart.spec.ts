import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { settle } from '../testing/tenant-testing';
import { CHART_PARTS, TrendChart } from './trend-chart';

const target = { comparator: '>=', value: '0.8' };
const points = [
  { month: '2026-02', value: null, state: 'notReported', target },
  { month: '2026-03', value: '0.7996', state: 'breached', target },
];

describe('TrendChart', () => {
  const chart = { setOption: jest.fn(), resize: jest.fn(), dispose: jest.fn() };
  let host: HTMLElement | undefined;
  const element = (fixture: ComponentFixture<TrendChart>) => fixture.nativeElement as HTMLElement;
  const rows = (fixture: ComponentFixture<TrendChart>) =>
    [...element(fixture).querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim()),
    );

  beforeEach(() => {
    jest.clearAllMocks();
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  async function make(load: () => Promise<unknown>, canDraw = true): Promise<ComponentFixture<TrendChart>> {
    jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(canDraw ? ({} as never) : null);
    TestBed.configureTestingModule({ providers: [{ provide: CHART_PARTS, useValue: load }] });
    TestBed.inject(Reader).setLocale('en');
    const fixture = TestBed.createComponent(TrendChart);
    for (const [name, value] of Object.entries({ name: 'Service level', unit: 'ratio', points }))
      fixture.componentRef.setInput(name, value);
    await settle();
    return fixture;
  }

  const drawing = () =>
    make(() =>
      Promise.resolve({
        init: (element: HTMLElement) => {
          host = element;
          return chart;
        },
      }),
    );

  it('draws the trend, named by its finding', async () => {
    const fixture = await drawing();
    expect(chart.setOption).toHaveBeenCalledWith(
      expect.objectContaining({ series: expect.anything() }),
      true,
    );
    expect(element(fixture).querySelector('[role="img"]')?.getAttribute('aria-label')).toContain(
      'Service level: 79.96% in March 2026',
    );
  });

  it('has the same numbers as a table, one key away', async () => {
    const fixture = await drawing();
    element(fixture).dispatchEvent(new KeyboardEvent('keydown', { key: 't' }));
    await settle();
    expect(rows(fixture)).toEqual([
      ['Feb 2026', '–', '≥ 80%', 'Not reported'],
      ['Mar 2026', '79.96%', '≥ 80%', 'Breached'],
    ]);
    expect(chart.dispose).toHaveBeenCalled();
  });

  it('lets the host be emptied without HTML from a string, which trusted types forbid', async () => {
    await drawing();
    host?.append('left over');
    Object.assign(host ?? {}, { innerHTML: '' });
    expect(host?.childNodes).toHaveLength(0);
  });

  it('shows the numbers where the drawing cannot be had', async () => {
    const report = jest.fn();
    Object.assign(globalThis, { reportError: report });
    const offline = await make(() => Promise.reject(new Error('offline')));
    expect(rows(offline)).toHaveLength(2);
    expect(report).toHaveBeenCalled();
  });

  it('shows the numbers where the browser cannot draw', async () => {
    expect(rows(await make(() => Promise.reject(new Error('never asked')), false))).toHaveLength(2);
  });
});
