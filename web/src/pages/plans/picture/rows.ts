/** Lanes one below the other, under a heading for each kind; found by where they are. */
import type { Lane, LaneKind } from './lanes';

export interface Row {
  top: number;
  height: number;
  lane: Lane | null;
  /** The kind whose heading this is, where there is no lane. */
  heading: LaneKind | null;
}

const HEIGHTS: Record<LaneKind, number> = { aircraft: 56, crew: 40, staging: 56, hospital: 40 };
const HEADING = 28;
/** Below, where the plan before is drawn too. */
export const OLD_STRIP = 16;

export function rowsOf(lanes: readonly Lane[], withOld: boolean): Row[] {
  const rows: Row[] = [];
  let top = 0;
  let kind: LaneKind | null = null;
  const add = (height: number, lane: Lane | null, heading: LaneKind | null) => {
    rows.push({ top, height, lane, heading });
    top += height;
  };
  for (const lane of lanes) {
    if (lane.kind !== kind) add(HEADING, null, (kind = lane.kind));
    add(HEIGHTS[lane.kind] + (withOld && lane.kind === 'aircraft' ? OLD_STRIP : 0), lane, null);
  }
  return rows;
}

export function heightOf(rows: readonly Row[]): number {
  const last = rows.at(-1);
  return last ? last.top + last.height : 0;
}

/** The row at a height, by halving. */
export function rowAt(rows: readonly Row[], y: number): Row | null {
  let [low, high] = [0, rows.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (!row) return null;
    if (y < row.top) high = middle - 1;
    else if (y >= row.top + row.height) low = middle + 1;
    else return row;
  }
  return null;
}

/** Rows of which something is in sight. */
export function rowsIn(rows: readonly Row[], top: number, height: number): Row[] {
  return rows.filter((row) => row.top < top + height && row.top + row.height > top);
}
