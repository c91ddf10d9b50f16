/** Which permissions hold, which are late, and who waits for them. */
import { describe, expect, it } from 'vitest';
import { cellKey, matrix, statusOf, waiting, wanted, type Clearance, type Mission } from './status';

const NOW = Date.parse('2017-02-01T12:00:00Z');

function clearance(row: Record<string, string>, id = 'C'): Clearance {
  return {
    id,
    version: 1,
    operation: 'op',
    organisation: 'org',
    number: null,
    row: { state: 'TR', kind: 'overfly', status: 'requested', valid_from: '2017-02-03T00:00Z', valid_to: '2017-02-07T00:00Z', ...row },
  };
}

function mission(id: string, changed: Partial<Mission> = {}): Mission {
  const legs = [{ from: 'HLLB', to: 'LTAC', off_block_at: '2017-02-04T06:00:00Z', on_block_at: '2017-02-04T10:00:00Z' }];
  return { id, state: 'tasked', operator: 'RESCUE', aircraft: 'RA-1', flown: 0, legs, ...changed } as Mission;
}

describe('a clearance', () => {
  it('is late when the state has had its time, or the window has begun', () => {
    expect(statusOf(clearance({ requested_at: '2017-01-31T12:00Z', lead_hours: '48' }), NOW)).toBe('pending');
    expect(statusOf(clearance({ requested_at: '2017-01-30T11:00Z', lead_hours: '48' }), NOW)).toBe('late');
    expect(statusOf(clearance({ valid_from: '2017-02-01T00:00Z' }), NOW)).toBe('late');
    expect(statusOf(clearance({}), NOW)).toBe('pending');
    expect(statusOf(clearance({ status: '' }), NOW)).toBe('pending');
  });
  it('is over at its end, whatever it was', () => {
    expect(statusOf(clearance({ status: 'granted' }), NOW)).toBe('granted');
    expect(statusOf(clearance({ status: 'granted', valid_to: '2017-02-01T12:00Z' }), NOW)).toBe('expired');
    expect(statusOf(clearance({ valid_to: '2017-02-01 12:00' }), NOW)).toBe('expired');
    expect(statusOf(clearance({ status: 'denied', valid_to: '2017-02-01T00:00Z' }), NOW)).toBe('denied');
  });
});

describe('the matrix', () => {
  it('has a column for everybody, for operators, and for those of single aircraft', () => {
    const all = [clearance({ operator: 'RESCUE' }, 'A'), clearance({ aircraft: 'RA-9' }, 'B'), clearance({ state: 'EG' }, 'C')];
    const found = matrix(all, new Map([['RA-9', 'ALPHA']]), ['ZULU']);
    expect(found.states).toEqual(['EG', 'TR']);
    expect(found.operators).toEqual(['', 'ALPHA', 'RESCUE', 'ZULU']);
    expect(found.cells.get(cellKey('TR', 'ALPHA'))?.map(({ id }) => id)).toEqual(['B']);
    expect(found.cells.get(cellKey('TR', 'ZULU'))).toBeUndefined();
  });
});

describe('missions', () => {
  const ids = (row: Record<string, string>, missions: Mission[], countries = new Map<string, string>()) =>
    (waiting([clearance(row)], missions, countries, NOW).get('C') ?? []).map(({ id }) => id);
  it('wait for what is not given, in its window', () => {
    const late = mission('M2', { legs: [{ from: 'A', to: 'B', off_block_at: '2017-02-08T06:00:00Z', on_block_at: '2017-02-08T10:00:00Z' }] });
    expect(ids({}, [mission('M1'), late])).toEqual(['M1']);
    expect(ids({ status: 'granted' }, [mission('M1')])).toEqual([]);
    expect(ids({ status: 'denied' }, [mission('M1')])).toEqual(['M1']);
  });
  it('wait for what is about their operator or aircraft, while they are under way', () => {
    const all = [mission('M1'), mission('M2', { operator: 'OTHER', aircraft: 'X' }), mission('M3', { state: 'cancelled' }), mission('M4', { flown: 1 })];
    expect(ids({ operator: 'RESCUE' }, all)).toEqual(['M1']);
    expect(ids({ aircraft: 'X' }, all)).toEqual(['M2']);
    expect(ids({}, all)).toEqual(['M1', 'M2']);
  });
  it('wait for a landing only where they land there', () => {
    expect(ids({ kind: 'land' }, [mission('M1')], new Map([['LTAC', 'TR']]))).toEqual(['M1']);
    expect(ids({ kind: 'land', state: 'CY' }, [mission('M1')], new Map([['LTAC', 'TR']]))).toEqual([]);
    expect(ids({ kind: 'land', state: 'CY' }, [mission('M1')])).toEqual(['M1']);
  });
});

describe('what is looked for', () => {
  const all = [clearance({ operator: 'RESCUE' }, 'A'), clearance({ status: 'granted' }, 'B'), clearance({ operator: 'OTHER', valid_from: '2017-02-06T00:00Z' }, 'C')];
  const found = (changed: object) => wanted(all, { status: '', state: '', operator: '', day: '', ...changed }, new Map(), NOW).map(({ id }) => id);
  it('is by status, operator and day', () => {
    expect(found({})).toEqual(['A', 'B', 'C']);
    expect(found({ status: 'granted' })).toEqual(['B']);
    expect(found({ operator: 'RESCUE' })).toEqual(['A', 'B']);
    expect(found({ day: '2017-02-05' })).toEqual(['A', 'B']);
    expect(found({ day: '2017-02-07' })).toEqual([]);
    expect(found({ state: 'EG' })).toEqual([]);
  });
});
