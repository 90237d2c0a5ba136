import './check-without-eval';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.textContent =
    'Plumbline could not start in this browser. Reload the page; if it stays, tell your administrator.';
  document.body.append(message);
  reportError(error);
});
