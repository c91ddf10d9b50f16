/** Progress and outcomes are read as far as they are there. */
import { describe, expect, it } from 'vitest';
import { failedOf, plannedOf, progressOf, withHeard } from './progress';

const measures = (weight: number) => ({ levels: [], on_time_weight: weight });
const found = (work: number, weight: number) => ({ work, after_seconds: 0.3, missions: 3, measures: measures(weight), bound: null });

describe('progress', () => {
  it('is nothing before a job has begun', () => {
    expect(progressOf(null)).toEqual({ since: null, work: null, first: null, best: null });
    expect(progressOf({ since: '2026-01-01T00:00:00Z', search: null, first: null, best: null }).work).toBeNull();
  });

  it('keeps each point of the way once, by work', () => {
    const one = withHeard([], progressOf({ first: found(2792, 800), best: found(5000, 850) }));
    const two = withHeard(one, progressOf({ first: found(2792, 800), best: found(9000, 880) }));
    expect(two).toEqual([
      { work: 2792, weight: 800 },
      { work: 5000, weight: 850 },
      { work: 9000, weight: 880 },
    ]);
  });

  it('reads outcomes of all kinds of ends', () => {
    expect(plannedOf({ plan: null, what: 'none', kept: false })).toMatchObject({ plan: null, kept: false, what: 'none' });
    expect(plannedOf(null).unplanned).toEqual([]);
    expect(failedOf({ error: 'no', findings: [{ code: 'R04/x', rule: 4 }] }).findings).toHaveLength(1);
    expect(failedOf(undefined)).toEqual({ error: '', findings: [] });
  });
});
