/** The chart goes up in steps and keeps below its bound. */
import { describe, expect, it } from 'vitest';
import { drawn } from './chart';

describe('chart', () => {
  it('draws nothing where nothing was heard', () => {
    expect(drawn([], 100, 0, null, 200, 100)).toMatchObject({ steps: '', bound: null, points: [] });
  });

  it('goes in steps to where the work is now', () => {
    const { steps, bound, points } = drawn([{ work: 10, weight: 80 }, { work: 50, weight: 90 }], 100, 60, 100, 200, 100);
    expect(steps.startsWith('M20 ')).toBe(true);
    expect(steps.endsWith('H120')).toBe(true);
    expect(bound).toBe(0);
    expect(points[1]!.y).toBeLessThan(points[0]!.y);
  });

  it('bears a plan at the bound', () => {
    const { points, bound } = drawn([{ work: 5, weight: 880 }], 10, 10, 880, 200, 100);
    expect(points[0]!.y).toBe(bound);
    expect(Number.isFinite(points[0]!.y)).toBe(true);
  });
});
