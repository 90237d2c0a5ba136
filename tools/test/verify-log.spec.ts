import { spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { checkpointText, genesisHash, linkHash } from '@plumbline/platform/activity-log';
import { root } from '../bootstrap/paths.mjs';

const folder = mkdtempSync(join(tmpdir(), 'verify-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tenantId = '01890000-0000-7000-8000-000000000001';
const keys = generateKeyPairSync('ed25519');

/** An export of three lines with its signed checkpoint, line by line. */
function exported(): string[] {
  const lines: string[] = [];
  let previous = genesisHash(tenantId);
  for (const sequence of [1, 2, 3]) {
    const entry = {
      ...{ tenantId, sequence, at: `2026-03-0${sequence}T10:00:00.000Z`, actorKind: 'person', actorId: 'p' },
      ...{
        vendorId: null,
        action: 'vendor-changed',
        thing: 'vendor',
        thingId: 'v',
        detail: {},
        commitments: {},
      },
    };
    const hash = linkHash(previous, entry);
    const links = { previousHash: previous.toString('hex'), hash: hash.toString('hex'), personal: {} };
    lines.push(JSON.stringify({ ...entry, ...links }));
    previous = hash;
  }
  const stand = { tenantId, sequence: 3, hash: previous.toString('hex'), at: '2026-03-31T00:00:00.000Z' };
  const signature = sign(null, checkpointText(stand), keys.privateKey).toString('base64url');
  return [...lines, JSON.stringify({ checkpoint: { ...stand, signature } })];
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function verifyLog(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/verify-log.mjs'), ...args],
    {
      encoding: 'utf8',
    },
  );
  return { status, output: stdout + stderr };
}

const key = file('public.pem', keys.publicKey.export({ type: 'spki', format: 'pem' }).toString());
const checkpoint = file('kept.json', exported().at(-1) ?? '');

describe('npm run verify-log', () => {
  it('finds nothing wrong with an export as it was made', () => {
    const { status, output } = verifyLog(file('good.ndjson', exported().join('\n')), '--key', key);
    expect(output).toContain('Intact: 3 lines (1 to 3)');
    expect(output).toContain('the signature is right');
    expect(status).toBe(0);
  });

  it('says where a line was edited, and ends with 1', () => {
    const text = exported().join('\n').replace('vendor-changed', 'vendor-created');
    const { status, output } = verifyLog(file('edited.ndjson', text), '--key', key);
    expect(output).toContain('edited: line 1 of the file');
    expect(status).toBe(1);
  });

  it('notices by a checkpoint kept elsewhere that the end was cut off', () => {
    const [first = ''] = exported();
    const { status, output } = verifyLog(file('cut.ndjson', first), '--checkpoint', checkpoint, '--key', key);
    expect(output).toContain('tail-cut: line 3 of the log');
    expect(status).toBe(1);
  });

  it.each([[[]], [['no-such-file.ndjson']], [['a', 'b']], [['--nope', 'a']]])(
    'refuses %j in plain words',
    (args) => {
      const { status, output } = verifyLog(...args);
      expect(status).toBe(1);
      expect(output).not.toContain('    at ');
    },
  );
});
