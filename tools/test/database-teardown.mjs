import { rm } from 'node:fs/promises';
import { dropDatabase } from '../bootstrap/databases.mjs';

export default async function tearDown() {
  const name = new URL(process.env.PLUMBLINE_TEST_OWNER_URL ?? '').pathname.slice(1);
  await dropDatabase(process.env.PLUMBLINE_TEST_SERVER_URL ?? '', name);
  await rm(`.plumbline/cache/migrate-${process.pid}.mjs`, { force: true });
}
