/** The file name of a Content-Disposition header (RFC 6266): `filename*` before `filename`; undefined where it has none. */
export function saidName(header: string | undefined): string | undefined {
  const extended = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header ?? '')?.[1];
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended);
    } catch {
      // not percent-encoded UTF-8: the plain name is the better one
    }
  }
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(header ?? '')?.[1];
  const token = /;\s*filename\s*=\s*([^\s";]+)/i.exec(header ?? '')?.[1];
  return quoted?.replace(/\\(.)/g, '$1') ?? token;
}
