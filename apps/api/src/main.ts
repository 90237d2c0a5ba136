import 'reflect-metadata';
import { log } from '@plumbline/platform/jobs';
import { createApi } from './create-api';

const port = Number(process.env['PORT'] ?? 3000);
const app = await createApi();
app.enableShutdownHooks();
try {
  await app.listen(port, process.env['HOST'] ?? '127.0.0.1');
} catch (error) {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  log.fatal(
    taken ? `port ${port} is taken: stop what listens there, or choose another with PORT` : String(error),
  );
  process.exit(1);
}
log.info({ port }, 'ready');
