import type {
  FileWarning,
  FindingParameters,
  KpiFile,
  KpiFileReceipt,
  KpiFileSummary,
  WarningPlace,
} from '@plumbline/measurements/schema';
import type { Tenant } from '@plumbline/platform/tenancy';
import type { VendorFacts } from '@plumbline/vendors/server';
import { keptRefusal } from '../reading/refusal';
import type { KpiFileEntity } from './kpi-file.entity';

/** The others are in the CSV. */
const SHOWN_PLACES = 10;

export function toKpiFileSummary(file: KpiFileEntity, vendor: VendorFacts): KpiFileSummary {
  return {
    id: file.id,
    name: file.name,
    vendor: { id: vendor.id, code: vendor.code, name: vendor.name },
    state: file.state,
    uploadedBy: file.uploadedByName,
    uploadedVia: file.uploadedVia,
    rows: {
      total: file.rowsTotal,
      read: file.rowsRead,
      wrong: file.rowsWrong,
      new: file.rowsNew,
      unchanged: file.rowsUnchanged,
      restated: file.rowsRestated,
    },
    createdAt: file.createdAt.toISOString(),
    loadedAt: file.loadedAt?.toISOString() ?? null,
    finishedAt: file.finishedAt?.toISOString() ?? null,
  };
}

interface Content {
  readonly bytes: number;
  readonly sha256: Buffer;
}

export function toKpiFile(file: KpiFileEntity, vendor: VendorFacts, content: Content): KpiFile {
  return {
    ...toKpiFileSummary(file, vendor),
    uploadedFrom: { address: file.uploadedFrom, key: file.uploadedWith },
    bytes: content.bytes,
    sha256: content.sha256.toString('hex'),
    layout: file.layout,
    mapping: file.mapping,
    autoConfirm: file.autoConfirm,
    wrongRows: file.wrongRows,
    restatementReason: file.restatementReason,
    effect: file.effect,
    problemsListed: file.problemsListed,
    unknownVendors: file.unknownVendors,
    warnings: warningsOf(file).map((warning) => ({
      ...warning,
      places: warning.places.slice(0, SHOWN_PLACES),
    })),
    unknownNames: file.unknownNames,
    refusal: keptRefusal(file),
    loadNumber: file.loadNumber,
    version: file.version,
  };
}

/** The warnings of a file, also those that were kept before there were parameters. */
export function warningsOf({ warnings }: Pick<KpiFileEntity, 'warnings'>): FileWarning[] {
  return (warnings as readonly KeptWarning[]).map((warning) => ({
    ...warning,
    parameters: warning.parameters ?? null,
    places: warning.places.map((place) => ({ ...place, parameters: place.parameters ?? null })),
  }));
}

type WithoutParameters<Said> = Omit<Said, 'parameters'> & { readonly parameters?: FindingParameters | null };
type KeptWarning = WithoutParameters<Omit<FileWarning, 'places'>> & {
  readonly places: readonly WithoutParameters<WarningPlace>[];
};

export function toReceipt(
  file: KpiFileEntity,
  vendor: VendorFacts,
  content: Content,
  tenant: Tenant,
  issuedAt: Date,
): KpiFileReceipt {
  const { name, bytes, sha256, uploadedFrom, uploadedBy, uploadedVia, createdAt, ...said } = toKpiFile(
    file,
    vendor,
    content,
  );
  return {
    reference: said.id,
    issuedAt: issuedAt.toISOString(),
    tenant: { slug: tenant.slug, name: tenant.name },
    vendor: said.vendor,
    file: { name, bytes, sha256 },
    received: { at: createdAt, by: uploadedBy, via: uploadedVia, ...uploadedFrom },
    state: said.state,
    refusal: said.refusal,
    rows: said.rows,
    months: said.effect?.months ?? [],
    warnings: said.warnings,
    restatementReason: said.restatementReason,
    loadNumber: said.loadNumber,
    loadedAt: said.loadedAt,
    finishedAt: said.finishedAt,
  };
}
