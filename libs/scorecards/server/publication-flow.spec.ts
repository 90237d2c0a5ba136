import { describe, expect, it } from '@jest/globals';
import type { ScorecardEvent } from '@plumbline/sla-engine';
import { flowWith } from './publication-flow';

const day = (date: number): Date => new Date(Date.UTC(2026, 3, date));
const draft = {
  revision: 3,
  differs: true,
  builtAt: day(10),
  publishedAt: null,
  lines: [{ slaId: 'a', state: 'met' as const }],
};
const published = { ...draft, publishedAt: day(12) };
const at = Temporal.Instant.from('2026-04-20T00:00:00Z');
const publish: ScorecardEvent = { type: 'published', at };
const build = (state: 'met' | 'atRisk', differs: boolean): ScorecardEvent => ({
  type: 'built',
  at,
  lines: [{ id: 'a', state }],
  differs,
});

describe('a scorecard in the engine’s flow (semantics rule 26)', () => {
  it.each([
    ['a draft is published without review or signature', draft, publish, 'published', 3],
    ['a published one is answered by the next revision', published, build('met', true), 'ready', 4],
  ])('%s', (_, revision, step, state, number) => {
    expect(flowWith(revision, step)).toMatchObject({ ok: true, value: { state, revision: number } });
  });

  it.each([
    ['a published one', published, publish, 'scorecard.published'],
    [
      'open results',
      { ...draft, lines: [{ slaId: 'a', state: 'atRisk' as const }] },
      publish,
      'scorecard.resultsOpen',
    ],
    ['a draft that says what is published', { ...draft, differs: false }, publish, 'scorecard.unchanged'],
    ['a revision of open results', published, build('atRisk', true), 'scorecard.resultsOpen'],
    ['a revision that says the same', published, build('met', false), 'scorecard.unchanged'],
  ])('refuses %s', (_, revision, step, code) => {
    expect(flowWith(revision, step)).toMatchObject({ ok: false, problem: { code } });
  });

  it('a published row that its maker’s clock dates later than this one’s is published all the same', () => {
    expect(flowWith({ ...published, publishedAt: day(25) }, build('met', true))).toMatchObject({ ok: true });
  });
});
