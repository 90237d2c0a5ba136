import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { TenantApi } from '../api/tenant-api';
import { formatBytes } from '../formatting/format-bytes';
import { Reader } from '../i18n/reader';
import { Icon } from '../icon/icon';
import type { AttachedDocument } from './attached-document';

/** Documents to download, each with its size. */
@Component({
  selector: 'pl-document-links',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul>
      @for (each of documents(); track each.id) {
        <li>
          <a [href]="api.url('/documents/' + each.id + '/content')" download>
            <pl-icon name="download" />{{ each.name }}</a
          >
          <span class="pl-muted pl-small">{{ size(each) }}</span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: var(--pl-1) var(--pl-4);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--pl-2);
      min-width: 0;
    }
    a {
      display: inline-flex;
      align-items: center;
      gap: var(--pl-1);
      min-height: 24px;
      overflow-wrap: anywhere;
    }
  `,
})
export class DocumentLinks {
  readonly documents = input.required<readonly AttachedDocument[]>();
  private readonly reader = inject(Reader);
  protected readonly api = inject(TenantApi);

  protected size({ bytes }: AttachedDocument): string {
    return formatBytes(bytes, this.reader.locale());
  }
}
