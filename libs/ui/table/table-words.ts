import { formatNumber } from '../formatting/format-number';
import { type Texts } from '../i18n/texts';

interface TableWords {
  readonly filter: string;
  readonly columns: string;
  readonly export: string;
  readonly none: string;
  /** Where rows beyond the loaded ones may match. */
  readonly noneLoaded: string;
  readonly more: string;
  readonly loading: string;
  readonly rows: (shown: number, all: number, more: boolean, locale: string) => string;
}

export const tableWords: Texts<TableWords> = {
  en: {
    filter: 'Filter',
    columns: 'Columns',
    export: 'Export CSV',
    none: 'No row matches the filter.',
    noneLoaded: 'No loaded row matches the filter. There are more rows: load them to look further.',
    more: 'Load more',
    loading: 'Loading…',
    rows: (shown, all, more, locale) => {
      const total = `${formatNumber(all, locale)} ${all === 1 ? 'row' : 'rows'}${more ? ' loaded, there are more' : ''}`;
      return shown === all ? total : `${formatNumber(shown, locale)} of ${total}`;
    },
  },
  es: {
    filter: 'Filtrar',
    columns: 'Columnas',
    export: 'Exportar CSV',
    none: 'Ninguna fila coincide con el filtro.',
    noneLoaded: 'Ninguna fila cargada coincide con el filtro. Hay más filas: cárguelas para seguir buscando.',
    more: 'Cargar más',
    loading: 'Cargando…',
    rows: (shown, all, more, locale) => {
      const total = `${formatNumber(all, locale)} ${all === 1 ? 'fila' : 'filas'}${more ? ' cargadas, hay más' : ''}`;
      return shown === all ? total : `${formatNumber(shown, locale)} de ${total}`;
    },
  },
};
