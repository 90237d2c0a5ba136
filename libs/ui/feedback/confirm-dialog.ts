import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { texts } from '../i18n/texts';
import { type Confirmation } from './confirm';

@Component({
  selector: 'pl-confirm-dialog',
  imports: [MatDialogTitle, MatDialogContent, MatDialogActions, MatDialogClose],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>{{ data.title }}</h2>
    <mat-dialog-content>{{ data.effect }}</mat-dialog-content>
    <mat-dialog-actions align="end">
      <button class="pl-button" type="button" [matDialogClose]="false">{{ words().cancel }}</button>
      <button
        class="pl-button"
        type="button"
        [attr.data-kind]="data.danger ? 'danger' : 'primary'"
        [matDialogClose]="true"
      >
        {{ data.action }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-actions {
      gap: var(--pl-2);
    }
  `,
})
export class ConfirmDialog {
  protected readonly data = inject<Confirmation>(MAT_DIALOG_DATA);
  protected readonly words = texts({ en: { cancel: 'Cancel' }, es: { cancel: 'Cancelar' } });
}
