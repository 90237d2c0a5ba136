import { ChangeDetectionStrategy, Component, effect, inject, input, output } from '@angular/core';
import { type KpiFile } from '@plumbline/measurements/schema';
import { PageStateView } from '@plumbline/ui';
import { MappingForm } from './mapping-form';
import { MappingStore } from './mapping-store';

/** Where a file's columns are explained: fetches what is known of them, then shows the form. */
@Component({
  selector: 'pl-mapping-editor',
  imports: [PageStateView, MappingForm],
  providers: [MappingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <pl-page-state [state]="store.start.state()" (retry)="store.start.reload()">
      @if (store.start.value(); as start) {
        <pl-mapping-form [file]="file()" [start]="start" (sent)="sent.emit($event)" />
      }
    </pl-page-state>
  `,
})
export class MappingEditor {
  readonly file = input.required<KpiFile>();
  /** The file as it is after its columns were explained: being checked. */
  readonly sent = output<KpiFile>();
  protected readonly store = inject(MappingStore);

  constructor() {
    effect(() => {
      const { id, vendor } = this.file();
      if (this.store.file()?.id !== id) this.store.file.set({ id, vendorId: vendor.id });
    });
  }
}
