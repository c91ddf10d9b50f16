/**
 * Lines that are not agreed between those on either side. The map takes no side: they are dashed or left out, and it says so beside the map. The list is of what the
 * atlas shows in the regions that Airbridge works in; it is not complete and settles nothing. Borders of the atlas are treated as on the report's map
 * (xtask/src/basemap/contested.rs).
 */
import type { Position } from 'geojson';

export type Drawn = 'solid' | 'dashed' | 'omitted';

/** Pairs of ISO 3166-1 numeric codes, ordered; -99 is the atlas's mark for places without a code. */
const PAIRS: Record<string, Drawn> = {
  '156 356': 'dashed', // China, India
  '356 586': 'dashed', // India, Pakistan: the line of control is ours below
  '376 760': 'dashed', // Israel, Syria: the Golan's eastern edge; the western one is ours below
  '275 376': 'dashed', // armistice lines of 1949
  '408 410': 'dashed', // Korea's demarcation line
  '504 732': 'omitted', // the berm; Western Sahara's northern line is ours below
  '-99 156': 'dashed', // Siachen
  '-99 356': 'dashed',
  '-99 586': 'dashed',
  '-99 196': 'dashed', // Cyprus, buffer zone
  '-99 688': 'dashed', // Kosovo, Serbia
  '-99 706': 'dashed', // Somaliland, Somalia
};

/** How the line between two countries of the atlas is drawn. */
export function drawn(a: string, b: string): Drawn {
  return PAIRS[a < b ? `${a} ${b}` : `${b} ${a}`] ?? 'solid';
}

/** Dashed lines that the atlas lacks: drawn by us from well-known points, to a few kilometres at best. `about` says what they follow. */
export const OWN_LINES: readonly { about: string; line: Position[] }[] = [
  { about: 'Western Sahara: 27° 40′ N from the Atlantic to Algeria', line: [[-13.17, 27.67], [-8.67, 27.67]] },
  {
    about: 'Golan, western edge: from Banias down the Jordan, the eastern shore of the lake, to the Yarmouk',
    line: [[35.66, 33.27], [35.62, 33.23], [35.62, 33.06], [35.64, 32.93], [35.65, 32.85], [35.64, 32.77], [35.66, 32.69], [35.76, 32.74]],
  },
  {
    about: 'Crimea: Perekop and the Syvash, where the atlas draws no line',
    line: [[33.6, 46.12], [33.72, 46.18], [34.0, 46.12], [34.35, 46.03], [34.55, 45.96], [34.75, 45.86], [34.95, 45.72], [35.05, 45.6]],
  },
  {
    about: 'Kashmir: the line of control from the Chenab plain to point NJ9842, by way of Kargil',
    line: [[74.65, 32.85], [74.35, 33.1], [74.1, 33.55], [74.0, 33.95], [74.0, 34.2], [73.9, 34.5], [74.2, 34.75], [74.9, 34.7], [75.6, 34.55], [76.1, 34.62], [76.5, 34.75], [76.87, 34.95], [77.05, 35.1]],
  },
  {
    about: 'Abkhazia: the Inguri from the sea to the ridge of the Caucasus',
    line: [[41.52, 42.4], [41.72, 42.55], [41.9, 42.72], [42.03, 42.9], [42.2, 43.05], [42.4, 43.2]],
  },
  {
    about: 'South Ossetia: the line of administration, from the ridge of the Caucasus round Tskhinvali',
    line: [[43.72, 42.62], [43.62, 42.42], [43.72, 42.22], [43.88, 42.16], [44.1, 42.17], [44.28, 42.25], [44.45, 42.38], [44.5, 42.55], [44.42, 42.7]],
  },
  {
    about: 'Transnistria: along the Dniester',
    line: [[28.7, 48.12], [28.95, 47.85], [29.15, 47.5], [29.05, 47.25], [29.25, 47.02], [29.45, 46.85], [29.65, 46.65], [29.95, 46.42]],
  },
];
