/**
 * `node tools/dev-services.mjs` starts the local PostgreSQL and Redis to stay, for running single specs;
 * their addresses are in .plumbline/services.json. `--stop` stops them unless another run needs them.
 */
import { startInBackground, stopBackground } from './bootstrap/services.mjs';
import { tell } from './bootstrap/refusal.mjs';

try {
  if (process.argv.includes('--stop')) {
    const users = await stopBackground();
    console.log(users.length === 0 ? 'Stopped.' : `Still needed by ${users.join(', ')}: they stop with it.`);
  } else {
    const { databaseUrl, redisUrl } = await startInBackground();
    console.log(`PostgreSQL ${databaseUrl}\nRedis      ${redisUrl}\nAlso in .plumbline/services.json`);
  }
} catch (error) {
  console.error(tell(error));
  process.exitCode = 1;
}
