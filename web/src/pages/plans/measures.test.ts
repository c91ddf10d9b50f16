/** Measures are read, summed and compared. */
import { describe, expect, it } from 'vitest';
import type { Measures } from './file';
import { figures, gap, sense, stated, totals } from './measures';

const level = (precedence: 'urgent' | 'priority' | 'routine', on_time: number, late: number, left_out: number) => ({
  precedence,
  patients: on_time + late + left_out,
  on_time,
  late,
  left_out,
});

const measures: Measures = {
  levels: [level('urgent', 5, 1, 0), level('priority', 20, 2, 2), level('routine', 30, 0, 10)],
  on_time_weight: 700,
  lateness_weighted_hours: 12.5,
  commitments_broken: 1,
  transit_hours: 800,
  stops: 4,
  nights: 3,
  flying_hours: 40.25,
  positioning_hours: 10,
  cost: 420_128.9,
  fuel_kg: 290_000,
  legs: 13,
};

describe('measures', () => {
  it('sums the classes', () => {
    expect(totals(measures)).toEqual({ patients: 70, on_time: 55, late: 3, left_out: 12 });
  });

  it('reads what is there and nothing else', () => {
    expect(stated(null)).toBeNull();
    expect(stated({ measures: {} })).toBeNull();
    expect(stated({ measures })?.bound).toBeNull();
  });

  it('tells how far the best possible can be, where that is known', () => {
    const bound = { on_time_weight: 875, on_time_patients: 70, binding: '' };
    expect(gap({ measures, bound })).toBeCloseTo(0.2);
    expect(gap({ measures, bound: null })).toBeNull();
    // A bound of other tables says nothing.
    expect(gap({ measures, bound: { ...bound, on_time_weight: 600 } })).toBeNull();
  });

  it('knows which way is better', () => {
    const all = figures(measures);
    const onTime = all.find((figure) => figure.key === 'on-time')!;
    const cost = all.find((figure) => figure.key === 'cost')!;
    expect(sense(onTime, 50)).toBe('better');
    expect(sense(cost, 400_000)).toBe('worse');
    expect(sense(cost, 420_128.902)).toBe('same');
  });
});
