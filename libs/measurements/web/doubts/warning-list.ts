import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { type FileWarning, type WarningPlace } from '@plumbline/measurements/schema';
import { NumberPipe, Reader, formatDate, formatInstant, formatNumber, texts } from '@plumbline/ui';
import { placeSaid, warningSaid } from '../findings-said';
import { doubtWords } from './doubt-words';

/** What is doubtful about a file: each kind with its sentence, its first lines, and who said that it is right. */
@Component({
  selector: 'pl-warning-list',
  imports: [NumberPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (each of warnings(); track each.code) {
        <li>
          <h3>{{ text().titles[each.code] }}</h3>
          <p class="pl-wrap-anywhere">{{ said(each) }}</p>
          @if (each.accepted; as accepted) {
            <p class="pl-muted pl-small">{{ acceptedText(each.remembered, accepted) }}</p>
          }
          <details>
            <summary>
              {{ text().first(each.places.length | plNumber, each.count | plNumber) }}
            </summary>
            <ol>
              @for (place of each.places; track $index) {
                <li class="pl-wrap-anywhere">
                  @if (whereText(place.line, place.date); as where) {
                    <strong>{{ where }}</strong>
                  }
                  {{ placeText(each, place) }}
                </li>
              }
            </ol>
          </details>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    ul > li {
      padding-inline-start: var(--pl-3);
      border-inline-start: 3px solid var(--pl-warn-mark);
    }
    summary {
      cursor: pointer;
      font-size: var(--pl-text-13);
    }
    ol {
      padding: var(--pl-1) 0 0 var(--pl-3);
      font-size: var(--pl-text-13);
    }
  `,
})
export class WarningList {
  readonly warnings = input.required<readonly FileWarning[]>();
  /** Of the times in the file. */
  readonly timeZone = input.required<string>();
  private readonly reader = inject(Reader);
  protected readonly text = texts(doubtWords);

  protected said(warning: FileWarning): string {
    return warningSaid(warning, this.reader.locale());
  }

  protected placeText({ code }: FileWarning, place: WarningPlace): string {
    return placeSaid(code, place, this.reader.locale(), this.timeZone());
  }

  protected whereText(line: number | null, date: string | null): string {
    const locale = this.reader.locale();
    return [
      ...(line === null ? [] : [this.text().line(formatNumber(line, locale))]),
      ...(date === null ? [] : [formatDate(date, locale)]),
    ].join(', ');
  }

  protected acceptedText(
    remembered: boolean,
    { by, at }: { readonly by: string; readonly at: string },
  ): string {
    const instant = formatInstant(at, { locale: this.reader.locale(), timeZone: this.reader.timeZone });
    return remembered ? this.text().remembered(by, instant) : this.text().accepted(by, instant);
  }
}
