/** Lanes, differences and cabins of a plan. */
import { expect, test } from 'vitest';
import { endOf } from '../compare';
import { cabinOf, criticalPoints, nursingPoints, placeKind } from './cabin';
import { differenceOf } from './diff';
import { shiftMission } from './edit';
import { barsOf, extentOf, lanesOf, levelsOf } from './lanes';
import { NETWORK, PLAN } from './sample.test-data';

test('a mission is loading, leg and unloading, in the order of time', () => {
  expect(barsOf(PLAN.missions[0]!).map(({ kind, patients }) => [kind, patients])).toEqual([['loading', 0], ['leg', 1], ['unloading', 1]]);
});

test('every aircraft has a lane, crews those of the plan, staging its beds', () => {
  const lanes = lanesOf(PLAN, NETWORK, ['aircraft', 'crew', 'staging', 'hospital']);
  expect(lanes.map(({ key }) => key)).toEqual(['aircraft A-1', 'aircraft B-1', 'aircraft B-2', 'crew CREW-A1', 'crew CREW-B1', 'crew CREW-B2', 'crew TEAM', 'staging ASF', 'hospital VMA']);
  expect(lanes.find(({ id }) => id === 'ASF')).toMatchObject({ places: 2, levels: [{ count: 1 }, { count: 0 }] });
  expect(lanes.at(-1)?.arrivals.length).toBe(2);
  expect(new Date(extentOf(PLAN, NETWORK)[0]).toISOString()).toBe('2017-02-01T05:30:00.000Z');
});

test('who is admitted where they wait arrives there when the stay ends', () => {
  const [first] = PLAN.journeys;
  const admitted = { ...first!, steps: first!.steps.slice(0, 4), arrives_at: '2017-02-01T11:40:00Z' };
  const lanes = lanesOf({ ...PLAN, journeys: [admitted] }, NETWORK, ['hospital']);
  expect(lanes.map(({ id, arrivals }) => [id, arrivals.map(({ at }) => new Date(at).toISOString())])).toEqual([['ASF', ['2017-02-01T11:40:00.000Z']]]);
  expect(endOf(admitted)).toBe('ASF');
});

test('who goes makes room for who comes', () => {
  expect(levelsOf([{ at: 1, by: 1 }, { at: 2, by: 1 }, { at: 2, by: -1 }, { at: 3, by: -1 }])).toEqual([{ at: 1, count: 1 }, { at: 2, count: 1 }, { at: 3, count: 0 }]);
});

test('legs at another time are told from legs that are new or gone', () => {
  const later = shiftMission(PLAN, 'M001', 30);
  if ('refused' in later) throw new Error(later.refused);
  const moved = differenceOf(later.file, PLAN);
  expect([...moved.shifted]).toEqual([['M001/0', 30 * 60_000]]);
  expect(moved.added.size).toBe(0);
  const fewer = { ...PLAN, missions: PLAN.missions.slice(1) };
  expect(differenceOf(fewer, PLAN).old.filter(({ isGone }) => isGone).map(({ id }) => id)).toEqual(['M001/0']);
  expect([...differenceOf(PLAN, fewer).added]).toEqual(['M001/0']);
});

test('places by kind: intensive care, two for a bariatric, attendants sit, guests on spare stations', () => {
  const rows: Record<string, Record<string, string>> = {
    a: { mobility: 'litter', critical_care: 'icu', ventilated: 'yes', dependency: '1', medical_attendants: '1' },
    b: { mobility: 'litter', critical_care: 'none', bariatric: 'yes', isolation: 'airborne' },
    c: { mobility: 'ambulatory', critical_care: 'none', classification: '2B' },
    d: { mobility: 'wheelchair', critical_care: 'none', other_attendants: '2', isolation: 'contact' },
  };
  expect(placeKind(rows.c!)).toBe('litter');
  const cabin = cabinOf({ id: 'c', litters: 4, intensive_care: 2, seats: 3, isolation_units: 0, isolation_bay: 1 }, ['a', 'b', 'c', 'd', 'e'], (id) => rows[id]);
  expect(cabin.litters).toEqual({ taken: 4, there: 4 });
  expect(cabin.places['intensive-care'].map(({ patient }) => patient)).toEqual(['a', 'c']);
  expect(cabin.seats).toEqual({ taken: 4, there: 3 });
  expect(cabin.places.seat.map(({ isOver }) => isOver)).toEqual([false, false, false, true]);
  expect(cabin.isolationUnits).toEqual({ taken: 1, there: 0 });
  expect(cabin.isolation).toEqual({ taken: 2, there: 1 });
  expect(cabin.unknown).toEqual(['e']);
  expect([criticalPoints(rows.a!), nursingPoints(rows.a!)]).toEqual([4, 4]);
});
