import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { texts } from '@plumbline/ui';

const words = {
  en: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    list: [
      { keys: ['Ctrl', 'K'], does: 'Search and go to (⌘ K on a Mac)' },
      { keys: ['?'], does: 'This list' },
      { keys: ['↑', '↓'], does: 'Row by row in a table; cell by cell in a heat map' },
      { keys: ['Home', 'End'], does: 'First and last row' },
      { keys: ['Enter'], does: 'Open the row or explain the figure' },
      { keys: ['T'], does: 'On a chart: the same numbers as a table' },
      { keys: ['Esc'], does: 'Close a panel, menu or dialog' },
    ],
  },
  es: {
    title: 'Atajos de teclado',
    close: 'Cerrar',
    list: [
      { keys: ['Ctrl', 'K'], does: 'Buscar e ir a (⌘ K en Mac)' },
      { keys: ['?'], does: 'Esta lista' },
      { keys: ['↑', '↓'], does: 'Fila por fila en una tabla; celda por celda en un mapa de calor' },
      { keys: ['Home', 'End'], does: 'Primera y última fila' },
      { keys: ['Enter'], does: 'Abrir la fila o explicar la cifra' },
      { keys: ['T'], does: 'En un gráfico: los mismos números como tabla' },
      { keys: ['Esc'], does: 'Cerrar un panel, menú o diálogo' },
    ],
  },
};

@Component({
  selector: 'pl-shortcuts',
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ text().title }}</h2>
    <mat-dialog-content>
      <dl class="pl-facts">
        @for (shortcut of text().list; track shortcut.does) {
          <dt>
            @for (key of shortcut.keys; track key) {
              <kbd>{{ key }}</kbd>&ngsp;
            }
          </dt>
          <dd>{{ shortcut.does }}</dd>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button class="pl-button" type="button" matDialogClose>{{ text().close }}</button>
    </mat-dialog-actions>
  `,
})
export class Shortcuts {
  protected readonly text = texts(words);
}
