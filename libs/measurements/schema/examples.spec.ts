import { describe, expect, it } from '@jest/globals';
import * as measurements from './index';

const operations = Object.values(measurements).filter(
  (value): value is typeof measurements.listKpiFiles =>
    typeof value === 'object' && value !== null && 'path' in value && 'example' in value,
);

describe('operations of metrics and KPI files', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s shows examples that its schemas accept',
    (_, { body, response, example, produces, status }) => {
      const { request } = example as { request?: unknown };
      if (request !== undefined)
        expect((body as typeof response | undefined)?.safeParse(request)).toMatchObject({ success: true });
      // 204: there is nothing to show
      if (status === 204) expect(response).toBeUndefined();
      else if (produces === undefined)
        expect(response?.safeParse(example.response)).toMatchObject({ success: true });
      else expect(example.response).toBeDefined();
    },
  );
});
