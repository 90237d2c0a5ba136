import { expect } from '@playwright/test';
import type { ColumnMeaning, KpiFile } from '@plumbline/measurements/schema';
import type { Api } from './api';

/** A mapping that gives some columns of a file their meaning and ignores the others. */
export function mappingOf(content: string, means: Record<string, ColumnMeaning>, rest: object): object {
  const headers = (content.split(/\r?\n/)[0] ?? '').split(',');
  return {
    ...rest,
    columns: headers.map((header) => ({ header, means: means[header] ?? { kind: 'ignore' } })),
  };
}

/** Hands a file in, says what its columns mean, and waits until it was checked. */
export async function handIn(
  partner: Api,
  vendorId: string,
  file: { name: string; content: string },
  mapping: object,
): Promise<KpiFile> {
  const received = await partner.upload<KpiFile>(`/kpi-files?vendorId=${vendorId}`, file.name, file.content);
  await partner.put(`/kpi-files/${received.id}/mapping`, { mapping, name: 'As agreed' }, received.version);
  return settled(partner, received.id, ['checked', 'waiting_for_vendors', 'unchanged', 'refused']);
}

/** Confirms a file with whatever is doubtful about it. */
export async function confirm(partner: Api, { id }: KpiFile, restatementReason?: string): Promise<KpiFile> {
  const { version, warnings } = await partner.get<KpiFile>(`/kpi-files/${id}`);
  const acceptWarnings = warnings.map(({ code }) => code);
  await partner.post(
    `/kpi-files/${id}/confirmation`,
    { wrongRows: 'refuse', acceptWarnings, ...(restatementReason ? { restatementReason } : {}) },
    version,
  );
  return settled(partner, id, ['done', 'unchanged', 'refused']);
}

/** The file once it has come to one of the states. */
export async function settled(api: Api, id: string, states: readonly KpiFile['state'][]): Promise<KpiFile> {
  await expect
    .poll(async () => (await api.get<KpiFile>(`/kpi-files/${id}`)).state, {
      message: `the file comes to ${states.join(' or ')}`,
      timeout: 45_000,
      intervals: [100, 200, 400],
    })
    .toEqual(expect.stringMatching(new RegExp(`^(${states.join('|')})$`)));
  return api.get<KpiFile>(`/kpi-files/${id}`);
}
