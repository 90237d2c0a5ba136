import { describe, expect, it } from '@jest/globals';
import { explain, missingRight, postgresAddress } from './check-database.mjs';
import { Refusal } from './refusal.mjs';

const rights = {
  version: 180004,
  createsRoles: true,
  createsDatabases: true,
  createsSchemas: true,
  createsTables: true,
  foreignRoles: null,
  name: 'owner',
  database: 'plumbline',
};

describe('missingRight', () => {
  it('finds nothing missing where all is granted', () => {
    expect(missingRight(rights, { createDatabases: true })).toBeUndefined();
  });

  it('lets an owner without CREATEDB start, and not test', () => {
    const without = { ...rights, createsDatabases: false };
    expect(missingRight(without, {})).toBeUndefined();
    expect(missingRight(without, { createDatabases: true })).toContain('ALTER ROLE "owner" CREATEDB;');
  });

  it.each([
    [{ version: 140009 }, 'PostgreSQL 14 is too old'],
    [{ createsRoles: false }, 'ALTER ROLE "owner" CREATEROLE;'],
    [{ createsTables: false }, 'ALTER DATABASE "plumbline" OWNER TO "owner";'],
    [{ createsSchemas: false }, 'ALTER DATABASE "plumbline" OWNER TO "owner";'],
    [{ foreignRoles: 'plumbline_app' }, 'the roles plumbline_app are there already'],
  ])('%j', (lack, words) => {
    const said = missingRight({ ...rights, ...lack }, {});
    expect(said).toContain(words);
    expect(said).not.toContain('\n');
  });
});

describe('postgresAddress', () => {
  it('names host, user and database, without the password', () => {
    expect(postgresAddress('postgresql://a%40b:secret@db.example/plumb%20line', 'DATABASE_URL')).toEqual({
      host: 'db.example:5432',
      user: 'a@b',
      database: 'plumb line',
    });
  });

  it.each(['', 'hello', 'mysql://a:b@c/d', 'postgres:///plumbline', 'postgres://a:b@c:5432'])(
    'refuses %j',
    (url) => {
      expect(() => postgresAddress(url, 'DATABASE_URL')).toThrow(Refusal);
    },
  );
});

describe('explain', () => {
  const address = { host: 'db.example:5432', user: 'owner', database: 'plumbline' };
  const failure = (code: string, message = 'words of the driver'): Error =>
    Object.assign(new Error(message), { code });

  it.each([
    [failure('ECONNREFUSED'), 'DATABASE_URL: nothing listens at db.example:5432.'],
    [failure('ENOTFOUND'), 'DATABASE_URL: there is no host db.example:5432.'],
    [failure('28P01'), 'DATABASE_URL: the password for user "owner" at db.example:5432 is wrong.'],
    [failure('3D000'), 'CREATE DATABASE "plumbline";'],
    [new AggregateError([failure('ECONNREFUSED')]), 'DATABASE_URL: nothing listens at db.example:5432.'],
    [
      new Error('Connection terminated due to connection timeout'),
      'DATABASE_URL: db.example:5432 does not answer.',
    ],
  ])('%s', (error, words) => {
    const said = explain(error, address, 'DATABASE_URL');
    expect(said).toBeInstanceOf(Refusal);
    expect((said as Refusal).message).toContain(words);
  });

  it('leaves alone what no setting causes', () => {
    const error = failure('42601', 'syntax error');
    expect(explain(error, address, 'DATABASE_URL')).toBe(error);
  });
});
