import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { PageHeader, TenantContext, texts } from '@plumbline/ui';

@Component({
  selector: 'pl-today-page',
  imports: [PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<pl-page-header [title]="text().title" />`,
})
export class TodayPage {
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts({ en: { title: 'Today' }, es: { title: 'Hoy' } });
}
