/**
 * What a thing says on both sides: its shapes and its operations.
 */
import { projectFile } from './project-template.mjs';

/**
 * @param {import('./words.mjs').Words} words
 * @returns {Record<string, string>}
 */
export function schemaFiles(words) {
  const { things, thing, Things, Thing, thingName, phrase, phrases } = words;
  const folder = `libs/${things}/schema`;
  return {
    ...projectFile(words, 'schema'),
    [`${folder}/index.ts`]: `export * from './${thing}';
export * from './operations';
`,
    [`${folder}/${thing}.ts`]: `import { id, instant, text, version } from '@plumbline/api/schema';
import * as z from 'zod';

/** A new ${phrase}. */
export const new${Thing} = z.strictObject({ vendorId: id, title: text(200) });

/** A row of the list. */
export const ${thingName}Summary = z.strictObject({ id, vendorId: id, title: z.string(), createdAt: instant });

export const ${thingName} = ${thingName}Summary.extend({ version });

export type New${Thing} = z.output<typeof new${Thing}>;
export type ${Thing}Summary = z.output<typeof ${thingName}Summary>;
export type ${Thing} = z.output<typeof ${thingName}>;
`,
    [`${folder}/operations.ts`]: `import { id, operation, pageOf, pageQuery, tenantParams, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { new${Thing}, ${thingName}, ${thingName}Summary } from './${thing}';

const thing = '${things}';

const exampleSummary = {
  id: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e60',
  vendorId: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
  title: 'What it is about',
  createdAt: '2026-03-02T09:30:00.000Z',
} as const;
const example = { ...exampleSummary, version: 1 } as const;

export const list${Things} = operation({
  id: 'list${Things}',
  method: 'GET',
  path: '/tenants/:tenant/${things}',
  summary: 'The ${phrases} of the tenant, newest first; a vendor’s own user sees its own',
  thing,
  access: { permission: '${thing}.read' },
  params: tenantParams,
  query: pageQuery,
  response: pageOf(${thingName}Summary),
  example: { response: { items: [exampleSummary], nextCursor: null } },
});

export const create${Thing} = operation({
  id: 'create${Thing}',
  method: 'POST',
  path: '/tenants/:tenant/${things}',
  summary: 'Enter a ${phrase}',
  thing,
  access: { permission: '${thing}.write' },
  params: tenantParams,
  body: new${Thing},
  response: ${thingName},
  status: 201,
  idempotent: true,
  example: { request: { vendorId: exampleSummary.vendorId, title: exampleSummary.title }, response: example },
});

export const view${Thing} = operation({
  id: 'view${Thing}',
  method: 'GET',
  path: '/tenants/:tenant/${things}/:${thingName}Id',
  summary: 'One ${phrase}',
  thing,
  access: { permission: '${thing}.read' },
  params: z.strictObject({ tenant: tenantSlug, ${thingName}Id: id }),
  response: ${thingName},
  example: { response: example },
});
`,
  };
}
