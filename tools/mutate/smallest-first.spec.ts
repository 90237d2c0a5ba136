import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SmallestFirst from './smallest-first.mjs';

describe('the order of specs in mutation tests', () => {
  it('is by size', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-order-'));
    const tests = [30, 10, 20].map((size) => {
      const path = join(folder, `${size}.spec.ts`);
      writeFileSync(path, ' '.repeat(size));
      return { path };
    });
    const ordered = SmallestFirst.prototype.sort(tests).map(({ path }: { path: string }) => path.slice(-10));
    rmSync(folder, { recursive: true });
    expect(ordered).toEqual(['10.spec.ts', '20.spec.ts', '30.spec.ts']);
  });
});
