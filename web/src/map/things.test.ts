/** What is drawn on the map. */
import { expect, test } from 'vitest';
import { boundsOf, greatCircle, legShapes } from './things';

test('a great circle bends towards the pole and keeps its ends', () => {
  const line = greatCircle([0, 50], [90, 50]);
  expect(line[0]?.map(Math.round)).toEqual([0, 50]);
  expect(line.at(-1)?.map(Math.round)).toEqual([90, 50]);
  expect(Math.max(...line.map(([, lat = 0]) => lat))).toBeGreaterThan(55);
});

test('over the date line it goes on', () => {
  const line = greatCircle([170, 0], [-170, 0]);
  expect(Math.round(line.at(-1)?.[0] ?? 0)).toBe(190);
});

test('a leg to where it began is no line; bounds hold what is there', () => {
  expect(legShapes([{ id: 'a', from: [1, 1], to: [1, 1], name: '' }]).features).toEqual([]);
  expect(boundsOf([], [{ at: [3, 4] }, { at: [1, 9] }])).toEqual([1, 4, 3, 9]);
  expect(boundsOf([], [])).toBeNull();
});
