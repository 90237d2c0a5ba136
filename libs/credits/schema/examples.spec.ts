import { describe, expect, it } from '@jest/globals';
import * as credits from './index';

const operations = Object.values(credits).filter(
  (value): value is typeof credits.viewCreditStatement =>
    typeof value === 'object' && 'path' in value && 'example' in value,
);

describe('operations of credits', () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s shows an example that its schema accepts',
    (_, { response, example }) => {
      if (response) expect(response.safeParse(example.response)).toMatchObject({ success: true });
    },
  );
});
