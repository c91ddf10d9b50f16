/** Two plans beside each other: who goes otherwise, and which missions differ. */
import { describe, expect, it } from 'vitest';
import { byWeight, breaks, told, type Change } from './changes';
import { differences, missionDifferences } from './compare';
import type { Journey, Mission, PlanFile } from './file';

const stop = (airfield: string, boards: string[] = [], leaves: string[] = []) => ({ airfield, boards, leaves, refuel: false, rest: false });
const leg = (from: string, to: string, at: string) => ({
  from,
  to,
  off_block_at: at,
  on_block_at: at,
  distance_nm: 1,
  fuel_kg: 1,
  cabin_altitude_ft: 8000,
  states: [],
});
const mission = (id: string, aircraft: string, at: string): Mission => ({
  id,
  aircraft,
  configuration: 'c',
  flight_crew: 'f',
  stops: [stop('AAAA', ['P-1']), stop('BBBB', [], ['P-1'])],
  legs: [leg('AAAA', 'BBBB', at)],
});
const journey = (patient: string, on: string, to: string, at: string): Journey => ({
  patient,
  offer: `O-${to}`,
  arrives_at: at,
  on_time: true,
  steps: [
    { kind: 'to-field', facility: 'origin', airfield: 'AAAA', from_at: at, to_at: at },
    { kind: 'lift', mission: on, boards_at_stop: 0, leaves_at_stop: 1, from_at: at, to_at: at },
    { kind: 'from-field', airfield: 'BBBB', facility: to, from_at: at, to_at: at },
  ],
});
const plan = (missions: Mission[], journeys: Journey[]): PlanFile => ({
  format: 'airbridge-plan/1',
  origin: { operation: 'o', operation_digest: '', program_version: '', seed: 0, work: 0 },
  measures: {} as PlanFile['measures'],
  bound: { on_time_weight: 0, on_time_patients: 0, binding: '' },
  missions,
  journeys,
  left_out: [],
});
const facilities = new Map([
  ['h1', { state: 'RU', zone: 'Europe/Moscow' }],
  ['h2', { state: 'RU', zone: 'Europe/Moscow' }],
  ['h3', { state: 'TR', zone: 'Europe/Istanbul' }],
]);
const DAY = '2026-02-01T10:00:00Z';
const NEXT = '2026-02-02T10:00:00Z';

describe('two plans', () => {
  const old = plan([mission('M1', 'A', DAY), mission('M2', 'B', DAY)], [
    journey('P-1', 'M1', 'h1', DAY),
    journey('P-2', 'M1', 'h1', DAY),
    journey('P-3', 'M2', 'h1', DAY),
    journey('P-4', 'M2', 'h1', DAY),
    journey('P-5', 'M2', 'h1', DAY),
  ]);
  const now = plan([mission('M1', 'A', NEXT), mission('M3', 'B', DAY)], [
    journey('P-1', 'M1', 'h1', DAY),
    journey('P-2', 'M1', 'h2', NEXT),
    journey('P-3', 'M3', 'h3', DAY),
    journey('P-5', 'M3', 'h1', '2026-02-01T11:00:00Z'),
    journey('P-6', 'M3', 'h1', DAY),
  ]);

  it('names what is different for whom, the gravest first', () => {
    expect(differences(old, now, facilities).map(({ patient, kinds }) => [patient, ...kinds])).toEqual([
      ['P-4', 'left-out'],
      ['P-3', 'country'],
      ['P-2', 'hospital', 'day'],
      ['P-5', 'time'],
      ['P-6', 'newly-moved'],
    ]);
  });

  it('finds nothing between a plan and itself', () => {
    expect(differences(old, old, facilities)).toEqual([]);
    expect(missionDifferences(old, old)).toEqual({ new: [], cancelled: [], changed: [] });
  });

  it('tells missions apart', () => {
    expect(missionDifferences(old, now)).toEqual({ new: ['M3'], cancelled: ['M2'], changed: ['M1'] });
  });
});

describe('who has to be told', () => {
  const change = (request: string, kinds: Change['kinds'], promise: Change['promise'], told: Change['told']): Change => ({
    request,
    kinds,
    promise,
    told,
    before: null,
    after: null,
  });
  const all = [
    change('P-1', ['time'], 'frozen', [{ role: 'operator', of: 'X' }]),
    change('P-2', ['day'], 'soft', [{ role: 'receiving-hospital', of: 'H' }]),
    change('P-3', ['legs'], 'frozen', [{ role: 'receiving-hospital', of: 'H' }, { role: 'operator', of: 'X' }]),
    change('P-4', ['left-out'], 'firm', []),
  ];

  it('puts broken promises first, the surest before', () => {
    expect(byWeight(all).map((one) => one.request)).toEqual(['P-3', 'P-4', 'P-2', 'P-1']);
    expect(all.filter(breaks).map((one) => one.request)).toEqual(['P-2', 'P-3', 'P-4']);
  });

  it('gives each of them all that concerns them', () => {
    expect(told(all).map(({ role, of, changes }) => [role, of, changes.map((one) => one.request)])).toEqual([
      ['receiving-hospital', 'H', ['P-3', 'P-2']],
      ['operator', 'X', ['P-3', 'P-1']],
    ]);
  });
});
