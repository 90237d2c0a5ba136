import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Icon, Reader, texts } from '@plumbline/ui';
import type { Requirement } from '@plumbline/vendors/schema';
import { lifeWords } from './life-words';
import { requirementText } from './requirement-words';

/** A gate as a checklist: each requirement met or open, and why. */
@Component({
  selector: 'pl-gate-list',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (gate().length === 0) {
      <p class="pl-muted">{{ text().asksNothing }}</p>
    } @else {
      <p>
        <strong>{{ open() === 0 ? text().whole : text().open(open(), gate().length) }}</strong>
      </p>
      <ul>
        @for (line of lines(); track $index) {
          <li [attr.data-met]="line.met">
            <pl-icon [name]="line.met ? 'check' : 'circle'" />
            <span class="pl-unseen">{{ line.met ? text().met : text().notMet }}: </span>
            @if (line.itemId; as itemId) {
              <a [href]="here + '#item-' + itemId" (click)="show($event, itemId)">{{ line.text }}</a>
            } @else {
              <span>{{ line.text }}</span>
            }
          </li>
        }
      </ul>
    }
  `,
  styles: `
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      margin: var(--pl-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: var(--pl-2);
      align-items: flex-start;
      min-height: 1.5rem;
    }
    pl-icon {
      flex: none;
      margin-top: 0.15rem;
      color: var(--pl-warn-mark);
    }
    [data-met='true'] pl-icon {
      color: var(--pl-good-mark);
    }
    a,
    span {
      overflow-wrap: anywhere;
      min-width: 0;
    }
  `,
})
export class GateList {
  readonly gate = input.required<readonly Requirement[]>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(lifeWords);
  protected readonly here = location.pathname;
  protected readonly open = computed(() => this.gate().filter(({ met }) => !met).length);
  protected readonly lines = computed(() =>
    this.gate().map((requirement) => ({
      ...requirement,
      text: requirementText(requirement, this.reader.locale()),
    })),
  );

  /** To the item further down the page. */
  protected show(event: Event, itemId: string): void {
    const item = document.getElementById(`item-${itemId}`);
    if (!item) return;
    event.preventDefault();
    item.scrollIntoView({ block: 'center' });
    item.focus();
  }
}
