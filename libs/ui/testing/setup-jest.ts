import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless/index.mjs';
import * as z from 'zod';
import { standInForBrowser } from './browser-stand-ins';

// As in the browser, where a strict content security policy forbids zod to compile code.
z.config({ jitless: true });
standInForBrowser();
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
