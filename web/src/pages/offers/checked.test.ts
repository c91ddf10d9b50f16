/** What an offer has to say before it is sent. */
import { describe, expect, it } from 'vitest';
import { checked } from './checked';

const good = { facility: 'F', specialty: 'burns', beds: '6', from_on: '2017-02-01', to_on: '2017-02-01' };

describe('an offer', () => {
  it('says where, what for, how many and when', () => {
    expect(checked(good)).toEqual({});
    expect(Object.keys(checked({}))).toEqual(['facility', 'specialty', 'beds', 'from_on', 'to_on']);
  });
  it('has whole beds, not less than are taken', () => {
    for (const beds of ['0', '-1', '2.5', 'six', '1e9']) expect(checked({ ...good, beds })).toEqual({ beds: 'offers-fault-beds' });
    expect(checked({ ...good, beds: '2' }, 3)).toEqual({ beds: 'offers-fault-taken' });
  });
  it('does not end before it begins', () => {
    expect(checked({ ...good, to_on: '2017-01-31' })).toEqual({ to_on: 'offers-fault-days' });
  });
  it('has limits that make sense', () => {
    expect(checked({ ...good, age_from_years: '18', age_to_years: '7' })).toEqual({ age_to_years: 'offers-fault-ages' });
    expect(checked({ ...good, companions: '21', stay_days: '0' })).toEqual({ companions: 'offers-fault-companions', stay_days: 'offers-fault-stay' });
  });
});
