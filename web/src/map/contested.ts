/**
 * How lines are drawn that are not agreed between those on either side. The map takes no side: they are dashed or left out, and it says so beside the map. Which they
 * are stands in contested.json, which the report's map is made with too (xtask/src/basemap/contested.rs).
 */
import type { Position } from 'geojson';
import contested from './contested.json';

export type Drawn = 'solid' | 'dashed' | 'omitted';

const PAIRS = new Map(contested.borders.map(({ between: [a, b], drawn }) => [pair(a!, b!), drawn as Drawn]));

/** Dashed lines that the atlas lacks. */
export const OWN_LINES: readonly Position[][] = contested.lines.map(({ line }) => line);

/** How the line between two countries of the atlas is drawn. */
export function drawn(a: string, b: string): Drawn {
  return PAIRS.get(pair(a, b)) ?? 'solid';
}

function pair(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
