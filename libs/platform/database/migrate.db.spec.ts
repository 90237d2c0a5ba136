import { describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ownerDatabaseUrl } from '../testing';
import { migrate, rolePassword } from './migrate';
import { runtimeRoles } from './roles';

describe('run-time roles, which all databases of a server share', () => {
  it('are made by whoever migrates, also when somebody else writes them in the same moment', async () => {
    const owner = ownerDatabaseUrl();
    const role = runtimeRoles.app;
    const password = rolePassword(owner, role);
    const [first, watcher] = [
      new pg.Client({ connectionString: owner }),
      new pg.Client({ connectionString: owner }),
    ];
    await Promise.all([first.connect(), watcher.connect()]);
    try {
      const { rows } = await first.query<{ pid: number }>('select pg_backend_pid() as pid');
      await first.query('begin');
      await first.query(`alter role ${role} password ${first.escapeLiteral(password)}`);
      const second = migrate(owner, []);
      const waits = `select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid)) and datname = current_database()`;
      while ((await watcher.query(waits, [rows[0]?.pid])).rowCount === 0) await pause(5);
      await first.query('commit');
      expect(await second).toEqual([]);
    } finally {
      await Promise.all([first.end(), watcher.end()]);
    }
  });
});
