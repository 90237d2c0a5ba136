import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Router, RouterOutlet } from '@angular/router';
import { NoticesView, PageHeading, SessionStore } from '@plumbline/ui';
import { Theme } from './shell/theme';

@Component({
  selector: 'pl-root',
  imports: [RouterOutlet, NoticesView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<router-outlet /><pl-notices />`,
})
export class App {
  constructor() {
    const router = inject(Router);
    const session = inject(SessionStore);
    inject(Theme);
    inject(PageHeading);
    effect(() => {
      if (session.endedCount() === 0) return;
      void router.navigate(['/sign-in'], { queryParams: { returnTo: router.url, ended: true } });
    });
  }
}
