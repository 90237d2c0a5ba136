import { ChangeDetectionStrategy, Component, DOCUMENT, effect, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { NoticesView, PageHeading, Reader, SessionStore, languageOf } from '@plumbline/ui';
import { ConnectionBar } from './shell/connection-bar';
import { Theme } from './shell/theme';

@Component({
  selector: 'pl-root',
  imports: [RouterOutlet, NoticesView, ConnectionBar],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<pl-connection-bar /><router-outlet /><pl-notices />`,
})
export class App {
  constructor() {
    const router = inject(Router);
    const session = inject(SessionStore);
    inject(Theme);
    inject(PageHeading);
    const [reader, document] = [inject(Reader), inject(DOCUMENT)];
    // screen readers speak, and browsers hyphenate and offer to translate, by it
    effect(() => document.documentElement.setAttribute('lang', languageOf(reader.locale())));
    effect(() => {
      if (session.endedCount() === 0) return;
      void router.navigate(['/sign-in'], { queryParams: { returnTo: router.url, ended: true } });
    });
  }
}
