import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type OperationShape, servedPath } from '@plumbline/platform/http';
import { DeclaredOperations } from '@plumbline/platform/identity';
import { Ajv2020 } from 'ajv/dist/2020';
import { ApiUnderTest, Browser } from './api-under-test';

type Json = { [key: string]: unknown };
interface Described {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, { schema: Json; example?: unknown }> };
  responses: Record<string, { content?: Record<string, { schema: Json; example?: unknown }> }>;
  security: unknown[];
}

describe('the OpenAPI document', () => {
  let api: ApiUnderTest;
  let document: Json & { paths: Record<string, Record<string, Described>> };
  let operations: readonly OperationShape[];
  const described = (operation: OperationShape): Described | undefined =>
    document.paths[servedPath(operation).replace(/:(\w+)/g, '{$1}')]?.[operation.method.toLowerCase()];

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    operations = api.get(DeclaredOperations).all();
    const answer = await new Browser(api).get('/api/openapi.json').expect(200);
    document = answer.body as typeof document;
  });
  afterAll(() => api.stop());

  it('describes every operation that is served, and nothing else', () => {
    expect(document['openapi']).toBe('3.1.0');
    const told = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map((each) => each.operationId),
    );
    expect(told.sort()).toEqual(operations.map((operation) => operation.id).sort());
    expect(operations.filter((operation) => described(operation)?.operationId !== operation.id)).toEqual([]);
  });

  it('gives each operation an example that its own schemas accept', () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const { request, response } = operation.example;
      const asked = operation.body?.safeParse(request ?? {});
      if (asked?.success === false && !operation.consumes)
        wrong.push(`${operation.id} request: ${issues(asked)}`);
      if (operation.response && response === undefined)
        wrong.push(`${operation.id} has no example of its answer`);
      const answered = response === undefined ? undefined : operation.response?.safeParse(response);
      if (answered?.success === false) wrong.push(`${operation.id} response: ${issues(answered)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('is made of JSON Schemas that accept the examples beside them', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const wrong: string[] = [];
    for (const operation of operations) {
      const { requestBody, responses } = described(operation) as Described;
      for (const { content } of [requestBody, ...Object.values(responses)].filter(
        (each) => each !== undefined,
      )) {
        for (const media of Object.values(content ?? {})) {
          if (media.example === undefined || '$ref' in media.schema) continue;
          if (media.schema['type'] === 'string' && typeof media.example !== 'string') continue;
          const validate = ajv.compile({ ...media.schema, components: document['components'] });
          if (!validate(media.example)) wrong.push(`${operation.id}: ${ajv.errorsText(validate.errors)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('names the headers that creating and changing calls take', () => {
    const headers = (operation: OperationShape) =>
      (described(operation)?.parameters ?? [])
        .filter((each) => each.in === 'header')
        .map((each) => each.name);
    for (const operation of operations) {
      expect([operation.id, headers(operation).includes('Idempotency-Key')]).toEqual([
        operation.id,
        operation.idempotent === true,
      ]);
      expect([operation.id, headers(operation).includes('If-Match')]).toEqual([
        operation.id,
        operation.conditional === true,
      ]);
    }
    expect(operations.some((operation) => operation.idempotent)).toBe(true);
  });

  it('says every path parameter, and resolves every reference', () => {
    for (const operation of operations) {
      const inPath = [...operation.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const told = (described(operation)?.parameters ?? []).filter((each) => each.in === 'path');
      expect([operation.id, told.map((each) => each.name).sort()]).toEqual([operation.id, inPath.sort()]);
    }
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
      ([, path]) => path ?? '',
    );
    expect(references.length).toBeGreaterThan(0);
    for (const path of new Set(references)) {
      const found = path.split('/').reduce<unknown>((at, key) => (at as Json | undefined)?.[key], document);
      expect([path, typeof found]).toEqual([path, 'object']);
    }
  });

  it('says of each operation who may call it', () => {
    for (const operation of operations) {
      const { security } = described(operation) as Described;
      expect([operation.id, security]).toEqual([
        operation.id,
        'permission' in operation.access ? [{ session: [] }, { apiKey: [] }] : [{}, { session: [] }],
      ]);
    }
  });
});

function issues(parsed: {
  error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] };
}): string {
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
