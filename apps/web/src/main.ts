import './check-without-eval';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

/** The engine computes with Temporal, and takes it from the browser where it is there. */
async function start(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  await bootstrapApplication(App, appConfig);
}

start().catch((error: unknown) => {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent =
    'Plumbline could not start in this browser. Reload the page; if it stays, tell your administrator.';
  document.body.append(message);
  reportError(error);
});
