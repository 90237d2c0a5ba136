import * as z from 'zod';
import type { OperationShape } from './operation';

type Json = { [key: string]: unknown };

const problemTypes: Readonly<Record<number, string>> = {
  400: 'A field is wrong, unknown or missing; `fields` says which',
  401: 'Signed out, or the second factor is still to be given (code `mfa-required`)',
  403: 'Signed in without the permission, or the CSRF token or origin is wrong',
  404: 'There is no such thing here, or none that you may know of',
  409: 'In conflict with what is there',
  412: 'Somebody changed it after you read it (If-Match names an older version)',
  422: 'A rule of the product forbids it; `code` names the rule',
  428: 'If-Match is missing',
  429: 'Too many attempts: wait for the seconds in Retry-After',
};

/** The OpenAPI 3.1 document of the operations that this process really serves. Its schemas are JSON Schema 2020-12. */
export function openApiDocument(
  operations: readonly OperationShape[],
  about: { readonly version: string; readonly url: string },
): Json {
  const paths: { [path: string]: Json } = {};
  const schemas: Json = { Problem: problemSchema() };
  for (const operation of [...operations].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))) {
    (paths[pathOf(operation)] ??= {})[operation.method.toLowerCase()] = describe(operation, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version: about.version,
      description:
        'Health insurers hold their vendors to their contracts. Figures travel as decimal text, months as YYYY-MM, ' +
        'instants in UTC. Lists come in pages (`limit`, `cursor` → `nextCursor`). Failures are RFC 9457 problem details ' +
        'whose `code` is stable.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: about.url }],
    tags: [...new Set(operations.map((operation) => operation.thing))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-plumbline',
          description:
            'A signed-in person. Unsafe methods need the header X-CSRF-Token (GET /api/v1/session) as well.',
        },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A machine: `Authorization: Bearer plk_…`, made on the people page, scoped and expiring.',
        },
      },
      schemas,
      responses: Object.fromEntries(
        Object.entries(problemTypes).map(([status, description]) => [
          `Problem${status}`,
          {
            description,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

/** Where an operation is served: below /api/v1, but for health and the document itself. */
export function servedPath(operation: Pick<OperationShape, 'path'>): string {
  return /^\/(?:health|api)\//.test(operation.path) ? operation.path : `/api/v1${operation.path}`;
}

function pathOf(operation: OperationShape): string {
  return servedPath(operation).replace(/:(\w+)/g, '{$1}');
}

function describe(operation: OperationShape, schemas: Json): Json {
  const permission = 'permission' in operation.access ? operation.access.permission : null;
  const parameters = [
    ...fieldsOf(operation.params).map(([name, schema]) => ({ name, in: 'path', required: true, schema })),
    ...fieldsOf(operation.query).map(([name, schema, required]) => ({ name, in: 'query', required, schema })),
    ...headersOf(operation),
  ];
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.thing],
    ...(permission
      ? { 'x-permission': permission, security: [{ session: [] }, { apiKey: [] }] }
      : {
          'x-open': 'open' in operation.access ? operation.access.open : '',
          security: [{}, { session: [] }],
        }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(operation.body ? { requestBody: requestBody(operation, schemas) } : {}),
    responses: { [operation.status ?? 200]: success(operation, schemas), ...problems(operation) },
  };
}

function requestBody(operation: OperationShape, schemas: Json): Json {
  const described = {
    schema: withComponents(schemaOf(operation.body, 'input'), `${operation.id}Request`, schemas),
    ...(operation.example.request === undefined ? {} : { example: operation.example.request }),
  };
  // bytes that are the whole body have no schema (OpenAPI 3.1, "Considerations for file uploads")
  const types = [operation.consumes ?? 'application/json'].flat();
  const content = types.map((type, index) => [type, index === 0 ? described : {}]);
  return { required: true, content: Object.fromEntries(content) };
}

function success(operation: OperationShape, schemas: Json): Json {
  const stream = operation.produces === 'text/event-stream';
  const headers = {
    ...(answersVersion(operation)
      ? { ETag: { description: 'The version, for If-Match', schema: { type: 'string' } } }
      : {}),
    ...(operation.idempotent
      ? { 'Idempotency-Replayed': { description: '`true` on a repeat', schema: { type: 'string' } } }
      : {}),
  };
  const schema = operation.response
    ? withComponents(schemaOf(operation.response, 'output'), `${operation.id}Answer`, schemas)
    : undefined;
  const text = operation.produces !== undefined && operation.produces !== 'application/json';
  return {
    description: stream
      ? 'Server-sent events; the data of each is as described by x-event-data'
      : operation.summary,
    ...(Object.keys(headers).length > 0 ? { headers } : {}),
    ...(schema || text
      ? {
          content: {
            [operation.produces ?? 'application/json']: {
              schema: text ? { type: 'string' } : schema,
              ...(stream && schema ? { 'x-event-data': schema } : {}),
              ...(operation.example.response === undefined ? {} : { example: operation.example.response }),
            },
          },
        }
      : {}),
  };
}

function problems(operation: OperationShape): Json {
  const guarded = 'permission' in operation.access;
  const statuses = [
    ...(operation.params || operation.query || operation.body ? [400] : []),
    ...(guarded ? [401, 403, 404] : []),
    ...(operation.idempotent || operation.conditional ? [409] : []),
    ...(operation.conditional ? [412, 428] : []),
    ...(operation.method === 'GET' ? [] : [422, 429]),
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  );
}

function headersOf(operation: OperationShape): Json[] {
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(operation.headers ?? []).map(({ name, required, description }) =>
      header(name, required, description),
    ),
    ...(operation.idempotent
      ? [
          header(
            'Idempotency-Key',
            false,
            'The same key and body answer the same; another body is refused (409)',
          ),
        ]
      : []),
    ...(operation.conditional ? [header('If-Match', true, 'The ETag you last read')] : []),
    ...(operation.method !== 'GET' && 'permission' in operation.access
      ? [header('X-CSRF-Token', false, 'With a session: `csrfToken` of GET /api/v1/session')]
      : []),
  ];
}

function answersVersion(operation: OperationShape): boolean {
  const schema = operation.response ? schemaOf(operation.response, 'output') : {};
  return 'version' in ((schema['properties'] as Json | undefined) ?? {});
}

/** A flat object schema as its fields, for path and query parameters. */
function fieldsOf(parser: OperationShape['params']): [name: string, schema: unknown, required: boolean][] {
  if (!parser) return [];
  const schema = schemaOf(parser, 'input');
  const required = new Set((schema['required'] as string[] | undefined) ?? []);
  return Object.entries((schema['properties'] as Json | undefined) ?? {}).map(([name, field]) => [
    name,
    field,
    required.has(name),
  ]);
}

function schemaOf(parser: OperationShape['body'], io: 'input' | 'output'): Json {
  // the layers meet by shape: every parser of an operation is a zod schema (libs/api/schema)
  const { $schema: _, ...schema } = z.toJSONSchema(parser as unknown as z.ZodType, {
    io,
    unrepresentable: 'any',
  });
  return schema;
}

/** Parts of a schema that refer to each other (trees) go where the whole document's references look for them. */
function withComponents(schema: Json, owner: string, schemas: Json): Json {
  const named = JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${owner}.`),
  ) as Json;
  const { $defs, ...rest } = named;
  for (const [name, part] of Object.entries(($defs as Json | undefined) ?? {}))
    schemas[`${owner}.${name}`] = part;
  return rest;
}

function problemSchema(): Json {
  const text = { type: 'string' };
  return {
    type: 'object',
    description: 'RFC 9457 problem details',
    required: ['type', 'title', 'status', 'code', 'detail', 'instance'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      code: { type: 'string', description: 'Stable; docs/api.md lists them' },
      detail: text,
      instance: text,
      fields: {
        type: 'array',
        items: {
          type: 'object',
          required: ['path', 'code', 'detail'],
          properties: { path: text, code: text, detail: text },
        },
      },
    },
  };
}
