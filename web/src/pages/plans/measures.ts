/** What a plan achieves, tier by tier, as plans, jobs and answers state it, and what is between two of them. */
import type { Bound, Measures } from './file';

/** As a plan's view, a job's progress and its outcome have it. */
export interface Stated {
  measures: Measures;
  bound: Bound | null;
  patients_moved?: number;
}

export interface Totals {
  patients: number;
  on_time: number;
  late: number;
  left_out: number;
}

/** The measures of a view; `null` where there are none that can be read. */
export function stated(value: unknown): Stated | null {
  if (typeof value !== 'object' || value === null) return null;
  const { measures, bound, patients_moved } = value as Partial<Stated>;
  if (!measures || !Array.isArray(measures.levels)) return null;
  return { measures, bound: bound ?? null, ...(patients_moved === undefined ? {} : { patients_moved }) };
}

export function totals(measures: Measures): Totals {
  const sum: Totals = { patients: 0, on_time: 0, late: 0, left_out: 0 };
  for (const level of measures.levels) {
    sum.patients += level.patients;
    sum.on_time += level.on_time;
    sum.late += level.late;
    sum.left_out += level.left_out;
  }
  return sum;
}

/** How far the first tier is from what no plan can exceed, in parts of one; `null` where that is not known. */
export function gap({ measures, bound }: Stated): number | null {
  if (!bound || bound.on_time_weight < measures.on_time_weight) return null;
  if (bound.on_time_weight === 0) return 0;
  return (bound.on_time_weight - measures.on_time_weight) / bound.on_time_weight;
}

/** A figure of a tier. `better` says which way is better. */
export interface Figure {
  tier: 1 | 2 | 3 | 4 | 5;
  key: FigureKey;
  value: number;
  digits: number;
  better: 'more' | 'less';
}

export const FIGURES = [
  ['on-time', 1, 'more', 0],
  ['on-time-weight', 1, 'more', 0],
  ['left-out', 1, 'less', 0],
  ['late', 2, 'less', 0],
  ['late-weight', 2, 'less', 1],
  ['broken', 3, 'less', 0],
  ['transit', 4, 'less', 0],
  ['stops', 4, 'less', 0],
  ['nights', 4, 'less', 0],
  ['flying', 5, 'less', 1],
  ['positioning', 5, 'less', 1],
  ['fuel', 5, 'less', 0],
  ['cost', 5, 'less', 0],
] as const;

export type FigureKey = (typeof FIGURES)[number][0];

/** All figures, the first tier first. */
export function figures(measures: Measures): Figure[] {
  const all = totals(measures);
  const values: Record<FigureKey, number> = {
    'on-time': all.on_time,
    'on-time-weight': measures.on_time_weight,
    'left-out': all.left_out,
    late: all.late,
    'late-weight': measures.lateness_weighted_hours,
    broken: measures.commitments_broken,
    transit: measures.transit_hours,
    stops: measures.stops,
    nights: measures.nights,
    flying: measures.flying_hours,
    positioning: measures.positioning_hours,
    fuel: measures.fuel_kg,
    cost: measures.cost,
  };
  return FIGURES.map(([key, tier, better, digits]) => ({ key, tier, better, digits, value: values[key] }));
}

/** Smaller differences than these are only rounding. */
const NOTHING = 0.005;

/** Whether one figure is better, worse or the same beside another. */
export function sense(figure: Figure, before: number): 'better' | 'worse' | 'same' {
  const difference = figure.value - before;
  if (Math.abs(difference) < NOTHING) return 'same';
  return difference > 0 === (figure.better === 'more') ? 'better' : 'worse';
}
