import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Notices, texts } from '@plumbline/ui';
import { webhookWords } from './webhook-words';

/** A secret, from the moment it is made until the page is left; nothing keeps it. */
@Component({
  selector: 'pl-shown-once',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" role="status">
      <p>{{ words().kept }}</p>
      <code class="pl-wrap-anywhere">{{ secret() }}</code>
      <div class="pl-row">
        <button class="pl-button" type="button" (click)="copy()">{{ words().copy }}</button>
        <ng-content />
      </div>
    </section>
  `,
})
export class ShownOnce {
  readonly secret = input.required<string>();
  private readonly notices = inject(Notices);
  protected readonly words = texts(webhookWords);

  protected async copy(): Promise<void> {
    await navigator.clipboard.writeText(this.secret());
    this.notices.done(this.words().copied);
  }
}
