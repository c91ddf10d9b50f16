// Which beds suit a patient.
import { describe, expect, it } from 'vitest';
import { fits, suits } from './match';

const patient = { specialty: 'burns', acceptable_specialties: 'plastics icu', age_years: '30', sex: 'male', isolation: 'contact', other_attendants: '1' };

describe('a bed suits', () => {
  it('by its specialty, or one that will also do', () => {
    expect(suits(patient, { specialty: 'burns', isolation: 'yes' })).toEqual({ specialty: 'same', against: [] });
    expect(suits(patient, { specialty: 'icu', isolation: 'yes' }).specialty).toBe('acceptable');
    expect(suits(patient, { specialty: 'spinal', isolation: 'yes' }).against).toEqual(['specialty']);
  });
  it('by age, sex, isolation and companions', () => {
    expect(suits(patient, { specialty: 'burns', age_to_years: '18', sex: 'female', isolation: 'no', companions: '0' }).against).toEqual(['age', 'sex', 'isolation', 'companions']);
    expect(suits(patient, { specialty: 'burns', age_from_years: '30', isolation: 'yes', companions: '1' }).against).toEqual([]);
  });
  it('where nothing is told against it', () => expect(fits(suits({ specialty: 'burns' }, { specialty: 'burns' }))).toBe(true));
});
