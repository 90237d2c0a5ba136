import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, type TemplateRef, contentChild, input } from '@angular/core';
import { InstantPipe } from '../formatting/format-pipes';
import { Icon } from '../icon/icon';
import { type IconName } from '../icon/icons';

export interface TimelineEvent {
  readonly id: string;
  /** RFC 3339 */
  readonly at: string;
  /** What happened, in a sentence. */
  readonly text: string;
  /** Who did it; null for the system. */
  readonly by: string | null;
  readonly icon?: IconName;
}

/**
 * What happened in order, newest first as given. A template (`<ng-template let-event>`) adds more below a line, such as
 * a `pl-diff`. Instants are written in the tenant's zone.
 */
@Component({
  selector: 'pl-timeline',
  imports: [NgTemplateOutlet, InstantPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol class="events">
      @for (event of events(); track event.id) {
        <li>
          <span class="dot"><pl-icon [name]="event.icon ?? 'circle'" /></span>
          <div class="what">
            <p>{{ event.text }}&ngsp;</p>
            <p class="pl-muted pl-small">
              <time [attr.datetime]="event.at">{{ event.at | plInstant }}</time>
              @if (event.by; as by) {
                · {{ by }}
              }
            </p>
            @if (more(); as template) {
              <ng-container *ngTemplateOutlet="template; context: { $implicit: event }" />
            }
          </div>
        </li>
      }
    </ol>
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      position: relative;
      display: flex;
      gap: var(--pl-3);
      padding-bottom: var(--pl-4);
    }
    li:not(:last-child)::before {
      content: '';
      position: absolute;
      inset-block: 1.5rem 0;
      inset-inline-start: 0.7rem;
      border-inline-start: 1px solid var(--pl-line);
    }
    .dot {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      flex: none;
      width: 1.5rem;
      height: 1.5rem;
      border: 1px solid var(--pl-line);
      border-radius: 50%;
      background: var(--pl-surface);
      color: var(--pl-ink-muted);
    }
    .dot pl-icon {
      width: 0.875rem;
      height: 0.875rem;
    }
    .what {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class Timeline {
  readonly events = input.required<readonly TimelineEvent[]>();
  protected readonly more = contentChild<TemplateRef<{ $implicit: TimelineEvent }>>('more');
}
