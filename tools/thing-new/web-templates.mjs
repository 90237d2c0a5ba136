/**
 * A thing's pages: its list, over a page-scoped store.
 */
import { projectFile } from './project-template.mjs';

/**
 * @param {import('./words.mjs').Words} words
 * @returns {Record<string, string>}
 */
export function webFiles(words) {
  const { things, thing, Things, Thing, thingsName, phrases, Phrases } = words;
  const folder = `libs/${things}/web`;
  return {
    ...projectFile(words, 'web'),
    [`${folder}/index.ts`]: `import type { Routes } from '@angular/router';
import { requirePermission } from '@plumbline/ui';

export const routes: Routes = [
  {
    path: '',
    canActivate: [requirePermission('${thing}.read')],
    loadComponent: () => import('./${things}-page').then((m) => m.${Things}Page),
  },
];
`,
    [`${folder}/${things}-store.ts`]: `import { inject, Injectable } from '@angular/core';
import { list${Things} } from '@plumbline/${things}/schema';
import { cursorList, TenantApi } from '@plumbline/ui';

/** The ${phrases} of the tenant. */
@Injectable()
export class ${Things}Store {
  private readonly api = inject(TenantApi);

  readonly ${thingsName} = cursorList({
    params: () => true,
    load: (_, cursor, signal) => this.api.call(list${Things}, { query: { cursor, limit: 100 } }, { signal }),
  });
}
`,
    [`${folder}/${things}-page.ts`]: `import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import type { ${Thing}Summary } from '@plumbline/${things}/schema';
import {
  type Column,
  DataTable,
  Empty,
  formatInstant,
  PageHeader,
  PageStateView,
  Reader,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { ${Things}Store } from './${things}-store';

const words = {
  en: {
    title: '${Phrases}',
    about: 'Title',
    entered: 'Entered',
    none: 'Nothing yet',
    noneText: 'What is entered here appears in this list.',
  },
  es: {
    title: '${Phrases}',
    about: 'Título',
    entered: 'Registrado',
    none: 'Aún no hay nada',
    noneText: 'Lo que se registre aparecerá en esta lista.',
  },
};

@Component({
  selector: 'pl-${things}-page',
  imports: [PageHeader, PageStateView, Empty, DataTable],
  providers: [${Things}Store],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: \`
    <div class="pl-stack">
      <pl-page-header [title]="text().title" />
      <pl-page-state [state]="store.${thingsName}.state()" (retry)="store.${thingsName}.reload()">
        <pl-empty plEmpty [title]="text().none" [text]="text().noneText" />
        <pl-data-table
          [caption]="text().title"
          [rows]="store.${thingsName}.items()"
          [columns]="columns()"
          [trackBy]="byId"
          [hasMore]="store.${thingsName}.hasMore()"
          [loadingMore]="store.${thingsName}.loadingMore()"
          (loadMore)="store.${thingsName}.loadMore()"
        />
      </pl-page-state>
    </div>
  \`,
})
export class ${Things}Page {
  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  protected readonly store = inject(${Things}Store);
  protected readonly text = texts(words);
  protected readonly byId = (row: ${Thing}Summary): string => row.id;

  protected readonly columns = computed((): readonly Column<${Thing}Summary>[] => [
    { key: 'title', header: this.text().about, text: (row) => row.title },
    {
      key: 'entered',
      header: this.text().entered,
      text: (row) => formatInstant(row.createdAt, { locale: this.reader.locale(), timeZone: this.tenant.timeZone() }),
      sortBy: (row) => row.createdAt,
    },
  ]);
}
`,
  };
}
