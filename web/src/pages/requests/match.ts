/** Whether a bed suits a patient, by what both say. The server and the checker decide; this puts the likely ones first. */
import type { Row } from '~/rows/row';

export type Against = 'specialty' | 'age' | 'sex' | 'isolation' | 'companions';

export interface Fit {
  specialty: 'same' | 'acceptable' | 'other';
  against: Against[];
}

const number = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));

/** What is not told speaks against nothing. */
export function suits(patient: Row, offer: Row): Fit {
  const specialty =
    patient.specialty === offer.specialty ? 'same' : (patient.acceptable_specialties ?? '').split(' ').includes(offer.specialty ?? '-') ? 'acceptable' : 'other';
  const against: Against[] = specialty === 'other' ? ['specialty'] : [];
  const age = number(patient.age_years);
  const [youngest, oldest, companions] = [number(offer.age_from_years), number(offer.age_to_years), number(offer.companions)];
  if (age !== null && ((youngest !== null && age < youngest) || (oldest !== null && age > oldest))) against.push('age');
  if (offer.sex && patient.sex && offer.sex !== patient.sex) against.push('sex');
  if (patient.isolation && patient.isolation !== 'none' && offer.isolation !== 'yes') against.push('isolation');
  if (companions !== null && Number(patient.other_attendants ?? 0) > companions) against.push('companions');
  return { specialty, against };
}

export function fits(fit: Fit): boolean {
  return fit.against.length === 0;
}
