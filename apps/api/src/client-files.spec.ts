import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { serveClient } from './client-files';

describe('the files of the client', () => {
  let root: string;
  let app: Express;
  const script = 'export const figure = 86.67;\n'.repeat(200);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'plumbline-client-'));
    writeFileSync(join(root, 'index.html'), `<script nonce="CSP_NONCE"></script>${' '.repeat(2_000)}`);
    for (const name of ['chunk-B_8xSsYr.js', 'chunk--2jnKe6P.js', 'main-BE6GPJWD.js', 'worker.js'])
      writeFileSync(join(root, name), script);
    app = express();
    serveClient(app, root);
    app.get('/api/large', (_, response) => response.type('html').send('x'.repeat(10_000)));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  it.each(['br', 'gzip'])('go out compressed by %s to whoever accepts it', async (encoding) => {
    const answer = await request(app).get('/main-BE6GPJWD.js').set('Accept-Encoding', encoding).expect(200);
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['vary']).toContain('Accept-Encoding');
  });

  it('go out as they are to whoever does not', async () => {
    const answer = await request(app).get('/main-BE6GPJWD.js').set('Accept-Encoding', 'identity').expect(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.text).toBe(script);
  });

  it.each(['/chunk-B_8xSsYr.js', '/chunk--2jnKe6P.js', '/main-BE6GPJWD.js'])(
    'are kept for good when their name is their content: %s',
    async (path) => {
      const answer = await request(app).get(path).expect(200);
      expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    },
  );

  it('are asked for again when it is not', async () => {
    expect((await request(app).get('/worker.js')).headers['cache-control']).toBe('no-cache');
  });

  it('answer every address of a page with a nonce of its own', async () => {
    const open = () => request(app).get('/t/northstar/results').set('Accept', 'text/html').expect(200);
    const [one, other] = [await open(), await open()];
    const nonce = /nonce="([^"]+)"/.exec(one.text)?.[1] ?? 'none';
    expect(one.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(one.headers['cache-control']).toBe('no-store');
    expect(other.text).not.toContain(nonce);
  });

  it.each(['/chunk-ZZZZZZZZ.js', '/media/none.woff2'])('are not there where the build has none: %s', (path) =>
    request(app).get(path).expect(404),
  );

  it('leave the API alone: neither its addresses nor its answers are touched', async () => {
    await request(app).get('/api/none').set('Accept', 'text/html').expect(404);
    const answer = await request(app).get('/api/large').set('Accept-Encoding', 'br').expect(200);
    expect(answer.headers['content-encoding']).toBeUndefined();
  });
});
