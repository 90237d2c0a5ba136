import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { type KpiFile } from '@plumbline/measurements/schema';
import { NumberPipe, PageStateView, TenantContext, texts } from '@plumbline/ui';
import { VendorsForm } from './vendors-form';
import { VendorsStore } from './vendors-store';
import { vendorsWords } from './vendors-words';

/** The codes a file waits for: to be decided by who may, to be seen by everybody else. */
@Component({
  selector: 'pl-vendors-panel',
  imports: [PageStateView, VendorsForm, NumberPipe],
  providers: [VendorsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="pl-panel pl-stack" [attr.aria-label]="text().title">
      <h2>{{ text().title }}</h2>
      @if (tenant.can('kpi-file.resolve-vendors')) {
        <pl-page-state [state]="store.start.state()" (retry)="store.start.reload()">
          @if (store.start.value(); as start) {
            <pl-vendors-form [file]="file()" [start]="start" (resolved)="resolved.emit($event)" />
          }
        </pl-page-state>
      } @else {
        <p>{{ text().readOnly(tenant.name()) }}</p>
        <ul class="codes">
          @for (each of file().unknownVendors; track each.code) {
            <li>
              <strong>{{ each.code }}</strong> {{ each.name }}
              <span class="pl-muted pl-small">{{ text().rows(each.rows | plNumber, each.rows === 1) }}</span>
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: `
    .codes {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: var(--pl-1) var(--pl-4);
    }
  `,
})
export class VendorsPanel {
  readonly file = input.required<KpiFile>();
  readonly resolved = output<KpiFile>();
  protected readonly tenant = inject(TenantContext);
  protected readonly store = inject(VendorsStore);
  protected readonly text = texts(vendorsWords);
}
