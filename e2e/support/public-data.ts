import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['PLUMBLINE_DATA'] ?? '../shared/data';

/** Whether a public data set is there; tests that need it skip by name where it is not. */
export function hasData(name: string): boolean {
  return folder !== '' && existsSync(join(folder, name));
}

export function readData(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export function dataFile(path: string): string {
  return join(folder, path);
}
