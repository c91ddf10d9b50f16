/** A small plan with a staging stop, for tests: two lifts for one patient, and a later mission by the same way. */
import type { PlanFile, Stop } from '../file';
import type { Network } from './lanes';

const stop = (airfield: string, times: (string | null)[], boards: string[] = [], leaves: string[] = []): Stop => {
  const [on_block_at, unloaded_at, loading_from_at, off_block_at] = times.map((time) => (time ? `2017-02-01T${time}:00Z` : null));
  return { airfield, on_block_at, unloaded_at, loading_from_at, off_block_at, boards, leaves, refuel: false, rest: false };
};

const leg = (from: string, to: string, off: string, on: string) => ({
  from, to, off_block_at: `2017-02-01T${off}:00Z`, on_block_at: `2017-02-01T${on}:00Z`, distance_nm: 600, fuel_kg: 4000, cabin_altitude_ft: 8000, states: ['LY', 'EG'],
});

const span = (from: string, to: string) => ({ from_at: `2017-02-01T${from}:00Z`, to_at: `2017-02-01T${to}:00Z` });

export const PLAN = {
  format: 'airbridge-plan/1',
  origin: { operation: 'Sample', operation_digest: '', program_version: '0.1.0', seed: 1, work: 1 },
  missions: [
    {
      id: 'M001', aircraft: 'A-1', configuration: 'c', flight_crew: 'CREW-A1', medical_crew: 'TEAM',
      stops: [stop('HLLB', [null, null, '05:30', '06:00'], ['P-1']), stop('HECA', ['08:00', '08:20', null, null], [], ['P-1'])],
      legs: [leg('HLLB', 'HECA', '06:00', '08:00')],
    },
    {
      id: 'M002', aircraft: 'B-1', configuration: 'c', flight_crew: 'CREW-B1', medical_crew: 'TEAM',
      stops: [stop('HECA', [null, null, '12:00', '12:30'], ['P-1']), stop('UUWW', ['17:00', '17:20', null, null], [], ['P-1'])],
      legs: [leg('HECA', 'UUWW', '12:30', '17:00')],
    },
    {
      id: 'M003', aircraft: 'B-2', configuration: 'c', flight_crew: 'CREW-B2', medical_crew: null,
      stops: [stop('HECA', [null, null, '13:00', '13:40'], ['P-2']), stop('UUWW', ['18:20', '18:45', null, null], [], ['P-2'])],
      legs: [leg('HECA', 'UUWW', '13:40', '18:20')],
    },
  ],
  journeys: [
    {
      patient: 'P-1', offer: 'O-1', arrives_at: '2017-02-01T18:20:00Z', on_time: true,
      steps: [
        { kind: 'to-field', facility: 'BMC', airfield: 'HLLB', ...span('04:40', '05:30') },
        { kind: 'lift', mission: 'M001', boards_at_stop: 0, leaves_at_stop: 1, ...span('05:30', '08:20') },
        { kind: 'from-field', airfield: 'HECA', facility: 'ASF', ...span('08:20', '08:40') },
        { kind: 'stay', facility: 'ASF', ...span('08:40', '11:40') },
        { kind: 'to-field', facility: 'ASF', airfield: 'HECA', ...span('11:40', '12:00') },
        { kind: 'lift', mission: 'M002', boards_at_stop: 0, leaves_at_stop: 1, ...span('12:00', '17:20') },
        { kind: 'from-field', airfield: 'UUWW', facility: 'VMA', ...span('17:20', '18:20') },
      ],
    },
    {
      patient: 'P-2', offer: 'O-1', arrives_at: '2017-02-01T19:45:00Z', on_time: true,
      steps: [
        { kind: 'lift', mission: 'M003', boards_at_stop: 0, leaves_at_stop: 1, ...span('13:00', '18:45') },
        { kind: 'from-field', airfield: 'UUWW', facility: 'VMA', ...span('18:45', '19:45') },
      ],
    },
  ],
  left_out: [],
} as unknown as PlanFile;

const aircraft = (id: string, type: string) => ({
  id, type, type_name: type, operator: 'OP', state: 'XX', base: 'HECA', standing: null, configurations: [],
  available_from: '2017-02-01T00:00:00Z', available_to: '2017-02-03T00:00:00Z',
});
const crew = (id: string, role: string, on: string[]) => ({
  id, role, aircraft: on, base: 'HECA', persons: 2, critical_points: 12, nursing_points: 30,
  available_from: '2017-02-01T00:00:00Z', available_to: '2017-02-03T00:00:00Z',
});

export const NETWORK = {
  operation: 'sample', version: 1, horizon: { from: '2017-02-01T00:00:00Z', to: '2017-02-03T00:00:00Z' },
  airfields: [{ id: 'HECA', iata: null, name: 'Cairo', state: 'EG', latitude: 30, longitude: 31, zone: 'Africa/Cairo', elevation_ft: 300, fuel: true }],
  facilities: [
    { id: 'ASF', name: 'Staging', state: 'EG', city: 'Cairo', latitude: 30, longitude: 31, zone: 'Africa/Cairo', is_staging: true, staging_places: 2, airfields: [] },
    { id: 'VMA', name: 'Academy', state: 'RU', city: '', latitude: 59, longitude: 30, zone: 'Europe/Moscow', is_staging: false, staging_places: null, airfields: [] },
  ],
  aircraft: [aircraft('A-1', 'T1'), aircraft('B-1', 'T2'), aircraft('B-2', 'T2')],
  crews: [crew('CREW-A1', 'flight', ['A-1']), crew('CREW-B1', 'flight', ['B-1']), crew('CREW-B2', 'flight', ['B-2']), crew('TEAM', 'medical', [])],
} as unknown as Network;
