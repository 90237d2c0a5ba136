import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';

/** What the build names by its content: `chunk-Dx2_k-9a.js`, `inter-latin-NRMW37G5.woff2`. */
const namedByContent = /-[\w-]{8}\.(?:js|css|woff2)$/;

/**
 * Serves the built client, compressed. Files named by their content are cached for good; every other GET that wants HTML
 * is answered with index.html and a nonce of its own, which the content security policy of that answer names.
 * Answers of the API are not compressed: they hold what a person typed beside what is secret (BREACH).
 */
export function serveClient(app: Express, root: string): void {
  const indexFile = join(root, 'index.html');
  if (!existsSync(indexFile)) return;
  const client = express.Router();
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (/^\/(?:api|health)(?:\/|$)/.test(request.path)) next();
    else client(request, response, next);
  });
  client.use(compression());
  client.use(
    express.static(root, {
      index: false,
      setHeaders: (response, path) =>
        response.setHeader(
          'Cache-Control',
          namedByContent.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  client.use((request: Request, response: Response, next: NextFunction) => {
    // what has an ending is a file that this build does not have: a page in its place would break the import of a chunk
    if (request.method !== 'GET' || !request.accepts('html') || /\.\w+$/.test(request.path)) {
      next();
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce));
    response.setHeader('Cache-Control', 'no-store');
    // Read each time: a build in watch mode replaces it while the API runs.
    response.type('html').send(readFileSync(indexFile, 'utf8').replaceAll('CSP_NONCE', nonce));
  });
}

/** No inline script or style without the nonce, no foreign host, no framing, trusted types for every sink. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `manifest-src 'self'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types angular angular#bundler angular#unsafe-bypass`,
  ].join('; ');
}
