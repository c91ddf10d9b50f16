/** The ground of the map, from the atlas itself. */
import { readFileSync } from 'node:fs';
import { geoContains } from 'd3-geo';
import { expect, test } from 'vitest';
import { given, made, unwrapped, type Atlas } from './basemap';
import { drawn } from './contested';

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/world/50m.json', 'utf8')) as Atlas;

test('the atlas is the one that draws no border along Perekop', () => {
  const { borders } = made(atlas);
  const inSyvash = borders.geometry.coordinates.flat().filter(([lon = 0, lat = 0]) => lon > 33 && lon < 35.2 && lat > 45.4 && lat < 46.3);
  expect(inSyvash).toEqual([]);
});

test('nothing spans the world, and Antarctica is left out', () => {
  const { land } = made(atlas);
  for (const [ring = []] of land.geometry.coordinates) {
    ring.forEach(([lon = 0], at) => expect(Math.abs(lon - (ring[at - 1]?.[0] ?? lon))).toBeLessThan(180));
  }
  expect(Math.min(...land.geometry.coordinates.flat(2).map(([, lat = 0]) => lat))).toBeGreaterThan(-61);
  expect(geoContains(land, [20.27, 32.09])).toBe(true);
});

test('contested lines are not among the borders', () => {
  const { contested } = made(atlas);
  expect(contested.geometry.coordinates.length).toBeGreaterThan(10);
  expect(drawn('376', '760')).toBe('dashed');
  expect(drawn('760', '376')).toBe('dashed');
  expect(drawn('732', '504')).toBe('omitted');
  expect(drawn('250', '276')).toBe('solid');
});

test('a ring goes on beyond the date line', () => {
  expect(unwrapped([[179, 1], [-179, 2], [178, 3]])).toEqual([[179, 1], [181, 2], [178, 3]]);
});

test('another ground gives land and borders, and none of the contested lines', () => {
  const { contested } = made(atlas);
  const square = [[0, 0], [1, 0], [1, 1], [0, 0]];
  const part = (geometry: GeoJSON.Geometry) => ({ type: 'Feature' as const, properties: { name: 'not read' }, geometry });
  const file = {
    type: 'FeatureCollection' as const,
    features: [
      part({ type: 'Polygon', coordinates: [square] }),
      part({ type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: square }, { type: 'Point', coordinates: [5, 5] }] }),
    ],
  };
  const ground = given(file, contested);
  expect(ground.land.geometry.coordinates).toEqual([[square]]);
  expect(ground.borders.geometry.coordinates).toEqual([square]);
  expect(ground.contested).toBe(contested);
  expect(JSON.stringify(ground.land)).not.toContain('not read');
});
