/** The map on a plain canvas: for paper, and for browsers without WebGL. */
import { geoMercator, geoPath, type GeoProjection } from 'd3-geo';
import type { Basemap } from './basemap';
import type { Palette } from './palette';
import { greatCircle, type MapLeg, type MapPlace, type MapPosition, type Pointed } from './things';

export interface Sheet {
  width: number;
  height: number;
  ground: Basemap;
  colour: Palette;
  legs: readonly MapLeg[];
  places: readonly MapPlace[];
  positions: readonly MapPosition[];
  bounds: [number, number, number, number] | null;
  isMarked: (kind: Pointed['kind'], id: string) => boolean;
}

const MARGIN = 36;
/** Degrees. */
const ROOM = 0.75;

/** A view of everything. */
export function projection({ width, height, bounds }: Pick<Sheet, 'width' | 'height' | 'bounds'>): GeoProjection {
  const [west, south, east, north] = bounds ?? [-20, 20, 60, 60];
  // A single place has room around it.
  const [left, bottom, right, top] = [west - ROOM, south - ROOM, east + ROOM, north + ROOM];
  const corners = { type: 'MultiPoint' as const, coordinates: [[left, bottom], [right, bottom], [right, top], [left, top]] };
  // Turned so that what is shown does not lie across the date line.
  const made = geoMercator().rotate([-(left + right) / 2, 0]);
  made.fitExtent([[MARGIN, MARGIN], [Math.max(MARGIN + 1, width - MARGIN), Math.max(MARGIN + 1, height - MARGIN)]], corners);
  return made.clipExtent([[-10, -10], [width + 10, height + 10]]);
}

export function draw(context: CanvasRenderingContext2D, sheet: Sheet): void {
  const { width, height, ground, colour, legs, places, positions, isMarked } = sheet;
  const project = projection(sheet);
  const path = geoPath(project, context);
  context.fillStyle = colour.sea;
  context.fillRect(0, 0, width, height);
  const line = (shape: Parameters<typeof path>[0], stroke: string, thick: number, dash: number[] = []) => {
    context.beginPath();
    path(shape);
    context.strokeStyle = stroke;
    context.lineWidth = thick;
    context.setLineDash(dash);
    context.stroke();
  };
  context.beginPath();
  path(ground.land);
  context.fillStyle = colour.land;
  context.fill();
  line(ground.land, colour.border, 0.75);
  line(ground.borders, colour.border, 0.75);
  line(ground.contested, colour.border, 1, [4, 3]);
  const tones = { plan: colour.accent, flown: colour.soft, now: colour.good, old: colour.soft };
  for (const leg of legs) {
    const isThis = isMarked('leg', leg.id);
    const shape = { type: 'LineString' as const, coordinates: greatCircle(leg.from, leg.to) };
    line(shape, isThis ? colour.ink : tones[leg.tone ?? 'plan'], isThis ? 4 : 1.75, leg.tone === 'old' ? [2, 3] : []);
  }
  context.setLineDash([]);
  const taken: Box[] = [];
  for (const place of places) {
    const at = project(place.at);
    if (!at) continue;
    const size = isMarked('place', place.id) ? 7 : place.kind === 'hospital' ? 3.5 : 5;
    mark(context, place.kind, at[0], at[1], size, colour);
    taken.push([at[0] - size, at[1] - size, at[0] + size, at[1] + size]);
  }
  for (const position of positions) {
    const at = project(position.at);
    if (at) arrow(context, at[0], at[1], position.heading ?? 0, position.isEstimate ? colour.warn : colour.good, colour);
  }
  const rank = { staging: 0, airfield: 1, hospital: 2 };
  const named = [...positions.map((one) => ({ ...one, rank: -1 })), ...places.map((one) => ({ ...one, rank: rank[one.kind] }))];
  for (const { at: where, label } of named.sort((a, b) => a.rank - b.rank)) {
    const at = project(where);
    if (at) write(context, label, at[0], at[1], colour, taken);
  }
}

type Box = [number, number, number, number];

/** An airfield is a ring, a staging facility a square, a hospital a dot: colour alone says nothing on paper. */
function mark(context: CanvasRenderingContext2D, kind: MapPlace['kind'], x: number, y: number, size: number, colour: Palette): void {
  context.lineWidth = 2;
  context.beginPath();
  context.strokeStyle = { hospital: colour.good, staging: colour.warn, airfield: colour.ink }[kind];
  context.fillStyle = { hospital: colour.good, staging: colour.warn, airfield: colour.halo }[kind];
  if (kind === 'staging') context.rect(x - size, y - size, 2 * size, 2 * size);
  else context.arc(x, y, size, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

function arrow(context: CanvasRenderingContext2D, x: number, y: number, heading: number, fill: string, colour: Palette): void {
  context.save();
  context.translate(x, y);
  context.rotate((heading * Math.PI) / 180);
  context.beginPath();
  for (const [dx, dy] of [[0, -10], [7, 8], [0, 4], [-7, 8]] as const) context.lineTo(dx, dy);
  context.closePath();
  context.fillStyle = fill;
  context.strokeStyle = colour.halo;
  context.lineWidth = 1.5;
  context.fill();
  context.stroke();
  context.restore();
}

/** A name beside its place, where none lies yet; else it is left away. */
function write(context: CanvasRenderingContext2D, label: string, x: number, y: number, colour: Palette, taken: Box[]): void {
  context.font = "12px 'Noto Sans', 'Noto Sans Arabic', sans-serif";
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  const width = context.measureText(label).width;
  for (const [dx, dy] of [[9, 0], [-9 - width, 0], [-width / 2, 14], [-width / 2, -14]] as const) {
    const box: Box = [x + dx - 1, y + dy - 7, x + dx + width + 1, y + dy + 7];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = colour.halo;
    context.strokeText(label, x + dx, y + dy);
    context.fillStyle = colour.ink;
    context.fillText(label, x + dx, y + dy);
    return;
  }
}
