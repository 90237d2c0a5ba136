import {
  ChangeDetectionStrategy,
  Component,
  effect,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { type FileLayout, type KpiFile } from '@plumbline/measurements/schema';
import { PageStateView } from '@plumbline/ui';
import { MappingForm } from './mapping-form';
import { MappingStore } from './mapping-store';
import { TableChoice } from './table-choice';

/** Where a file's columns are explained: fetches what is known of them, then shows the form. */
@Component({
  selector: 'pl-mapping-editor',
  imports: [PageStateView, MappingForm, TableChoice],
  providers: [MappingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-table-choice [layout]="layout()" (chosen)="store.chosen.set($event)" />
    <pl-page-state [state]="store.start.state()" (retry)="store.start.reload()">
      @if (store.start.value(); as start) {
        <pl-mapping-form [file]="file()" [start]="start" (sent)="sent.emit($event)" />
      }
    </pl-page-state>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-4);
      min-width: 0;
    }
  `,
})
export class MappingEditor {
  readonly file = input.required<KpiFile>();
  /** The file as it is after its columns were explained: being checked. */
  readonly sent = output<KpiFile>();
  protected readonly store = inject(MappingStore);
  /** Of the table at hand; while another is fetched, the one before. */
  protected readonly layout = linkedSignal<FileLayout | undefined, FileLayout>({
    source: () => this.store.start.value()?.suggestion.layout,
    computation: (now, before) => now ?? before?.value ?? this.file().layout,
  });

  constructor() {
    effect(() => {
      const { id, vendor } = this.file();
      if (this.store.file()?.id !== id) this.store.file.set({ id, vendorId: vendor.id });
    });
  }
}
