import { describe, expect, it } from '@jest/globals';
import { scheduledAgents } from './scheduled-agents';

describe('scheduledAgents: ceil(N / (1 − s)) (rule 27)', () => {
  it.each([
    [14, '0.30', 20],
    [14, '0', 14],
    [1, '0.9', 10],
    [9, '0.1', 10],
    [7, '0.3', 10],
    [10, '0.31', 15],
    [0, '0.5', 0],
  ])('%d agents at %s', (agents, shrinkage, scheduled) => {
    expect(scheduledAgents(agents, shrinkage)).toEqual({
      scheduledAgents: scheduled,
      trace: [{ rule: 'staffing.scheduled', facts: { agents, shrinkage, scheduled } }],
    });
  });
});
