import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '../i18n/reader';
import { settle } from '../testing/tenant-testing';
import { Clock } from './clock';
import { type ClockView } from './clock-view';
import { sayInstant, sayTime } from './say-time';
import { ServerTime, TICKER } from './server-time';
import { clockWords } from './clock-words';

const running: ClockView = {
  state: 'running',
  name: 'Contract NS-1, notice within 24 h',
  source: 'Clause 9.2',
  startedAt: '2026-12-01T06:05:00Z',
  deadlineAt: '2026-12-02T06:05:00Z',
  metAt: null,
};

/** This machine's clock is three hours behind the server's. */
class MovedByHand {
  at = Date.parse('2026-12-01T05:05:00Z');
  private ticks: (() => void)[] = [];
  now = () => this.at;
  every = (_: number, tick: () => void) => {
    this.ticks.push(tick);
    return () => (this.ticks = this.ticks.filter((each) => each !== tick));
  };
  get counting() {
    return this.ticks.length;
  }
  async forward(minutes: number) {
    this.at += minutes * 60_000;
    for (const tick of this.ticks) tick();
    await settle();
  }
}

describe('a clock', () => {
  let here: MovedByHand;
  let fixture: ComponentFixture<Clock>;
  const text = () => ((fixture.nativeElement as HTMLElement).textContent ?? '').replace(/\s+/g, ' ');
  const told = () => (fixture.nativeElement as HTMLElement).querySelector('[role="status"]')?.textContent;

  async function show(clock: ClockView, locale = 'en') {
    TestBed.inject(Reader).setLocale(locale);
    TestBed.inject(ServerTime).heard('2026-12-01T08:05:00Z');
    fixture = TestBed.createComponent(Clock);
    fixture.componentRef.setInput('clock', clock);
    fixture.componentRef.setInput('counterpartZone', 'Asia/Manila');
    await settle();
  }

  beforeEach(() => {
    here = new MovedByHand();
    TestBed.configureTestingModule({
      providers: [
        { provide: TICKER, useValue: here },
        {
          provide: Reader,
          useClass: class extends Reader {
            override readonly timeZone = 'America/New_York';
          },
        },
      ],
    });
  });

  it('counts down by the server’s time, not by this machine’s', async () => {
    await show(running);
    expect(text()).toContain('due in 22 h');
    expect(text()).toContain('Running');
    await here.forward(18 * 60 + 48);
    expect(text()).toContain('due in 3 h 12 min');
    expect(text()).toContain('Running out');
  });

  it('shows the deadline where the reader is and where the counterpart is, the rule and its source', async () => {
    await show(running);
    expect(text()).toContain('Wed 01:05 New York / Wed 14:05 Manila');
    expect(text()).toContain('Contract NS-1, notice within 24 h');
    expect(text()).toContain('Clause 9.2');
    expect(text()).toContain('8 % of the time used');
  });

  it('turns from calm to urgent by the share of time used, and is late without asking again', async () => {
    await show(running);
    const host = fixture.nativeElement as HTMLElement;
    const seen: (string | null)[] = [];
    for (const minutes of [0, 600, 360, 216, 144, 1]) {
      await here.forward(minutes);
      seen.push(host.getAttribute('data-urgency'));
    }
    expect(seen).toEqual(['calm', 'half', 'soon', 'last', 'last', 'late']);
    expect(text()).toContain('1 min late');
  });

  it('tells a screen reader of each stage once, and of nothing in between', async () => {
    await show(running);
    expect(told()).toBe('');
    await here.forward(600);
    expect(told()).toBe('Contract NS-1, notice within 24 h: Half used, due in 12 h.');
    await here.forward(5);
    expect(told()).toBe('Contract NS-1, notice within 24 h: Half used, due in 12 h.');
  });

  it('says how it ended', async () => {
    await show({ ...running, state: 'met', metAt: '2026-12-01T08:00:00Z' });
    expect(text()).toContain('In time');
    expect(text()).toContain('done with 22 h 5 min left');
    fixture.componentRef.setInput('clock', { ...running, state: 'late', metAt: '2026-12-02T07:35:00Z' });
    await settle();
    expect(text()).toContain('Done late');
    expect(text()).toContain('done 1 h 30 min late');
    fixture.componentRef.setInput('clock', { ...running, state: 'paused', deadlineAt: null });
    await settle();
    expect(text()).toContain('Paused');
    expect(text()).toContain('stands still');
    fixture.componentRef.setInput('clock', { ...running, state: 'cancelled', deadlineAt: null });
    await settle();
    expect(text()).toContain('no longer runs');
  });

  it('speaks Spanish, and marks a drill', async () => {
    await show(running, 'es');
    fixture.componentRef.setInput('drill', true);
    await settle();
    expect(text()).toContain('vence en 22 h');
    expect(text()).toContain('Simulacro');
  });

  it('stops counting when no clock is shown any more', async () => {
    await show(running);
    expect(here.counting).toBe(1);
    fixture.destroy();
    expect(here.counting).toBe(0);
  });
});

describe('time in words', () => {
  const units = clockWords.en.units;
  it.each([
    [59_999, 'less than a minute'],
    [60_000, '1 min'],
    [3 * 3_600_000 + 12 * 60_000 + 59_000, '3 h 12 min'],
    [47 * 3_600_000, '47 h'],
    [48 * 3_600_000, '2 days'],
    [59 * 86_400_000 + 4 * 3_600_000 + 60_000, '59 days 4 h'],
  ])('%p ms is %p', (milliseconds, said) => expect(sayTime(milliseconds, units)).toBe(said));

  it('names the date where a weekday would mean another week', () => {
    const zones = ['America/New_York', 'America/New_York'];
    const now = Date.parse('2026-03-01T00:00:00Z');
    expect(sayInstant('2026-03-12T18:05:00Z', now, zones, 'en')).toBe('12 Mar 2026, 14:05 New York');
  });
});
