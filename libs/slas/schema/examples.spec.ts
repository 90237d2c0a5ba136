import { describe, expect, it } from '@jest/globals';
import * as slas from './index';

const operations = Object.values(slas).filter(
  (value): value is typeof slas.listResults =>
    typeof value === 'object' && 'path' in value && 'example' in value,
);

describe('operations of results and breaches', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s shows an example that its schema accepts',
    (_, { response, example }) => {
      expect(response?.safeParse(example.response)).toMatchObject({ success: true });
    },
  );

  it('refuses more than three years of months at once, and months in the wrong order', () => {
    const { query } = slas.viewPortfolio;
    expect(query?.safeParse({ from: '2023-01', to: '2025-12' }).success).toBe(true);
    expect(query?.safeParse({ from: '2023-01', to: '2026-01' }).success).toBe(false);
    expect(query?.safeParse({ from: '2026-02', to: '2026-01' }).success).toBe(false);
  });
});
