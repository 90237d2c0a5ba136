import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon, type IconName, pageResource, texts } from '@plumbline/ui';
import { type NavigationEntry, type NavigationGroup } from '../shell/navigation';
import { PaletteSearch } from './palette-search';

export interface PaletteEntries {
  readonly groups: readonly NavigationGroup[];
  /** What can be begun at once. */
  readonly commands: readonly NavigationEntry[];
}

interface Command {
  readonly text: string;
  readonly detail: string;
  readonly icon: IconName;
  readonly link: readonly string[];
  readonly also?: string;
}

const words = {
  en: {
    label: 'Search or go to',
    hint: 'Page, vendor, contract or what to do',
    page: 'Page',
    command: 'Do',
    kinds: { vendor: 'Vendor', contract: 'Contract' },
    none: (query: string) => `Nothing called “${query}”.`,
    searching: 'Searching…',
    failed: 'Vendors and contracts could not be searched: the server did not answer.',
  },
  es: {
    label: 'Buscar o ir a',
    hint: 'Página, proveedor, contrato o qué hacer',
    page: 'Página',
    command: 'Hacer',
    kinds: { vendor: 'Proveedor', contract: 'Contrato' },
    none: (query: string) => `Nada se llama «${query}».`,
    searching: 'Buscando…',
    failed: 'No se pudo buscar proveedores ni contratos: el servidor no respondió.',
  },
};

/** Ctrl/Cmd-K: pages and what can be begun at once, vendors and contracts of this tenant as they are found. */
@Component({
  selector: 'pl-command-palette',
  imports: [Icon, RouterLink],
  providers: [PaletteSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="box">
      <pl-icon name="search" />
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="pl-commands"
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck="false"
        [attr.aria-label]="text().label"
        [attr.aria-activedescendant]="commands().length > 0 ? 'pl-command-' + active() : null"
        [placeholder]="text().hint"
        [value]="query()"
        (input)="onInput($event)"
        (keydown)="onKey($event)"
      />
    </div>
    <ul class="list" id="pl-commands" role="listbox" [attr.aria-label]="text().label">
      @for (command of commands(); track command.link.join('/'); let index = $index) {
        <li role="none">
          <a
            role="option"
            tabindex="-1"
            [id]="'pl-command-' + index"
            [routerLink]="command.link"
            [attr.aria-selected]="index === active()"
            (mousemove)="active.set(index)"
            (click)="close()"
          >
            <pl-icon [name]="command.icon" />
            <span class="text">{{ command.text }}</span>
            <span class="pl-muted">{{ command.detail }}</span>
          </a>
        </li>
      }
    </ul>
    <p class="status pl-muted" role="status">{{ status() }}</p>
  `,
  styles: `
    :host {
      display: block;
      width: min(36rem, calc(100vw - 2rem));
      border: 1px solid var(--pl-line);
      border-radius: var(--pl-radius);
      background: var(--pl-raised);
      box-shadow: var(--pl-high);
    }
    .box {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      padding: 0 var(--pl-4);
      border-bottom: 1px solid var(--pl-line);
    }
    input {
      flex: 1;
      min-height: 3rem;
      border: 0;
      outline: none;
      background: none;
      font-size: var(--pl-text-16);
    }
    .list {
      max-height: 50vh;
      overflow-y: auto;
      margin: 0;
      padding: var(--pl-1);
    }
    a {
      display: flex;
      align-items: center;
      gap: var(--pl-3);
      min-height: var(--pl-control);
      padding: 0 var(--pl-3);
      border-radius: 4px;
      color: inherit;
      text-decoration: none;
    }
    a[aria-selected='true'] {
      background: var(--pl-accent-tint);
      box-shadow: inset 3px 0 0 var(--pl-accent);
    }
    .text {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .status:not(:empty) {
      padding: var(--pl-2) var(--pl-4) var(--pl-3);
    }
  `,
})
export class CommandPalette {
  private readonly dialog = inject(DialogRef);
  private readonly router = inject(Router);
  private readonly search = inject(PaletteSearch);
  private readonly entries = inject<PaletteEntries>(DIALOG_DATA);
  protected readonly text = texts(words);
  protected readonly query = signal('');

  private readonly known = computed((): readonly Command[] => [
    ...this.entries.groups.flatMap((group) =>
      group.entries.map((entry) => ({ ...entry, detail: group.heading ?? this.text().page })),
    ),
    ...this.entries.commands.map((entry) => ({ ...entry, detail: this.text().command })),
  ]);
  private readonly found = pageResource({
    params: () => (this.query().trim().length < 2 ? undefined : this.query().trim()),
    load: (query, signal) => this.search.find(query, signal),
  });
  protected readonly commands = computed((): readonly Command[] => {
    const wanted = this.query().trim().toLocaleLowerCase();
    const known = this.known().filter(({ text, also = '' }) =>
      `${text} ${also}`.toLocaleLowerCase().includes(wanted),
    );
    const found = wanted.length < 2 ? [] : (this.found.value() ?? []);
    return [...known, ...found.map((each) => ({ ...each, detail: this.text().kinds[each.kind] }))];
  });
  protected readonly active = linkedSignal({ source: this.commands, computation: () => 0 });
  protected readonly status = computed(() => {
    const state = this.found.state();
    if (state.is === 'loading') return this.text().searching;
    if (state.is === 'failed') return this.text().failed;
    return this.commands().length === 0 ? this.text().none(this.query().trim()) : '';
  });

  protected onInput(event: Event): void {
    this.query.set((event.target as HTMLInputElement).value);
  }

  protected onKey(event: KeyboardEvent): void {
    const count = this.commands().length;
    if (event.key === 'Enter') {
      const command = this.commands()[this.active()];
      if (command) this.go(command);
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || count === 0) return;
    event.preventDefault();
    this.active.update((index) => (index + step + count) % count);
    document.getElementById(`pl-command-${this.active()}`)?.scrollIntoView({ block: 'nearest' });
  }

  protected close(): void {
    this.dialog.close();
  }

  private go(command: Command): void {
    this.close();
    void this.router.navigate(command.link);
  }
}
