import { createHash, createHmac, verify } from 'node:crypto';

/*
 * The chain of the activity log, in one file without imports of the product, so that an auditor can read it, and
 * `npm run verify-log` can run it on an export, far from any database.
 */

/** One line as it is chained. `commitments` stand for what names a person: field → hex HMAC-SHA256(salt, value). */
export interface ChainedEntry {
  readonly tenantId: string;
  readonly sequence: number;
  /** RFC 3339 in UTC with milliseconds. */
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string;
  readonly vendorId: string | null;
  readonly action: string;
  readonly thing: string;
  readonly thingId: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly commitments: Readonly<Record<string, string>>;
}

/** What an erasure removes: the value and the salt without which the commitment says nothing. */
export interface PersonalField {
  readonly salt: string;
  readonly value: string;
}

/** A line of an export: the entry, its links (hex), and the personal fields that were not erased. */
export interface ExportedLine extends ChainedEntry {
  readonly previousHash: string;
  readonly hash: string;
  readonly personal: Readonly<Record<string, PersonalField>>;
}

/** Where the chain stood at an instant, signed (Ed25519): kept elsewhere, it shows a tail that was cut later. */
export interface Checkpoint {
  readonly tenantId: string;
  readonly sequence: number;
  readonly hash: string;
  readonly at: string;
  /** base64url over the canonical JSON of the other four fields. */
  readonly signature: string;
}

/** The link before the first line; it differs per tenant, so that no chain can stand in for another's. */
export function genesisHash(tenantId: string): Buffer {
  return createHash('sha256').update(`plumbline activity log 1 ${tenantId}`).digest();
}

/** SHA-256 over the previous link and the canonical JSON of the entry (RFC 8785 for the values that a log may hold). */
export function linkHash(previous: Uint8Array, entry: ChainedEntry): Buffer {
  return createHash('sha256')
    .update(previous)
    .update(canonicalJson(entryOf(entry)))
    .digest();
}

export function commitmentTo(field: PersonalField): string {
  return createHmac('sha256', Buffer.from(field.salt, 'hex')).update(field.value).digest('hex');
}

/**
 * One text per value: keys sorted by code unit, no spaces. Takes text, whole numbers, booleans, null, arrays and plain
 * objects; a fraction is refused, as its text differs between programs (figures travel as decimal text).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') {
    if (!value.isWellFormed() || value.includes('\u0000')) throw new TypeError('text that JSON cannot carry');
    return JSON.stringify(value);
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value))
      throw new TypeError(`${value} is no whole number; write figures as text`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no canonical JSON`);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const texts = fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`);
  return `{${texts.join(',')}}`;
}

export function checkpointText(checkpoint: Omit<Checkpoint, 'signature'>): Buffer {
  const { tenantId, sequence, hash, at } = checkpoint;
  return Buffer.from(canonicalJson({ tenantId, sequence, hash, at }));
}

export type Finding =
  | { readonly found: 'unreadable'; readonly line: number; readonly detail: string }
  | {
      readonly found: 'other-tenant' | 'edited' | 'reordered-or-missing' | 'personal-edited';
      readonly line: number;
      readonly sequence: number;
      readonly detail: string;
    }
  | {
      readonly found: 'tail-cut' | 'checkpoint-differs' | 'signature-wrong' | 'no-checkpoint';
      readonly sequence: number;
      readonly detail: string;
    };

export interface Verification {
  readonly lines: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly erasedFields: number;
  readonly findings: readonly Finding[];
}

/**
 * Reads an export (NDJSON: lines of the log in order, then one line `{"checkpoint": …}`) and says what is wrong with it.
 * `checkpoints`: signed ones that were kept elsewhere; an export whose chain does not reach or match one was tampered
 * with. `publicKey`: Ed25519 as PEM; without it signatures are not looked at, and only the chain itself is proven.
 */
export function verifyExport(
  text: string,
  trust: { readonly checkpoints?: readonly Checkpoint[]; readonly publicKey?: string } = {},
): Verification {
  const findings: Finding[] = [];
  const hashes = new Map<number, string>();
  const own: Checkpoint[] = [];
  let previous: ExportedLine | null = null;
  let first: number | null = null;
  let erasedFields = 0;

  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const line = index + 1;
    const parsed = readLine(raw);
    if (typeof parsed === 'string') {
      findings.push({ found: 'unreadable', line, detail: parsed });
      continue;
    }
    if ('checkpoint' in parsed) {
      own.push(parsed.checkpoint);
      continue;
    }
    findings.push(...checkLine(parsed, previous, line));
    erasedFields += Object.keys(parsed.commitments).filter((field) => !parsed.personal[field]).length;
    hashes.set(parsed.sequence, parsed.hash);
    first ??= parsed.sequence;
    previous = parsed;
  }

  const last = previous?.sequence ?? null;
  if (own.length !== 1) {
    findings.push({
      found: 'no-checkpoint',
      sequence: last ?? 0,
      detail: `an export ends with exactly one checkpoint; here are ${own.length}: its end was cut, or two were joined`,
    });
  }
  for (const checkpoint of [...own, ...(trust.checkpoints ?? [])]) {
    findings.push(...checkCheckpoint(checkpoint, previous, first, hashes, trust.publicKey));
  }
  return { lines: hashes.size, first, last, erasedFields, findings };
}

