// Filters of the list: what passes, and what is worked out of a request.
import { describe, expect, it } from 'vitest';
import { bedBy } from './deadline';
import { entry, pass, pressing, read } from './filters';
import { STAGES, stageOf } from './stages';
import type { RequestView } from './view';

const NOW = Date.parse('2017-02-01T00:00:00Z');

function request(id: string, row: Record<string, string>, state: string, by?: string): RequestView {
  return {
    id,
    version: 1,
    operation: 'op',
    row,
    standing: { state, since: '2017-01-31T00:00:00Z', departure_confirmed: false, due: by ? { role: 'crew', task: 'collect the patient', by } : null },
  };
}

const urgent = request('P-1', { precedence_scheme: 'UK-STANAG3204', precedence_code: 'P1', clock_start_at: '2017-01-30T00:00:00Z', specialty: 'burns' }, 'cleared', '2017-02-01T06:00:00Z');
const routine = request('P-2', { precedence_scheme: 'UK-STANAG3204', precedence_code: 'P3', due_at: '2017-02-01T20:00:00Z', specialty: 'icu', origin: 'North Hospital' }, 'handed-over', '2017-01-31T06:00:00Z');
const all = [routine, urgent].map(entry);
const ids = (query: string) => pass(all, read(new URLSearchParams(query)), NOW).map((one) => one.request.id);

describe('filters', () => {
  it('pass everything where nothing is asked', () => expect(ids('')).toEqual(['P-2', 'P-1']));
  it('know states and stages', () => {
    expect(ids('state=stage:bed')).toEqual(['P-1']);
    expect(ids('state=state:handed-over')).toEqual(['P-2']);
    expect(ids('state=state:draft')).toEqual([]);
  });
  it('know classes, specialties and texts', () => {
    expect(ids('grade=urgent')).toEqual(['P-1']);
    expect(ids('specialty=icu')).toEqual(['P-2']);
    expect(ids('text=north')).toEqual(['P-2']);
  });
  it('tell the step that is late from the patient who is', () => {
    expect(ids('deadline=step-late')).toEqual(['P-2']);
    expect(ids('deadline=step-day')).toEqual(['P-1']);
    expect(ids('deadline=bed-late')).toEqual(['P-1']);
    expect(ids('deadline=bed-day')).toEqual([]);
  });
  it('put the most pressing first', () => expect([...all].sort(pressing).map((one) => one.request.id)).toEqual(['P-1', 'P-2']));
});

describe('deadlines', () => {
  it('are as the request says, else by the scheme', () => {
    expect(bedBy(routine.row)).toBe('2017-02-01T20:00:00Z');
    expect(bedBy(urgent.row)).toBe('2017-01-31T00:00:00.000Z');
    expect(bedBy({ precedence_scheme: 'WAITLIST', precedence_code: 'urgent', clock_start_at: '2017-01-01T00:00:00Z' })).toBe('2017-01-31T00:00:00.000Z');
    expect(bedBy({ due_at: 'soon' })).toBeUndefined();
    expect(bedBy({})).toBeUndefined();
  });
});

describe('stages', () => {
  it('hold each state once', () => {
    const states = STAGES.flatMap((stage) => [...stage.states]);
    expect(new Set(states).size).toBe(20);
    expect(states.length).toBe(20);
    expect(stageOf(undefined)).toBeUndefined();
  });
});
