import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import * as z from 'zod';

// As in the browser, where a strict content security policy forbids zod to compile code.
z.config({ jitless: true });
setupZonelessTestEnv();
