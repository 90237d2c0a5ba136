import { migrate } from '@plumbline/platform/database';
import { migrations } from '../../../migrations/index';

/** `node dist/apps/api/migrate.mjs`: the only process that is given the owner's DATABASE_URL. */
const ownerUrl = process.env['DATABASE_URL'];
if (!ownerUrl) {
  process.stderr.write('DATABASE_URL is not set: migrations run as the owner of the database\n');
  process.exit(1);
}

const done = await migrate(ownerUrl, migrations);
process.stdout.write(
  done.length > 0 ? `${done.map((name) => `migrated ${name}`).join('\n')}\n` : 'nothing to migrate\n',
);
