/**
 * esbuild plugin for our TypeScript on Node: resolves `@plumbline/…` and has swc write the decorators and the
 * constructor types that Nest and TypeORM read at run time, which esbuild itself does not emit.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from '@swc/core';
import { root } from './paths.mjs';

/** The same settings as jest.config.mjs uses, so that specs run what is shipped. */
export const swcOptions = /** @type {const} */ ({
  swcrc: false,
  configFile: false,
  module: { type: 'es6' },
  sourceMaps: 'inline',
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
});

/** @type {import('esbuild').Plugin} */
export const decorators = {
  name: 'decorators',
  setup(build) {
    build.onResolve({ filter: /^@plumbline\// }, ({ path }) => ({
      path: join(root, 'libs', path.slice('@plumbline/'.length), 'index.ts'),
    }));
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      try {
        const { code } = await transform(source, { ...swcOptions, filename: path });
        return { contents: code, loader: 'js' };
      } catch (error) {
        // A mistake in the source: swc draws the place, then adds its own stack.
        const text = error instanceof Error ? error.message : String(error);
        return { errors: [{ text: text.split('\n\nCaused by:')[0]?.trim() ?? text }] };
      }
    });
  },
};
