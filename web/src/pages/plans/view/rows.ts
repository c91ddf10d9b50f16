/** The patients of a plan as rows: those who are moved, with what is known of them. */
import type { Shape } from '~/api/client';
import { precedenceClass, type Grade } from '~/units/precedence';
import { beginOf, endOf } from '../compare';
import { missionsOf, type Journey, type PlanFile } from '../file';

export type Request = Shape<'RequestView'>;

export interface PatientRow {
  patient: string;
  grade: Grade;
  row: Record<string, string> | null;
  from: string | null;
  to: string | null;
  journey: Journey;
  missions: string[];
  text: string;
}

export function patientRows(file: PlanFile, requests: Map<string, Request>, name: (id: string | null) => string): PatientRow[] {
  return file.journeys.map((journey) => {
    const row = requests.get(journey.patient)?.row ?? null;
    const from = beginOf(journey) ?? row?.origin ?? null;
    const to = endOf(journey);
    const missions = missionsOf(journey);
    const words = [journey.patient, journey.offer, from, to, name(from), name(to), ...missions];
    return {
      patient: journey.patient,
      grade: precedenceClass(row?.precedence_scheme, row?.precedence_code),
      row,
      from,
      to,
      journey,
      missions,
      text: words.join(' ').toLowerCase(),
    };
  });
}
