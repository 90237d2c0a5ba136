/**
 * `node tools/compose-env.mjs > .env` makes the secrets that docker-compose.yml asks for. Builtins only, on any Node
 * from 20, so that it also runs in a bare container.
 */
import { composeEnvironment } from './bootstrap/compose-environment.mjs';

for (const [name, value] of Object.entries(composeEnvironment())) console.log(`${name}=${value}`);
