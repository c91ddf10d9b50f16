/** Plans changed by hand. */
import { expect, test } from 'vitest';
import type { PlanFile } from '../file';
import { giveTo, missionsFor, movePatient, shiftMission } from './edit';
import { NETWORK, PLAN } from './sample.test-data';

const file = PLAN as PlanFile;
const done = (edited: ReturnType<typeof shiftMission>): PlanFile => {
  if ('refused' in edited) throw new Error(edited.refused);
  return edited.file;
};

test('a mission is moved with its stops, its legs and the ways to it', () => {
  const after = done(shiftMission(file, 'M001', 35));
  const mission = after.missions.find(({ id }) => id === 'M001');
  expect(mission?.legs[0]?.off_block_at).toBe('2017-02-01T06:35:00Z');
  expect(mission?.stops[1]?.unloaded_at).toBe('2017-02-01T08:55:00Z');
  expect(mission?.stops[0]?.on_block_at).toBeNull();
  const journey = after.journeys[0];
  expect(journey?.steps.map(({ from_at, to_at }) => [from_at.slice(11, 16), to_at.slice(11, 16)])).toEqual([
    ['05:15', '06:05'], ['06:05', '08:55'], ['08:55', '09:15'], ['09:15', '11:40'], ['11:40', '12:00'], ['12:00', '17:20'], ['17:20', '18:20'],
  ]);
  expect(journey?.arrives_at).toBe('2017-02-01T18:20:00Z');
});

test('the last mission moves the arrival, and the stay before it gets longer', () => {
  const journey = done(shiftMission(file, 'M002', 60)).journeys[0];
  expect(journey?.arrives_at).toBe('2017-02-01T19:20:00Z');
  expect(journey?.steps[3]).toMatchObject({ kind: 'stay', from_at: '2017-02-01T08:40:00Z', to_at: '2017-02-01T12:40:00Z' });
});

test('the old file stays as it was', () => {
  const before = JSON.stringify(file);
  shiftMission(file, 'M001', -90);
  movePatient(file, 'P-1', 'M002', 'M003');
  expect(JSON.stringify(file)).toBe(before);
});

test('missions stay ordered by their first off-block', () => {
  expect(done(shiftMission(file, 'M001', 24 * 60)).missions.map(({ id }) => id)).toEqual(['M002', 'M003', 'M001']);
});

test('another aircraft brings crews that may work on it', () => {
  const mission = done(giveTo(file, 'M002', 'B-2', NETWORK)).missions.find(({ id }) => id === 'M002');
  expect(mission).toMatchObject({ aircraft: 'B-2', flight_crew: 'CREW-B2', medical_crew: 'TEAM' });
});

test('a patient goes to a mission that comes by the same airfields', () => {
  expect(missionsFor(file, 'P-1', 'M002')).toEqual(['M003']);
  const after = done(movePatient(file, 'P-1', 'M002', 'M003'));
  const [, m2, m3] = after.missions;
  expect(m2?.stops.flatMap(({ boards }) => boards)).toEqual([]);
  expect(m2?.stops[0]?.loading_from_at).toBeNull();
  expect(m3?.stops[0]?.boards).toEqual(['P-1', 'P-2']);
  expect(m3?.stops[1]?.leaves).toEqual(['P-1', 'P-2']);
  const journey = after.journeys[0];
  expect(journey?.steps[5]).toMatchObject({ mission: 'M003', boards_at_stop: 0, leaves_at_stop: 1, from_at: '2017-02-01T13:00:00Z', to_at: '2017-02-01T18:45:00Z' });
  expect(journey?.steps[4]).toMatchObject({ from_at: '2017-02-01T12:40:00Z', to_at: '2017-02-01T13:00:00Z' });
  expect(journey?.steps[3]).toMatchObject({ to_at: '2017-02-01T12:40:00Z' });
  expect(journey?.arrives_at).toBe('2017-02-01T19:45:00Z');
});

test('what cannot be done is said', () => {
  expect(movePatient(file, 'P-1', 'M001', 'M003')).toEqual({ refused: 'picture-no-stops' });
  expect(movePatient(file, 'P-2', 'M001', 'M003')).toEqual({ refused: 'picture-not-on-it' });
  expect(shiftMission(file, 'M999', 5)).toEqual({ refused: 'picture-no-mission' });
});
