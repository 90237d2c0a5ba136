import { describe, expect, it } from '@jest/globals';
import * as incidents from './index';

const operations = Object.values(incidents).filter(
  (value): value is typeof incidents.viewIncident =>
    typeof value === 'object' && 'path' in value && 'example' in value,
);

describe('operations of incidents', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s shows an example that its schemas accept',
    (_, { body, response, example }) => {
      if (body)
        expect((body as unknown as typeof response)?.safeParse(example.request)).toMatchObject({
          success: true,
        });
      if (response) expect(response.safeParse(example.response)).toMatchObject({ success: true });
    },
  );
});
