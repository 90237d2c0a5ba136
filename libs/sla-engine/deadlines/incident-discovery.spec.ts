import { describe, expect, it } from '@jest/globals';
import { aSentence } from '../a-sentence.fixture';
import { incidentDiscovery } from './incident-discovery';

const instant = (text: string) => Temporal.Instant.from(text);

describe('incidentDiscovery: the earlier of asserted and deemed (rule 11)', () => {
  const early = instant('2026-03-02T09:00:00Z');
  const late = instant('2026-03-04T09:00:00Z');

  it.each([
    ['asserted first', early, late, 'asserted', early],
    ['deemed first', late, early, 'deemed', early],
    ['only asserted', late, null, 'asserted', late],
    ['only deemed', null, late, 'deemed', late],
    ['the same instant', early, instant('2026-03-02T09:00:00Z'), 'asserted', early],
  ])('%s', (_, asserted, deemed, basis, at) => {
    const outcome = incidentDiscovery(asserted, deemed);
    const found = outcome.ok ? outcome.value : undefined;
    expect([found?.basis, found?.at]).toEqual([basis, at]);
    expect([found?.asserted, found?.deemed]).toEqual([asserted, deemed]);
    expect(found?.trace).toEqual([
      {
        rule: 'incident.discovered',
        facts: { at: `${at}`, basis, asserted: asserted && `${asserted}`, deemed: deemed && `${deemed}` },
      },
    ]);
  });

  it('neither', () => {
    expect(incidentDiscovery(null, null)).toMatchObject({
      ok: false,
      problem: { code: 'incident.notDiscovered', detail: aSentence },
    });
  });
});
