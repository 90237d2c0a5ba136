import { describe, expect, it } from '@jest/globals';
import type { TraceStep } from '../trace';
import { ops } from './ops';
import { traceTexts } from './trace-texts';

const review = {
  forecastCalls: 100,
  actualCalls: 100,
  plannedAgents: 14,
  actualAgents: 14,
  ahtSeconds: 180,
  target: 0.8,
};

function attribute(more: object): Record<string, unknown> {
  const outcome = ops['staffing.attribute']?.({ ...review, ...more });
  return outcome?.ok === true ? (outcome.value as Record<string, unknown>) : {};
}

describe('attributeMiss: whose miss it was (rule 28)', () => {
  it.each([
    ['volume beyond the band', { actualCalls: 111 }, 'insurer'],
    ['volume exactly at the band is within it (rule 15)', { actualCalls: '110.0' }, 'neither'],
    ['a wider band agreed', { actualCalls: 111, forecastBand: '0.20' }, 'neither'],
    ['staffing under plan', { actualAgents: 12 }, 'vendor'],
    ['both', { actualCalls: 120, actualAgents: 12 }, 'both'],
    ['neither', {}, 'neither'],
    ['fewer calls and more agents than planned', { actualCalls: 90, actualAgents: 15 }, 'neither'],
    ['a plan that could not reach the target', { plannedAgents: 13, actualAgents: 13 }, 'vendor'],
    [
      'the same plan where callers give up',
      { plannedAgents: 13, actualAgents: 13, meanPatienceSeconds: 120 },
      'neither',
    ],
  ])('%s', (_, more, owner) => {
    expect(attribute(more)['owner']).toBe(owner);
  });

  it('weighs what each deviation alone would have cost', () => {
    const { expected } = attribute({ actualCalls: 120, actualAgents: 12 }) as {
      expected: Record<string, number>;
    };
    expect(expected['asAgreed']).toBeCloseTo(0.88835, 5);
    expect(expected['withActualVolume']).toBeLessThan(expected['asAgreed'] ?? 0);
    expect(expected['withActualStaffing']).toBeLessThan(expected['asAgreed'] ?? 0);
    expect(expected['asItWas']).toBe(0);
  });

  it('a plan that reaches the target exactly reaches it', () => {
    const reached = (attribute({})['expected'] as Record<string, number>)['asAgreed'];
    expect(attribute({ target: reached })).toMatchObject({
      planReachesTarget: true,
      staffingUnderPlan: false,
    });
    expect(attribute({ target: (reached ?? 0) + 1e-9 })).toMatchObject({
      planReachesTarget: false,
      staffingUnderPlan: true,
      volumeBeyondForecast: false,
    });
  });

  it('states the steps as data, with everything the sentences need', () => {
    const { trace, expected } = attribute({ actualCalls: '111.5' }) as {
      trace: TraceStep[];
      expected: object;
    };
    expect(trace).toEqual([
      {
        rule: 'staffing.compared',
        facts: {
          forecastCalls: '100',
          actualCalls: '111.5',
          limitCalls: '110',
          plannedAgents: 14,
          actualAgents: 14,
        },
      },
      { rule: 'staffing.expected', facts: { ...expected, target: 0.8, planReachesTarget: true } },
      {
        rule: 'staffing.attributed',
        facts: { owner: 'insurer', volumeBeyondForecast: true, staffingUnderPlan: false },
      },
    ]);
  });

  it('says where the plan itself falls short', () => {
    const { trace, expected } = attribute({ plannedAgents: 13, actualAgents: 13 }) as {
      trace: TraceStep[];
      expected: { asAgreed: number };
    };
    expect(trace[2]).toEqual({
      rule: 'staffing.planFallsShort',
      facts: { plannedAgents: 13, asAgreed: expected.asAgreed, target: 0.8 },
    });
  });

  it('weighs by the load of the interval: calls × handle time ÷ its length', () => {
    const { expected } = attribute({ intervalSeconds: 900, forecastCalls: 50, actualCalls: 50 }) as {
      expected: Record<string, number>;
    };
    expect(expected['asAgreed']).toBeCloseTo(0.88835, 5);
  });

  it('tells it in both languages', () => {
    const { trace } = attribute({ actualCalls: '111', actualAgents: 14 }) as { trace: TraceStep[] };
    expect(trace.map(({ rule, facts }) => traceTexts[rule]?.en(facts))).toEqual([
      '111 calls came; 100 were forecast and up to 110 agreed. 14 agents were there of 14 planned.',
      expect.stringMatching(/^Expected service level as agreed 0\.88835.*; the target is 0\.8\.$/),
      'The miss is the insurer’s: the volume went beyond the forecast, the staffing was as planned.',
    ]);
    expect(trace.map(({ rule, facts }) => traceTexts[rule]?.es(facts))).toEqual([
      'Llegaron 111 llamadas; se preveían 100 y se aceptaban hasta 110. Hubo 14 agentes de 14 previstos.',
      expect.stringMatching(
        /^Nivel de servicio esperado según lo acordado 0\.88835.*; el objetivo es 0\.8\.$/,
      ),
      'El incumplimiento es de la aseguradora: el volumen superó la previsión y la dotación fue la prevista.',
    ]);
  });
});
