/**
 * Code that the lint must refuse, and beside it code that it must let pass: for each boundary of architecture
 * invariant 7, for the one door to data (invariant 2) and for the pure engine (invariant 4). Without the second
 * half a rule that refuses everything would look as good as one that works.
 */

const boundaries = '@nx/enforce-module-boundaries';
const door = '@typescript-eslint/no-restricted-imports';

/**
 * @typedef {object} Planted
 * @property {string} name
 * @property {string} file where the code is said to be
 * @property {string} code
 * @property {string} [refusedBy] the rule; without it the code must pass the three families of rules
 */

/**
 * @param {string} file
 * @param {string} target
 * @param {string} [refusedBy]
 * @returns {Planted}
 */
const imports = (file, target, refusedBy) => ({
  name: `${file.replace(/\/planted\.ts$/, '')} ${refusedBy === undefined ? 'may' : 'may not'} import ${target}`,
  file,
  code: `export * from '${target}';\n`,
  ...(refusedBy === undefined ? {} : { refusedBy }),
});

/** @type {readonly Planted[]} */
export const planted = [
  // engine → nothing
  imports('libs/sla-engine/planted.ts', '@plumbline/api/schema', boundaries),
  imports('libs/sla-engine/planted.ts', '@plumbline/platform/errors', boundaries),
  imports('libs/sla-engine/planted.ts', '@plumbline/ui', boundaries),
  // schema → schema, engine
  imports('libs/vendors/schema/planted.ts', '@plumbline/platform/errors', boundaries),
  imports('libs/vendors/schema/planted.ts', '@plumbline/vendors/server', boundaries),
  imports('libs/vendors/schema/planted.ts', '@plumbline/ui', boundaries),
  imports('libs/vendors/schema/planted.ts', '@plumbline/api/schema'),
  imports('libs/measurements/schema/planted.ts', '@plumbline/sla-engine'),
  // platform → platform
  imports('libs/platform/planted.ts', '@plumbline/sla-engine', boundaries),
  imports('libs/platform/planted.ts', '@plumbline/vendors/server', boundaries),
  // ui → ui, engine, libs/api/schema
  imports('libs/ui/planted.ts', '@plumbline/vendors/schema', boundaries),
  imports('libs/ui/planted.ts', '@plumbline/platform/errors', boundaries),
  imports('libs/ui/planted.ts', '@plumbline/sla-engine'),
  imports('libs/ui/planted.ts', '@plumbline/api/schema'),
  // web → schema, engine, ui
  imports('libs/vendors/web/planted.ts', '@plumbline/vendors/server', boundaries),
  imports('libs/vendors/web/planted.ts', '@plumbline/platform/errors', boundaries),
  imports('libs/vendors/web/planted.ts', '@plumbline/vendors/schema'),
  imports('libs/vendors/web/planted.ts', '@plumbline/sla-engine'),
  imports('libs/vendors/web/planted.ts', '@plumbline/ui'),
  // server → schema, engine, platform
  imports('libs/vendors/server/planted.ts', '@plumbline/ui', boundaries),
  imports('libs/vendors/server/planted.ts', '@plumbline/vendors/web', boundaries),
  imports('libs/vendors/server/planted.ts', '@plumbline/vendors/schema'),
  imports('libs/vendors/server/planted.ts', '@plumbline/sla-engine'),
  imports('libs/vendors/server/planted.ts', '@plumbline/platform/database'),
  // a thing's server → another's only along the acyclic list; a thing's web → no other's
  imports('libs/vendors/server/planted.ts', '@plumbline/contracts/server', boundaries),
  imports('libs/contracts/server/planted.ts', '@plumbline/scorecards/server', boundaries),
  imports('libs/contracts/server/planted.ts', '@plumbline/vendors/server'),
  imports('libs/measurements/server/planted.ts', '@plumbline/calendars/server'),
  imports('libs/calendars/server/planted.ts', '@plumbline/measurements/server', boundaries),
  imports('libs/vendors/web/planted.ts', '@plumbline/contracts/web', boundaries),
  // app → all
  imports('apps/api/src/planted.ts', '@plumbline/vendors/server'),
  imports('apps/worker/src/planted.ts', '@plumbline/platform/jobs'),
  // one door to data
  {
    name: 'a server may not hold a DataSource',
    file: 'libs/vendors/server/planted.ts',
    code: "export { DataSource } from 'typeorm';\n",
    refusedBy: door,
  },
  {
    name: 'a server may not hold a Repository',
    file: 'libs/vendors/server/planted.ts',
    code: "export { Repository } from 'typeorm';\n",
    refusedBy: door,
  },
  {
    name: 'a server may not open a connection',
    file: 'libs/vendors/server/planted.ts',
    code: "export { Client } from 'pg';\n",
    refusedBy: door,
  },
  {
    name: 'a server may name the types of the driver',
    file: 'libs/vendors/server/planted.ts',
    code: "export type { Client } from 'pg';\n",
  },
  {
    name: 'an app may not open a connection',
    file: 'apps/worker/src/planted.ts',
    code: "export { Client } from 'pg';\n",
    refusedBy: door,
  },
  {
    name: 'a server may describe an entity',
    file: 'libs/vendors/server/planted.ts',
    code: "export { Entity } from 'typeorm';\n",
  },
  {
    name: 'platform/database opens the connections',
    file: 'libs/platform/database/planted.ts',
    code: "export { DataSource } from 'typeorm';\n",
  },
  // the pure engine
  {
    name: 'the engine reads no clock through Date',
    file: 'libs/sla-engine/planted.ts',
    code: 'export const now = () => new Date();\n',
    refusedBy: 'no-restricted-globals',
  },
  {
    name: 'the engine reads no clock through Temporal.Now',
    file: 'libs/sla-engine/planted.ts',
    code: 'export const now = () => Temporal.Now.instant();\n',
    refusedBy: 'no-restricted-properties',
  },
  {
    name: 'the engine reads no environment',
    file: 'libs/sla-engine/planted.ts',
    code: "export const zone = () => process.env['TZ'];\n",
    refusedBy: 'no-restricted-globals',
  },
  {
    name: 'the engine draws no random numbers',
    file: 'libs/sla-engine/planted.ts',
    code: 'export const draw = () => Math.random();\n',
    refusedBy: 'no-restricted-properties',
  },
  {
    name: 'the engine computes with the instants it is given',
    file: 'libs/sla-engine/planted.ts',
    code: 'export const later = (at: Temporal.Instant) => at.add({ hours: 1 });\n',
  },
];
