import { posix } from 'node:path';

/** The few places there are: nothing of ours lies behind any of them. */
export type Place =
  | { readonly kind: 'root'; readonly path: string }
  | { readonly kind: 'inbox'; readonly path: string }
  | { readonly kind: 'receipts'; readonly path: string }
  | { readonly kind: 'receipt'; readonly path: string; readonly name: string }
  | { readonly kind: 'incoming'; readonly path: string; readonly name: string };

const LONGEST_PATH = 1024;

/** Where a path leads, `..` and all; null where there is nothing. */
export function placeOf(said: string): Place | null {
  if (said.length > LONGEST_PATH || /\p{Cc}/u.test(said)) return null;
  const path = posix.resolve('/', said);
  if (path === '/') return { kind: 'root', path };
  const [, folder, name, ...deeper] = path.split('/');
  if (deeper.length > 0) return null;
  if (folder === 'inbox')
    return name === undefined ? { kind: 'inbox', path } : { kind: 'incoming', path, name };
  if (folder === 'receipts')
    return name === undefined ? { kind: 'receipts', path } : { kind: 'receipt', path, name };
  return null;
}
