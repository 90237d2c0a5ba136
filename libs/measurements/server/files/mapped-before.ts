import type { FileLayout } from '@plumbline/measurements/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { type FileLook, layoutAt, layoutOf, possibleLayouts } from '../reading/read-layout';
import type { KpiFilesRepository, SavedMapping } from './kpi-files.repository';

/**
 * The sheet and header line of a file for which the vendor's mapping is remembered, with that mapping for this file;
 * where there is none, the layout that the file most probably has.
 */
export async function mappedBefore(
  files: KpiFilesRepository,
  tx: TenantTransaction,
  vendorId: string,
  look: FileLook,
): Promise<{ layout: FileLayout; saved: SavedMapping | null }> {
  const possible = possibleLayouts(look);
  const saved = await files.savedMapping(
    tx,
    vendorId,
    possible.map(({ hash }) => hash),
  );
  const which = saved && possible.find(({ hash }) => hash.equals(saved.layoutHash))?.which;
  if (!saved || !which) return { layout: layoutOf(look), saved: null };
  const layout = layoutAt(look, which);
  return { layout, saved: { ...saved, mapping: placed(saved.mapping, layout) } };
}

/** A mapping on the sheet and line where this file has its header; titles above it grow and shrink. */
export function placed(
  mapping: SavedMapping['mapping'],
  { sheet, headerLine }: FileLayout,
): SavedMapping['mapping'] {
  const { sheet: _sheet, headerLine: _line, ...rest } = mapping;
  return {
    ...rest,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerLine === undefined ? {} : { headerLine }),
  };
}
