import { describe, expect, it } from '@jest/globals';
import { RandomStream } from './random-stream';

describe('a random stream', () => {
  it.each([
    [42, 0, [0.28642646763048096, 0.8674821792677869, 0.4657700107441569]],
    [42, 1, [0.4387918519117273, 0.8289992511878461, 0.8798395702186733]],
    [0, 0, [0.7526087036972154, 0.5466144554700266, 0.4874363196086057]],
    [-1, 0, [0.15407445342447423, 0.18015081923060694, 0.47348327207501484]],
    [2 ** 40, 7, [0.9360973480885453, 0.6620385677984605, 0.3498942721643018]],
    [2 ** 53 - 1, 9999, [0.8970845690440267, 0.4202738721543724, 0.6979832324565001]],
  ])('of seed %d, run %d, is the same everywhere and for good', (seed, run, numbers) => {
    const stream = new RandomStream(seed, run);
    expect(numbers.map(() => stream.next())).toEqual(numbers);
  });

  it('makes exponential and normal numbers of the uniform ones', () => {
    const [stream, same] = [new RandomStream(1, 2), new RandomStream(1, 2)];
    expect(stream.exponential(180)).toBeCloseTo(-180 * Math.log(1 - same.next()), 12);
    const [radius, angle] = [same.next(), same.next()];
    expect(stream.normal()).toBeCloseTo(
      Math.sqrt(-2 * Math.log(1 - radius)) * Math.cos(2 * Math.PI * angle),
      12,
    );
  });

  it('is uniform, and independent of the stream beside it', () => {
    const stream = new RandomStream(42, 0);
    const drawn = Array.from({ length: 20_000 }, () => stream.next());
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const neighbour = new RandomStream(42, 1);
    const product =
      drawn.reduce((sum, value) => sum + (value - 0.5) * (neighbour.next() - 0.5), 0) / drawn.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(product).toBeCloseTo(0, 2);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    expect(new Set(drawn).size).toBe(20_000);
  });
});
