/** What lies under a point of the timeline, and what lies beside a leg for the arrow keys. */
import type { Thing } from '../selection.svelte';
import type { Bar, Lane } from './lanes';
import { AXIS } from './paint';
import { rowAt, type Row } from './rows';
import type { View } from './view.svelte';

export interface Hit {
  thing: Thing | null;
  mission: string | null;
  lane: Lane | null;
}

/** So many pixels beside a thing are still it. */
const NEAR = 4;

const NOTHING: Hit = { thing: null, mission: null, lane: null };

export function hitAt(rows: readonly Row[], view: View, labels: number, scroll: number, x: number, y: number): Hit {
  if (y < AXIS) return NOTHING;
  const lane = rowAt(rows, y - AXIS + scroll)?.lane ?? null;
  if (!lane) return NOTHING;
  if (x < labels) return { thing: lane.kind === 'aircraft' ? { kind: 'aircraft', id: lane.id } : null, mission: null, lane };
  const at = view.at(x - labels);
  const near = view.span(NEAR);
  if (lane.kind === 'hospital') {
    const found = lane.arrivals.find((one) => Math.abs(one.at - at) < view.span(10));
    return { thing: found ? { kind: 'patient', id: found.patient } : null, mission: null, lane };
  }
  const legs = lane.bars.filter((bar) => bar.kind === 'leg' && bar.from - near <= at && bar.to + near >= at);
  const leg = legs.find((bar) => bar.from <= at && bar.to >= at) ?? legs[0];
  if (leg) return { thing: { kind: 'leg', id: leg.id }, mission: leg.mission, lane };
  const mission = lane.missions.find((one) => one.from - near <= at && one.to + near >= at);
  return mission ? { thing: { kind: 'mission', id: mission.id }, mission: mission.id, lane } : { ...NOTHING, lane };
}

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

export interface Spot {
  row: Row;
  bar: Bar;
}

/** Legs of a lane, in the order of time. */
export function legsIn(lane: Lane): Bar[] {
  return lane.bars.filter((bar) => bar.kind === 'leg').sort((a, b) => a.from - b.from);
}

/** The leg beside another: earlier or later in its lane, or the nearest in time in the lane above or below. */
export function beside(rows: readonly Row[], spot: Spot, direction: Direction): Spot | null {
  const lane = spot.row.lane;
  if (!lane) return null;
  const legs = legsIn(lane);
  const at = legs.findIndex((bar) => bar.id === spot.bar.id);
  const own = (bar: Bar | undefined) => (bar ? { row: spot.row, bar } : null);
  if (direction === 'ArrowLeft') return own(legs[at - 1]);
  if (direction === 'ArrowRight') return own(legs[at + 1]);
  if (direction === 'Home') return own(legs[0]);
  if (direction === 'End') return own(legs.at(-1));
  const step = direction === 'ArrowDown' ? 1 : -1;
  for (let n = rows.indexOf(spot.row) + step; n >= 0 && n < rows.length; n += step) {
    const row = rows[n];
    const others = row?.lane ? legsIn(row.lane) : [];
    if (!row || others.length === 0) continue;
    const bar = others.reduce((best, one) => (Math.abs(one.from - spot.bar.from) < Math.abs(best.from - spot.bar.from) ? one : best));
    return { row, bar };
  }
  return null;
}
