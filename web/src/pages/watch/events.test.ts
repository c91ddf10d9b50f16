/** Events as docs/events-format.md has them. */
import { expect, it } from 'vitest';
import { event, faults, kinds } from './events';

const AT = '2030-05-01T16:10:00.000Z';
const is = (...roles: string[]) => (role: string) => roles.includes(role);

it('writes the columns of the kind, and no others', () => {
  expect(event('aircraft-out', { aircraft: 'SU-EX1', until: '2030-05-02T06:00Z', offer: 'O-1', note: ' hydraulics ' }, AT)).toEqual({
    at: AT, kind: 'aircraft-out', aircraft: 'SU-EX1', until: '2030-05-02T06:00:00.000Z', note: 'hydraulics',
  });
  expect(event('beds-withdrawn', { offer: 'O-2', left: '0' }, AT)).toEqual({ at: AT, kind: 'beds-withdrawn', offer: 'O-2', left: 0 });
  expect(event('airspace-closed', { area: '33.0 22.0; 33,23 ;34 23;' }, AT).area).toEqual(['33.0 22.0', '33 23', '34 23']);
  expect(event('state-closed', { state: 'xb' }, AT).state).toBe('XB');
});

it('says what is missing or cannot be read', () => {
  expect(faults('aircraft-out', {})).toEqual(['aircraft']);
  expect(faults('aircraft-out', { aircraft: 'SU-EX1' })).toEqual([]);
  expect(faults('beds-withdrawn', { offer: 'O-2', left: 'two' })).toEqual(['left']);
  expect(faults('airspace-closed', { area: '33 22; 33 23' })).toEqual(['area']);
  expect(faults('airspace-closed', { area: '33 22; 33 23; 95 23' })).toEqual(['area']);
  expect(faults('state-closed', { state: 'Egypt' })).toEqual(['state']);
  expect(faults('airfield-closed', { airfield: 'EX01', from: '2030-05-02T06:00Z', to: '2030-05-01T06:00Z' })).toEqual(['to']);
});

it('offers what the table of roles lets somebody report', () => {
  expect(kinds(is('operator'))).toEqual(['aircraft-out', 'not-boarded']);
  expect(kinds(is('crew'))).toEqual(['not-boarded']);
  expect(kinds(is('receiving-hospital'))).toEqual(['beds-withdrawn']);
  expect(kinds(is('duty-officer'))).toHaveLength(7);
  expect(kinds(is('auditor'))).toEqual([]);
});
