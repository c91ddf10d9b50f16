/** The geometry of the small chart of a job: the first tier over the work done, under its bound. */
import type { Point } from './progress';

export interface Drawn {
  /** Path of the steps: a plan stays the best until a better one is found. */
  steps: string;
  /** Height of the bound; `null` where none is known. */
  bound: number | null;
  points: { x: number; y: number }[];
  /** Weights at the lower and the upper edge. */
  low: number;
  high: number;
}

export function drawn(points: readonly Point[], work: number, now: number, bound: number | null, width: number, height: number): Drawn {
  const weights = points.map((point) => point.weight);
  const high = Math.max(1, bound ?? 0, ...weights);
  const least = weights.length > 0 ? Math.min(...weights) : 0;
  // What is between the first plan and the bound fills most of the height.
  const low = Math.max(0, Math.floor(least - Math.max(1, high - least) * 0.5));
  const far = Math.max(1, work, now);
  const x = (at: number) => Math.round((at / far) * width * 10) / 10;
  const y = (weight: number) => Math.round((height - ((weight - low) / (high - low)) * height) * 10) / 10;
  const places = points.map((point) => ({ x: x(point.work), y: y(point.weight) }));
  let steps = '';
  places.forEach((place, at) => {
    steps += at === 0 ? `M${place.x} ${place.y}` : `H${place.x}V${place.y}`;
  });
  const last = places.at(-1);
  if (last && x(now) > last.x) steps += `H${x(now)}`;
  return { steps, bound: bound === null ? null : y(bound), points: places, low, high };
}