function checkLine(entry: ExportedLine, previous: ExportedLine | null, line: number): Finding[] {
  const findings: Finding[] = [];
  const { sequence } = entry;
  const report = (
    found: 'other-tenant' | 'edited' | 'reordered-or-missing' | 'personal-edited',
    detail: string,
  ) => findings.push({ found, line, sequence, detail });

  if (previous && previous.tenantId !== entry.tenantId)
    report('other-tenant', 'this line is of another tenant');
  if (previous && sequence !== previous.sequence + 1) {
    report('reordered-or-missing', `line ${sequence} follows line ${previous.sequence}`);
  }
  const before =
    previous?.hash ?? (sequence === 1 ? genesisHash(entry.tenantId).toString('hex') : entry.previousHash);
  if (entry.previousHash !== before)
    report('reordered-or-missing', 'it is not chained to the line before it');
  if (linkHash(Buffer.from(entry.previousHash, 'hex'), entry).toString('hex') !== entry.hash) {
    report('edited', 'its content does not give its hash');
  }
  for (const [field, value] of Object.entries(entry.personal)) {
    if (commitmentTo(value) !== entry.commitments[field]) {
      report('personal-edited', `"${field}" is not what was committed to`);
    }
  }
  return findings;
}

function checkCheckpoint(
  checkpoint: Checkpoint,
  previous: ExportedLine | null,
  first: number | null,
  hashes: ReadonlyMap<number, string>,
  publicKey: string | undefined,
): Finding[] {
  const { sequence } = checkpoint;
  if (previous && checkpoint.tenantId !== previous.tenantId) return [];
  const findings: Finding[] = [];
  if (publicKey !== undefined) {
    const signature = Buffer.from(checkpoint.signature, 'base64url');
    if (!verify(null, checkpointText(checkpoint), publicKey, signature)) {
      findings.push({
        found: 'signature-wrong',
        sequence,
        detail: 'the checkpoint was not signed by this installation',
      });
    }
  }
  const last = previous?.sequence ?? 0;
  if (sequence > last) {
    findings.push({
      found: 'tail-cut',
      sequence,
      detail: `the chain had reached line ${sequence}, the export ends at line ${last}`,
    });
  } else if (first !== null && sequence >= first && hashes.get(sequence) !== checkpoint.hash) {
    findings.push({
      found: 'checkpoint-differs',
      sequence,
      detail: `line ${sequence} is not the one that was signed`,
    });
  }
  return findings;
}

function readLine(raw: string): ExportedLine | { readonly checkpoint: Checkpoint } | string {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch (error) {
    return error instanceof Error ? error.message : 'no JSON';
  }
  if (isRecord(value) && isRecord(value['checkpoint'])) {
    const checkpoint = value['checkpoint'];
    const complete = ['tenantId', 'hash', 'at', 'signature'].every(
      (key) => typeof checkpoint[key] === 'string',
    );
    if (!complete || !Number.isSafeInteger(checkpoint['sequence']))
      return 'a checkpoint without all of its fields';
    return { checkpoint: checkpoint as unknown as Checkpoint };
  }
  const complete =
    isRecord(value) &&
    ['tenantId', 'at', 'actorKind', 'actorId', 'action', 'thing', 'thingId', 'previousHash', 'hash'].every(
      (key) => typeof (value as Record<string, unknown>)[key] === 'string',
    ) &&
    Number.isSafeInteger(value['sequence']) &&
    isRecord(value['detail']) &&
    isRecord(value['commitments']) &&
    isRecord(value['personal']);
  if (!complete) return 'no line of an activity log';
  try {
    canonicalJson(value);
  } catch (error) {
    return error instanceof Error ? error.message : 'no canonical JSON';
  }
  return value as unknown as ExportedLine;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entryOf(entry: ChainedEntry): ChainedEntry {
  const {
    tenantId,
    sequence,
    at,
    actorKind,
    actorId,
    vendorId,
    action,
    thing,
    thingId,
    detail,
    commitments,
  } = entry;
  return {
    tenantId,
    sequence,
    at,
    actorKind,
    actorId,
    vendorId,
    action,
    thing,
    thingId,
    detail,
    commitments,
  };
}
