import {
  choiceOf,
  choicesOf,
  contactFields,
  contactRoles,
  criticalities,
  firstVendorStates,
  hoursOf,
  type NewContact,
  newContact,
  newVendor,
  type NewVendor,
  services,
  truthOf,
  zonedHours,
} from '@plumbline/vendors/schema';
import type { ReadRow } from './import-rows';

const criticalityWords = { baja: 'low', media: 'medium', alta: 'high' } as const;
const serviceWords = { voz: 'voice', correo: 'mail', email: 'mail', telefonia: 'telephony' } as const;
const stateWords = { candidato: 'prospect', enalta: 'onboarding', activo: 'active' } as const;
const roleWords = {
  operaciones: 'operations',
  seguridad: 'security',
  privacidad: 'privacy',
  calidad: 'quality',
  direccion: 'executive',
  fueradehorario: 'after_hours',
  otro: 'other',
} as const;

/** What a row says of a vendor; a field without a cell is not said. What cannot be meant is a problem of the row. */
export function vendorOfRow(row: ReadRow): Partial<NewVendor> {
  const said: Record<string, unknown> = {};
  const { cells } = row;
  for (const field of ['code', 'name', 'timezone', 'activeReason'] as const) {
    const cell = cells.get(field);
    if (cell === undefined) continue;
    const parsed = newVendor.shape[field].safeParse(cell);
    if (parsed.success) said[field] = parsed.data;
    else row.problem('value-invalid', field, { expected: parsed.error.issues[0]?.message ?? '' });
  }
  choice(row, said, 'criticality', criticalities, criticalityWords);
  choice(row, said, 'state', firstVendorStates, stateWords);
  for (const field of ['phiAccess', 'reportsForOthers'] as const) {
    const cell = cells.get(field);
    if (cell === undefined) continue;
    const truth = truthOf(cell);
    if (truth === null) row.problem('value-unknown', field, { known: ['yes', 'no'] });
    else said[field] = truth;
  }
  const list = cells.get('services');
  if (list !== undefined) {
    const { known, unknown } = choicesOf(list, services, serviceWords);
    if (unknown.length > 0) row.problem('value-unknown', 'services', { known: [...services], unknown });
    said['services'] = known;
  }
  return said as Partial<NewVendor>;
}

/** The vendor that a new row makes; what it lacks is a problem of the row. */
export function newVendorOf(row: ReadRow, said: Partial<NewVendor>): NewVendor | null {
  for (const field of ['code', 'name', 'criticality', 'phiAccess', 'timezone'])
    if (!row.cells.has(field)) row.problem('value-missing', field);
  // past the gates only with a reason
  if (said.state === 'active' && !row.cells.has('activeReason')) row.problem('value-missing', 'activeReason');
  const parsed = newVendor.safeParse(said);
  const [wrong] = parsed.error?.issues ?? [];
  if (wrong && row.problems.length === 0)
    row.problem('value-invalid', String(wrong.path[0] ?? 'code'), { expected: wrong.message });
  return row.problems.length === 0 && parsed.success ? parsed.data : null;
}

/** What a row says of a contact of the vendor whose zone is `zone`. */
export function contactOfRow(row: ReadRow, zone: string): Partial<NewContact> {
  const said: Record<string, unknown> = {};
  const { cells } = row;
  for (const field of ['name', 'email', 'phone', 'language'] as const) {
    const cell = cells.get(field);
    if (cell === undefined) continue;
    const parsed = contactFields[field].safeParse(cell);
    if (parsed.success) said[field] = parsed.data;
    else row.problem('value-invalid', field, { expected: parsed.error.issues[0]?.message ?? '' });
  }
  choice(row, said, 'role', contactRoles, roleWords);
  const written = cells.get('hours');
  if (written !== undefined) {
    const hours = zonedHours.safeParse({ timezone: cells.get('timezone') ?? zone, hours: hoursOf(written) });
    if (hours.success) said['hours'] = hours.data;
    else {
      const wrong = hours.error.issues[0];
      const field = wrong?.path[0] === 'timezone' ? 'timezone' : 'hours';
      row.problem('value-invalid', field, { expected: wrong?.message ?? '' });
    }
  }
  return said as Partial<NewContact>;
}

export function newContactOf(row: ReadRow, said: Partial<NewContact>): NewContact | null {
  const parsed = newContact.safeParse(said);
  if (!parsed.success && row.problems.length === 0) row.problem('value-missing', 'email');
  return row.problems.length === 0 && parsed.success ? parsed.data : null;
}

function choice<Option extends string>(
  row: ReadRow,
  said: Record<string, unknown>,
  field: string,
  options: readonly Option[],
  also: Readonly<Record<string, Option>>,
): void {
  const cell = row.cells.get(field);
  if (cell === undefined) return;
  const found = choiceOf(cell, options, also);
  if (found === null) row.problem('value-unknown', field, { known: [...options] });
  else said[field] = found;
}
