import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { texts } from '../i18n/texts';

export interface Change {
  readonly what: string;
  /** Null: was not there before. */
  readonly before: string | null;
  /** Null: is not there any more. */
  readonly after: string | null;
}

/** Old and new values side by side; what changed is said by words and marks, not by colour alone. */
@Component({
  selector: 'pl-diff',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <table>
      <caption class="pl-unseen">
        {{
          caption() ?? words().caption
        }}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">{{ beforeLabel() ?? words().before }}</th>
          <th scope="col">{{ afterLabel() ?? words().after }}</th>
        </tr>
      </thead>
      <tbody>
        @for (change of changes(); track change.what) {
          <tr [class.same]="change.before === change.after">
            <th scope="row">{{ change.what }}</th>
            <td>
              @if (change.before === null) {
                <span class="pl-muted">{{ words().none }}</span>
              } @else if (change.before === change.after) {
                {{ change.before }}
              } @else {
                <del>{{ change.before }}</del>
              }
            </td>
            <td>
              @if (change.after === null) {
                <span class="pl-muted">{{ words().none }}</span>
              } @else if (change.before === change.after) {
                {{ change.after }}
              } @else {
                <ins>{{ change.after }}</ins>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font-size: var(--pl-text-13);
    }
    th,
    td {
      padding: var(--pl-1) var(--pl-3) var(--pl-1) 0;
      border-bottom: 1px solid var(--pl-line);
      text-align: start;
      vertical-align: top;
      font-variant-numeric: tabular-nums;
      overflow-wrap: break-word;
    }
    thead th {
      color: var(--pl-ink-muted);
      font-weight: 600;
    }
    tbody th {
      font-weight: 500;
    }
    del {
      color: var(--pl-bad-text);
      background: var(--pl-bad-tint);
      text-decoration-thickness: 1px;
    }
    ins {
      color: var(--pl-good-text);
      background: var(--pl-good-tint);
      text-decoration: none;
      font-weight: 600;
    }
    .same td {
      color: var(--pl-ink-muted);
    }
  `,
})
export class Diff {
  readonly changes = input.required<readonly Change[]>();
  readonly caption = input<string | null>(null);
  readonly beforeLabel = input<string | null>(null);
  readonly afterLabel = input<string | null>(null);
  protected readonly words = texts({
    en: { caption: 'What changed', before: 'Before', after: 'After', none: 'nothing' },
    es: { caption: 'Qué cambió', before: 'Antes', after: 'Después', none: 'nada' },
  });
}
