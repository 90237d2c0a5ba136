import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { type FieldTree } from '@angular/forms/signals';
import { texts } from '../i18n/texts';
import { PointerPress } from './pointer-press';
import { sayProblem } from './say-problem';

let made = 0;

/**
 * One question of a form: label above, the control (content, with `plControl`), unit inside, hint below, and the
 * problem once the field was left or the form was sent.
 *
 * @example
 * <pl-field label="Answered within" unit="s" [of]="form.threshold">
 *   <input plControl type="number" [formField]="form.threshold" />
 * </pl-field>
 */
@Component({
  selector: 'pl-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <label [attr.for]="id">
      {{ label() }}
      @if (optional()) {
        <span class="pl-muted">{{ words().optional }}</span>
      }
    </label>
    <div class="control" [class.with-unit]="unit() !== null">
      <ng-content />
      @if (unit(); as text) {
        <span class="unit" aria-hidden="true">{{ text }}</span>
      }
    </div>
    @if (hint(); as text) {
      <p class="hint" [id]="hintId">{{ text }}</p>
    }
    @if (problem(); as text) {
      <p class="problem" [id]="problemId">{{ text }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      min-width: 0;
    }
    label {
      font-weight: 550;
      font-size: var(--pl-text-13);
    }
    .control {
      position: relative;
    }
    .unit {
      position: absolute;
      inset-block: 0;
      inset-inline-end: var(--pl-3);
      display: flex;
      align-items: center;
      color: var(--pl-ink-muted);
      pointer-events: none;
    }
    .hint,
    .problem {
      font-size: var(--pl-text-13);
      color: var(--pl-ink-muted);
    }
    .problem {
      color: var(--pl-bad-text);
    }
  `,
})
export class Field {
  readonly label = input.required<string>();
  /** The field of the signal form whose problems are shown here. */
  readonly of = input<FieldTree<unknown> | null>(null);
  readonly unit = input<string | null>(null);
  readonly hint = input<string | null>(null);
  readonly optional = input(false);

  private readonly number = (made += 1);
  readonly id = `pl-field-${this.number}`;
  protected readonly hintId = `${this.id}-hint`;
  protected readonly problemId = `${this.id}-problem`;
  protected readonly words = texts({
    en: { optional: '(optional)', invalid: 'This is not valid.' },
    es: { optional: '(opcional)', invalid: 'No es válido.' },
  });

  private readonly say = sayProblem();
  private readonly pressed = inject(PointerPress).pressed;
  private readonly found = computed(() => {
    const field = this.of()?.();
    if (!field || !field.touched() || field.valid()) return null;
    const [first] = field.errors();
    if (!first) return null;
    return first.message === undefined ? this.words().invalid : this.say(first.message);
  });
  /** Waits while a pointer is down: a line that comes or goes would move what is being pressed, and lose the click. */
  readonly problem = linkedSignal<{ found: string | null; pressed: boolean }, string | null>({
    source: () => ({ found: this.found(), pressed: this.pressed() }),
    computation: ({ found, pressed }, before) => (pressed && before ? before.value : found),
  }).asReadonly();
  /** What describes the control: hint and problem, as far as they are there. */
  readonly describedBy = computed(() => {
    const ids = [this.hint() === null ? '' : this.hintId, this.problem() === null ? '' : this.problemId];
    return ids.filter((each) => each !== '').join(' ') || null;
  });
}
