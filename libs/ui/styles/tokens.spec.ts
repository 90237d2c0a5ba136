import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Theme = 'light' | 'dark';

const css = readFileSync(resolve('libs/ui/styles/tokens.css'), 'utf8');
const pairs = [...css.matchAll(/--pl-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const tokens = new Map(
  pairs.map(([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }]),
);

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(theme: Theme, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const token = tokens.get(name);
    if (!token) throw new Error(`There is no token --pl-${name}.`);
    return luminance(token[theme]);
  }) as [number, number];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const themes: readonly Theme[] = ['light', 'dark'];
const grounds = ['page', 'surface', 'sunken', 'raised', 'hover'];
const hues = ['good', 'bad', 'warn', 'note', 'neutral'];

describe.each(themes)('tokens in the %s theme', (theme) => {
  it.each(grounds.flatMap((ground) => ['ink', 'ink-muted'].map((ink) => [ink, ground] as const)))(
    'text %s reads on %s (4.5)',
    (ink, ground) => {
      expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(
    hues.flatMap((hue) =>
      [`${hue}-tint`, 'surface', 'page', 'raised'].map((ground) => [hue, ground] as const),
    ),
  )('status text %s reads on %s (4.5)', (hue, ground) => {
    expect(contrast(theme, `${hue}-text`, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(hues.flatMap((hue) => ['surface', 'page', `${hue}-tint`].map((ground) => [hue, ground] as const)))(
    'mark %s shows on %s (3)',
    (hue, ground) => {
      expect(contrast(theme, `${hue}-mark`, ground)).toBeGreaterThanOrEqual(3);
    },
  );

  it.each([
    ['accent', 'surface', 4.5],
    ['accent', 'page', 4.5],
    ['accent', 'raised', 4.5],
    ['accent-strong', 'surface', 4.5],
    ['on-accent', 'accent', 4.5],
    ['on-accent', 'accent-strong', 4.5],
    ['ink', 'accent-tint', 4.5],
    ['line-strong', 'surface', 3],
    ['line-strong', 'page', 3],
    ['series-2', 'surface', 3],
    ['series-3', 'surface', 3],
  ] as const)('%s on %s reaches %d', (one, other, least) => {
    expect(contrast(theme, one, other)).toBeGreaterThanOrEqual(least);
  });
});

it('every colour states both themes', () => {
  const colours = [...css.matchAll(/^\s*--pl-[\w-]+: (?:#|rgb|hsl)/gm)];
  expect(colours).toEqual([]);
  expect(tokens.size).toBeGreaterThanOrEqual(30);
});
