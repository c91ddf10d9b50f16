/** What is shown on a map, and its shapes. */
import { geoDistance, geoInterpolate } from 'd3-geo';
import type { Feature, FeatureCollection, LineString, Point, Position } from 'geojson';

/** Longitude, latitude. */
export type LonLat = [number, number];

export interface MapLeg {
  id: string;
  from: LonLat;
  to: LonLat;
  /** What it is called, for the list beside the map and for pointing. */
  name: string;
  /** How it is drawn: planned, flown, under way, or of an older plan. */
  tone?: 'plan' | 'flown' | 'now' | 'old';
}

export interface MapPlace {
  id: string;
  at: LonLat;
  /** Written on the map. */
  label: string;
  /** Its whole name. */
  name: string;
  kind: 'airfield' | 'hospital' | 'staging';
}

/** Where an aircraft is, or was last reported. */
export interface MapPosition {
  id: string;
  at: LonLat;
  /** Degrees from north. */
  heading?: number | null;
  label: string;
  name: string;
  /** Not reported any more: an estimate. */
  isEstimate?: boolean;
}

export interface Pointed {
  kind: 'leg' | 'place' | 'position';
  id: string;
}

/** Degrees of arc between two points of a drawn great circle. */
const STEP = 1.5;

/** A great circle as points; it goes on beyond 180° where it crosses the date line. */
export function greatCircle(from: LonLat, to: LonLat): Position[] {
  const between = geoInterpolate(from, to);
  const parts = Math.max(1, Math.ceil((geoDistance(from, to) * 180) / Math.PI / STEP));
  let turn = 0;
  let before: number | undefined;
  return Array.from({ length: parts + 1 }, (_, at) => {
    const [lon, lat] = between(at / parts);
    if (before !== undefined && lon - before > 180) turn -= 360;
    if (before !== undefined && lon - before < -180) turn += 360;
    before = lon;
    return [lon + turn, lat];
  });
}

type Lines = FeatureCollection<LineString>;
type Points = FeatureCollection<Point>;

export function legShapes(legs: readonly MapLeg[]): Lines {
  return {
    type: 'FeatureCollection',
    features: legs
      .filter((leg) => leg.from[0] !== leg.to[0] || leg.from[1] !== leg.to[1])
      .map((leg): Feature<LineString> => ({
        type: 'Feature',
        properties: { id: leg.id, tone: leg.tone ?? 'plan' },
        geometry: { type: 'LineString', coordinates: greatCircle(leg.from, leg.to) },
      })),
  };
}

/** Where names would hide each other the first one stays: staging, then airfields. */
const RANK = { staging: 0, airfield: 1, hospital: 2 };

export function placeShapes(places: readonly MapPlace[]): Points {
  return {
    type: 'FeatureCollection',
    features: places.map(({ id, at, label, kind }) => ({
      type: 'Feature',
      properties: { id, label, kind, rank: RANK[kind] },
      geometry: { type: 'Point', coordinates: at },
    })),
  };
}

export function positionShapes(positions: readonly MapPosition[]): Points {
  return {
    type: 'FeatureCollection',
    features: positions.map(({ id, at, heading, label, isEstimate }) => ({
      type: 'Feature',
      properties: { id, label, heading: heading ?? 0, isEstimate: Boolean(isEstimate) },
      geometry: { type: 'Point', coordinates: at },
    })),
  };
}

/** West, south, east, north of everything, great circles included; `null` where there is nothing. */
export function boundsOf(legs: readonly MapLeg[], points: readonly { at: LonLat }[]): [number, number, number, number] | null {
  const all = [...legs.flatMap((leg) => greatCircle(leg.from, leg.to)), ...points.map((point) => point.at)];
  if (all.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = 0, lat = 0] of all) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}
