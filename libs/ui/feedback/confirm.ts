import { Injectable, Injector, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

export interface Confirmation {
  /** What is about to happen, as a question or a command: `Publish March 2026?` */
  readonly title: string;
  /** What it changes, in numbers: `Publishes March for 3 vendors and mails 7 people.` */
  readonly effect: string;
  /** The verb on the button: `Publish`. */
  readonly action: string;
  readonly danger?: boolean;
}

/** Asks before what cannot be undone, and says its effect. The dialog is fetched when it is first needed. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly injector = inject(Injector);

  async ask(confirmation: Confirmation): Promise<boolean> {
    const [{ MatDialog }, { ConfirmDialog }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./confirm-dialog'),
    ]);
    const dialog = this.injector.get(MatDialog).open(ConfirmDialog, {
      data: confirmation,
      role: 'alertdialog',
      autoFocus: 'dialog',
      width: '28rem',
    });
    return (await firstValueFrom(dialog.afterClosed())) === true;
  }
}
