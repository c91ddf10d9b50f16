/**
 * The ground of the map: land, borders and contested lines of world-atlas 1.1.4 (Natural Earth 2.0, public domain), from our own files. No polygons of countries leave
 * this file, so that nothing can be tinted by country or read off as a code.
 */
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import atlasUrl from 'world-atlas/world/50m.json?url';
import { session } from '~/api/session.svelte';
import { OWN_LINES, drawn } from './contested';

export interface Basemap {
  land: Feature<MultiPolygon>;
  borders: Feature<MultiLineString>;
  contested: Feature<MultiLineString>;
}

export type Atlas = Topology<{ countries: GeometryCollection; land: GeometryObject }>;

let asked: Promise<Basemap> | undefined;

/** Read once, when the first map is shown; asked again where the line was cut. */
export function basemap(): Promise<Basemap> {
  asked ??= read().catch((why: unknown) => {
    asked = undefined;
    throw why;
  });
  return asked;
}

async function read(): Promise<Basemap> {
  const own = made((await json(atlasUrl)) as Atlas);
  if (!session.about?.basemap) return own;
  return given((await json('/api/v1/basemap')) as FeatureCollection, own.contested);
}

async function json(url: string): Promise<unknown> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`the map's ground was not read: ${answer.status}`);
  return answer.json();
}

/**
 * The ground that whoever runs the server has given: areas are land, lines are borders that are agreed on, and properties are not read (docs/running.md). The contested
 * lines of the atlas stay on top.
 */
export function given(file: FeatureCollection, contested: Basemap['contested']): Basemap {
  const parts = file.features.flatMap(({ geometry }) => (geometry?.type === 'GeometryCollection' ? geometry.geometries : [geometry]));
  const areas = parts.flatMap((part) => (part?.type === 'MultiPolygon' ? part.coordinates : part?.type === 'Polygon' ? [part.coordinates] : []));
  const lines = parts.flatMap((part) => (part?.type === 'MultiLineString' ? part.coordinates : part?.type === 'LineString' ? [part.coordinates] : []));
  return {
    land: one({ type: 'MultiPolygon', coordinates: areas.map((polygon) => polygon.map(unwrapped)) }),
    borders: one({ type: 'MultiLineString', coordinates: lines }),
    contested,
  };
}

/** South of this there is only ice, which no flat map can draw. */
const SOUTH_END = -60;

/** The ground that an atlas makes. */
export function made(atlas: Atlas): Basemap {
  const { countries, land } = atlas.objects;
  const between = (how: 'solid' | 'dashed') =>
    mesh(atlas, countries, (a, b) => a !== b && drawn(String(a.id), String(b.id)) === how).coordinates;
  return {
    land: one({ type: 'MultiPolygon', coordinates: polygons(atlas, land) }),
    borders: one({ type: 'MultiLineString', coordinates: between('solid') }),
    contested: one({ type: 'MultiLineString', coordinates: [...between('dashed'), ...OWN_LINES] }),
  };
}

function one<G extends MultiPolygon | MultiLineString>(geometry: G): Feature<G> {
  return { type: 'Feature', properties: {}, geometry };
}

function polygons(atlas: Atlas, land: GeometryObject): Position[][][] {
  const found = feature(atlas, land);
  const features = found.type === 'FeatureCollection' ? found.features : [found];
  return features
    .flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []))
    .filter((polygon) => (polygon[0] ?? []).some((point) => (point[1] ?? 0) > SOUTH_END))
    .map((polygon) => polygon.map(unwrapped));
}

/** A ring that crosses the date line goes on beyond 180°, instead of back round the world. */
export function unwrapped(ring: Position[]): Position[] {
  let turn = 0;
  return ring.map(([lon = 0, lat = 0], at) => {
    const before = ring[at - 1]?.[0];
    if (before !== undefined && lon - before > 180) turn -= 360;
    if (before !== undefined && lon - before < -180) turn += 360;
    return [lon + turn, lat];
  });
}
