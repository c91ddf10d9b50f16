/** What a clearance has to say before it is asked for. */
import { describe, expect, it } from 'vitest';
import { asked, checkedWindow, fromUtcField, toUtcField } from './checked';

const good = { state: 'TR', kind: 'overfly', valid_from: '2017-02-01T06:00Z', valid_to: '2017-02-02T06:00Z' };

describe('asking a state', () => {
  it('says which state, for what, and when', () => {
    expect(asked(good)).toEqual({});
    expect(Object.keys(asked({}))).toEqual(['state', 'kind', 'valid_from', 'valid_to']);
    expect(asked({ ...good, state: 'Turkey' })).toEqual({ state: 'clearances-fault-state' });
    expect(asked({ ...good, lead_hours: '3 days' })).toEqual({ lead_hours: 'clearances-fault-hours' });
  });
  it('has a window that ends after it begins', () => {
    expect(checkedWindow({ ...good, valid_to: good.valid_from })).toEqual({ valid_to: 'clearances-fault-window' });
  });
  it('is typed in UTC', () => {
    expect(toUtcField('2017-02-01T08:00:00+02:00')).toBe('2017-02-01T06:00');
    expect(toUtcField('2017-02-01 06:00')).toBe('2017-02-01T06:00');
    expect(toUtcField('soon')).toBe('');
    expect(fromUtcField('2017-02-01T06:00')).toBe('2017-02-01T06:00Z');
    expect(fromUtcField('')).toBe('');
  });
});
