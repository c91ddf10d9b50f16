/** What may be reported, held against docs/record.md and docs/roles.md; and what is shown of what was reported. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '~/outbox/store';
import { expected } from './expected';
import { compared, course, lastField, nextField, otherwise, patientCourse, type MissionLike, type PatientLike } from './reports';

const may = (...rows: string[]) => (row: string) => rows.includes(row);
const crew = may('mission.report', 'request.collect', 'request.enplane', 'request.deliver');
const operator = may('mission.task', 'mission.ready', 'mission.report', 'mission.cancel', 'mission.divert');
const duty = may('mission.cancel', 'mission.divert', 'mission.approve');

const LEGS = [{ from: 'AAAA', to: 'BBBB' }, { from: 'BBBB', to: 'CCCC' }];

function mission(state: string, more: Partial<MissionLike> = {}): MissionLike {
  return { id: 'op.M1', state, flown: 0, legs: LEGS, aboard: 0, ...more };
}

function patient(state: string | null, more: Partial<PatientLike> = {}): PatientLike {
  return { id: 'P1', ...(state ? { standing: { state } } : {}), ...more };
}

describe('reports of a mission', () => {
  it.each([
    ['approved', 0, [], ['task']],
    ['tasked', 0, [], ['ready']],
    ['clearances-pending', 0, [], ['ready']],
    ['ready', 0, ['board', 'depart'], ['board', 'depart']],
    ['boarding', 0, ['depart'], ['depart']],
    ['airborne', 0, ['land'], ['land']],
    ['landed', 1, ['board', 'depart'], ['board', 'depart']],
    ['landed', 2, ['complete'], ['complete']],
    ['complete', 2, [], []],
    ['cancelled', 0, [], []],
    ['aborted', 1, [], []],
  ])('%s after %i legs', (state, flown, byCrew, byOperator) => {
    expect(course(mission(state, { flown }), crew)).toEqual(byCrew);
    expect(course(mission(state, { flown }), operator)).toEqual(byOperator);
    expect(course(mission(state, { flown }), duty)).toEqual([]);
  });

  it('leaves cancelling and diverting to the operator and the duty officer', () => {
    expect(otherwise(mission('ready'), crew)).toEqual(['delay']);
    expect(otherwise(mission('ready'), duty)).toEqual(['cancel']);
    expect(otherwise(mission('airborne'), duty)).toEqual(['divert']);
    expect(otherwise(mission('tasked'), operator)).toEqual(['assign', 'await-clearances', 'delay', 'cancel']);
    expect(otherwise(mission('complete'), operator)).toEqual([]);
  });

  it('ends nothing while somebody is on board', () => {
    expect(course(mission('landed', { flown: 2, aboard: 1 }), crew)).toEqual([]);
    expect(otherwise(mission('boarding', { aboard: 1 }), duty)).toEqual([]);
    expect(otherwise(mission('landed', { flown: 1, aboard: 0 }), crew)).toContain('abort');
    expect(otherwise(mission('landed', { flown: 1, aboard: 2 }), crew)).not.toContain('abort');
  });

  it('fills in the airfield', () => {
    expect(nextField(mission('airborne'))).toBe('BBBB');
    expect(nextField(mission('airborne', { diverted_to: 'DDDD' }))).toBe('DDDD');
    expect(lastField(mission('landed', { flown: 1 }))).toBe('BBBB');
  });
});

describe('reports of a patient', () => {
  it.each([
    [null, ['collect']],
    ['planned', ['collect']],
    ['manifested', ['collect']],
    ['collected', ['enplane', 'deliver', 'stage']],
    ['staged', ['enplane', 'deliver']],
    ['in-transit', ['enplane', 'deliver', 'stage']],
    ['enplaned', ['deplane', 'deliver']],
    ['delivered', []],
    ['handed-over', []],
    ['died', []],
  ])('%s', (state, acts) => {
    expect(patientCourse(patient(state), mission('boarding'), crew)).toEqual(acts);
    expect(patientCourse(patient(state), mission('boarding'), operator)).toEqual([]);
  });

  it('puts on the manifest, for the duty officer', () => expect(patientCourse(patient('planned'), mission('ready'), duty)).toEqual(['manifest']));

  it('lets nobody on or off in the air, and is silent on who is on another mission', () => {
    expect(patientCourse(patient('enplaned'), mission('airborne'), crew)).toEqual([]);
    expect(patientCourse(patient('in-transit'), mission('airborne'), crew)).not.toContain('enplane');
    expect(patientCourse(patient('enplaned', { route: { aboard: 'op.M2' } }), mission('landed'), crew)).toEqual([]);
  });

  it('names two identifiers, never what they say', () => expect(compared(['wristband', 'name'])).toBe('name, wristband'));
});

function entry(path: string, more: Partial<Entry> = {}): Entry {
  return { key: path, account: 'A', method: 'POST', path: `/api/v1/${path}`, body: {}, happenedAt: '2030-05-01T09:00:00Z', label: { key: 'x', args: {} }, state: 'waiting', ...more };
}

describe('what was reported here', () => {
  const start = { ...mission('boarding', { aboard: 0 }), manifest: [patient('collected'), { ...patient('enplaned'), id: 'P2', route: { aboard: 'op.M1' } }] };

  it('is shown as reported', () => {
    const { mission: now, waiting, patients } = expected({ ...start, aboard: 1 }, [
      entry('requests/P1/enplane', { body: { mission: 'op.M1' } }),
      entry('missions/op.M1/depart'),
      entry('missions/op.M1/land', { body: { airfield: 'BBBB' }, happenedAt: '2030-05-01T11:00:00Z' }),
      entry('requests/P2/deplane', { body: { airfield: 'BBBB' } }),
      entry('missions/op.M2/depart'),
      entry('requests/P9/enplane'),
    ]);
    expect(now).toMatchObject({ state: 'landed', flown: 1, aboard: 1 });
    expect(now.legs[0]).toMatchObject({ departed_at: '2030-05-01T09:00:00Z', landed_at: '2030-05-01T11:00:00Z' });
    expect(now.manifest.map((one) => one.standing?.state)).toEqual(['enplaned', 'in-transit']);
    expect(waiting).toHaveLength(2);
    expect([...patients.keys()]).toEqual(['P1', 'P2']);
  });

  it('changes nothing where it was refused', () => {
    expect(expected(start, [entry('missions/op.M1/depart', { state: 'refused' })]).mission.state).toBe('boarding');
  });
});
