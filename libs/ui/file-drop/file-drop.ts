import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { formatBytes } from '../formatting/format-bytes';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';

let made = 0;

const words = {
  en: {
    drop: 'Drop the file here, or',
    choose: 'choose a file',
    dropSeveral: 'Drop files here, or',
    chooseSeveral: 'choose files',
    wrongKind: (name: string, accept: string) =>
      `${name} is not of a kind taken here (${accept}). Nothing was sent.`,
    tooLarge: (name: string, size: string, max: string) =>
      `${name} has ${size}; at most ${max} are taken. Nothing was sent.`,
    empty: (name: string) => `${name} is empty. Nothing was sent.`,
    one: 'One file at a time: drop just one.',
  },
  es: {
    drop: 'Suelte el archivo aquí, o',
    choose: 'elija un archivo',
    dropSeveral: 'Suelte archivos aquí, o',
    chooseSeveral: 'elija archivos',
    wrongKind: (name: string, accept: string) =>
      `${name} no es de un tipo admitido (${accept}). No se envió nada.`,
    tooLarge: (name: string, size: string, max: string) =>
      `${name} tiene ${size}; se admiten ${max} como máximo. No se envió nada.`,
    empty: (name: string) => `${name} está vacío. No se envió nada.`,
    one: 'Un archivo a la vez: suelte solo uno.',
  },
};

/** Takes a file, or several, by drop, click or keyboard; kind and size are checked before anything is sent. */
@Component({
  selector: 'pl-file-drop',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class.over]': 'over()',
    '(dragover)': 'onDragOver($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'onDrop($event)',
  },
  template: `
    <pl-icon name="upload" />
    <p>
      {{ multiple() ? text().dropSeveral : text().drop }}
      <label class="choose" [attr.for]="id">{{ multiple() ? text().chooseSeveral : text().choose }}</label>
    </p>
    <input
      class="pl-unseen"
      type="file"
      [id]="id"
      [accept]="accept()"
      [multiple]="multiple()"
      [attr.aria-describedby]="id + '-hint'"
      [attr.aria-label]="label()"
      (change)="onChoose($event)"
    />
    <p class="pl-muted pl-small" [id]="id + '-hint'">{{ hint() }}</p>
    <p class="problem" role="alert">{{ problem() }}</p>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      align-items: center;
      gap: var(--pl-2);
      padding: var(--pl-8) var(--pl-4);
      border: 2px dashed var(--pl-line-strong);
      border-radius: var(--pl-radius);
      background: var(--pl-surface);
      text-align: center;
      position: relative;
    }
    :host(.over) {
      border-color: var(--pl-accent);
      background: var(--pl-accent-tint);
    }
    :host(:focus-within) {
      outline: 2px solid var(--pl-accent);
      outline-offset: 2px;
    }
    pl-icon {
      width: 1.75rem;
      height: 1.75rem;
      color: var(--pl-accent);
    }
    .choose {
      color: var(--pl-accent);
      font-weight: 550;
      text-decoration: underline;
      cursor: pointer;
    }
    .problem {
      color: var(--pl-bad-text);
    }
    .problem:empty {
      display: none;
    }
  `,
})
export class FileDrop {
  /** For screen readers: `KPI file`. */
  readonly label = input.required<string>();
  /** As of an input: `.csv,text/csv`. */
  readonly accept = input.required<string>();
  readonly maxBytes = input.required<number>();
  /** What is taken, in words. */
  readonly hint = input('');
  /** Several at once: each good one is told, whatever is wrong with others. */
  readonly multiple = input(false);
  readonly chosen = output<File>();

  private readonly reader = inject(Reader);
  protected readonly text = texts(words);
  protected readonly id = `pl-file-drop-${(made += 1)}`;
  protected readonly over = signal(false);
  private readonly refused = signal<readonly File[]>([]);

  protected readonly problem = computed(() => {
    const refused = this.refused();
    if (refused.length > 1 && !this.multiple()) return this.text().one;
    return refused.map((file) => this.problemOf(file) ?? '').join(' ');
  });

  protected onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected onChoose(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.take([...(input.files ?? [])]);
    // The same file, put right and chosen again, must be noticed.
    input.value = '';
  }

  private take(files: readonly File[]): void {
    if (files.length === 0) return;
    const tooMany = files.length > 1 && !this.multiple();
    const good = tooMany ? [] : files.filter((file) => this.problemOf(file) === null);
    this.refused.set(files.filter((file) => !good.includes(file)));
    for (const file of good) this.chosen.emit(file);
  }

  private problemOf(file: File): string | null {
    const locale = this.reader.locale();
    if (!accepts(file, this.accept())) return this.text().wrongKind(file.name, this.accept());
    if (file.size === 0) return this.text().empty(file.name);
    if (file.size > this.maxBytes()) {
      return this.text().tooLarge(
        file.name,
        formatBytes(file.size, locale),
        formatBytes(this.maxBytes(), locale),
      );
    }
    return null;
  }
}

/** Whether a file's name or type is among those of an `accept` list. */
export function accepts(file: { readonly name: string; readonly type: string }, accept: string): boolean {
  return accept.split(',').some((each) => {
    const kind = each.trim().toLowerCase();
    return kind.startsWith('.') ? file.name.toLowerCase().endsWith(kind) : file.type.toLowerCase() === kind;
  });
}
