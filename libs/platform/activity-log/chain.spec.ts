import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  canonicalJson,
  type ChainedEntry,
  type Checkpoint,
  checkpointText,
  commitmentTo,
  type ExportedLine,
  genesisHash,
  linkHash,
  verifyExport,
} from './chain';

const tenantId = '01890000-0000-7000-8000-000000000001';
const keys = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

function chain(length: number): ExportedLine[] {
  const lines: ExportedLine[] = [];
  let previous = genesisHash(tenantId);
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const personal = { actorName: { salt: `${sequence}`.padStart(32, '0'), value: `Person ${sequence}` } };
    const entry: ChainedEntry = {
      tenantId,
      sequence,
      at: `2026-03-0${sequence}T10:00:00.000Z`,
      actorKind: 'person',
      actorId: 'p',
      vendorId: null,
      action: 'vendor-changed',
      thing: 'vendor',
      thingId: `v-${sequence}`,
      detail: { count: sequence, share: '0.95' },
      commitments: { actorName: commitmentTo(personal.actorName) },
    };
    const hash = linkHash(previous, entry);
    lines.push({ ...entry, previousHash: previous.toString('hex'), hash: hash.toString('hex'), personal });
    previous = hash;
  }
  return lines;
}

function checkpointAt(lines: readonly ExportedLine[], sequence: number): Checkpoint {
  const line = lines[sequence - 1] as ExportedLine;
  const stand = { tenantId, sequence, hash: line.hash, at: '2026-03-31T00:00:00.000Z' };
  return { ...stand, signature: sign(null, checkpointText(stand), keys.privateKey).toString('base64url') };
}

function exportOf(lines: readonly ExportedLine[], checkpoint = checkpointAt(chain(5), 5)): string {
  return [...lines, { checkpoint }].map((line) => JSON.stringify(line)).join('\n');
}

function found(text: string, trust: Parameters<typeof verifyExport>[1] = { publicKey }): string[] {
  return verifyExport(text, trust).findings.map((finding) => finding.found);
}

describe('canonicalJson', () => {
  it.each([
    ['sorts keys by code unit', { b: 1, a: 2, B: 3 }, '{"B":3,"a":2,"b":1}'],
    ['goes down', { z: [{ y: null, x: true }] }, '{"z":[{"x":true,"y":null}]}'],
    ['leaves out what is undefined', { a: undefined, b: '' }, '{"b":""}'],
    ['escapes as JSON does', 'a"\n€', '"a\\"\\n€"'],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text));

  it.each([[0.1], [NaN], [2 ** 53], ['\ud800'], ['a\u0000'], [1n], [() => 1]])('refuses %p', (value) =>
    expect(() => canonicalJson(value)).toThrow(TypeError),
  );
});

describe('verifyExport', () => {
  it('finds nothing wrong with an untouched export', () => {
    expect(verifyExport(exportOf(chain(5)), { publicKey })).toEqual({
      lines: 5,
      first: 1,
      last: 5,
      erasedFields: 0,
      findings: [],
    });
  });

  it('accepts an export that begins later, at a filter by month', () => {
    expect(found(exportOf(chain(5).slice(2)))).toEqual([]);
  });

  it('stays valid when a personal field is erased, and says how many were', () => {
    const lines = chain(5).map((line, index) => (index === 1 ? { ...line, personal: {} } : line));
    const { findings, erasedFields } = verifyExport(exportOf(lines), { publicKey });
    expect({ findings, erasedFields }).toEqual({ findings: [], erasedFields: 1 });
  });

  it.each<[string, (lines: ExportedLine[]) => ExportedLine[], string]>([
    ['an edited line', (l) => l.map((x, i) => (i === 2 ? { ...x, action: 'nothing' } : x)), 'edited'],
    ['an edited detail', (l) => l.map((x, i) => (i === 2 ? { ...x, detail: { count: 9 } } : x)), 'edited'],
    ['a deleted line', (l) => l.filter((_, i) => i !== 2), 'reordered-or-missing'],
    [
      'two lines swapped',
      ([a, b, ...rest]) => [b as ExportedLine, a as ExportedLine, ...rest],
      'reordered-or-missing',
    ],
    ['a doubled line', (l) => [l[0] as ExportedLine, ...l], 'reordered-or-missing'],
    [
      'a missing first line',
      (l) => l.slice(1).map((x, i) => ({ ...x, sequence: i + 1 })),
      'reordered-or-missing',
    ],
    ['a cut tail', (l) => l.slice(0, 4), 'tail-cut'],
    ['no line left', () => [], 'tail-cut'],
    [
      'another name under the same commitment',
      (l) =>
        l.map((x, i) => (i === 0 ? { ...x, personal: { actorName: { salt: '00', value: 'Somebody' } } } : x)),
      'personal-edited',
    ],
  ])('finds %s', (_, tamper, expected) => {
    expect(found(exportOf(tamper(chain(5))))).toContain(expected);
  });

  it('finds a chain that was recomputed after an edit, by a checkpoint kept elsewhere', () => {
    const forged: ExportedLine[] = [];
    let previous = genesisHash(tenantId);
    for (const line of chain(5)) {
      const entry = line.sequence === 3 ? { ...line, action: 'nothing' } : line;
      const hash = linkHash(previous, entry);
      forged.push({ ...entry, previousHash: previous.toString('hex'), hash: hash.toString('hex') });
      previous = hash;
    }
    const kept = checkpointAt(chain(5), 4);
    expect(found(exportOf(forged, checkpointAt(forged, 5)))).toEqual([]);
    expect(found(exportOf(forged, checkpointAt(forged, 5)), { publicKey, checkpoints: [kept] })).toEqual([
      'checkpoint-differs',
    ]);
  });

  it('finds a tail that was cut in the database too, by a checkpoint kept elsewhere', () => {
    const shorter = chain(3);
    const text = exportOf(shorter, checkpointAt(shorter, 3));
    expect(found(text)).toEqual([]);
    expect(found(text, { publicKey, checkpoints: [checkpointAt(chain(5), 5)] })).toEqual(['tail-cut']);
  });

  it('finds a checkpoint that somebody else signed, and an end without one', () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(found(exportOf(chain(5)), { publicKey: other })).toEqual(['signature-wrong']);
    const lines = exportOf(chain(5)).split('\n');
    expect(found(lines.slice(0, 5).join('\n'))).toEqual(['no-checkpoint']);
  });

  it('finds lines that are no lines', () => {
    expect(found(`{"a":1}\nnot json\n${exportOf(chain(5))}`)).toEqual(['unreadable', 'unreadable']);
  });
});
