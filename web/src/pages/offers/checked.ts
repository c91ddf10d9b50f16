/** What is wrong with an offer's form, before it is sent: a column, and the name of the message that says it. */
import type { Row } from '~/rows/row';
import { dayNumber } from './beds';

/** Columns that every offer has. */
export const NEEDED = ['facility', 'specialty', 'beds', 'from_on', 'to_on'] as const;
/** Columns behind "more". */
export const MORE = ['expires_at', 'conditions', 'isolation', 'companions', 'sex', 'age_from_years', 'age_to_years', 'stay_days'] as const;

function isWhole(text: string, least: number, most: number): boolean {
  return /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
}

export function checked(row: Row, taken = 0): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const column of NEEDED) if (!row[column]?.trim()) faults[column] = 'offers-fault-needed';
  if (row.beds && !isWhole(row.beds, 1, 100_000)) faults.beds = 'offers-fault-beds';
  else if (row.beds && Number(row.beds) < taken) faults.beds = 'offers-fault-taken';
  if (dayNumber(row.to_on) < dayNumber(row.from_on)) faults.to_on = 'offers-fault-days';
  if (row.companions && !isWhole(row.companions, 0, 20)) faults.companions = 'offers-fault-companions';
  for (const column of ['age_from_years', 'age_to_years']) {
    if (row[column] && !isWhole(row[column], 0, 125)) faults[column] = 'offers-fault-age';
  }
  if (!faults.age_to_years && row.age_from_years && row.age_to_years && Number(row.age_to_years) < Number(row.age_from_years)) {
    faults.age_to_years = 'offers-fault-ages';
  }
  if (row.stay_days && !isWhole(row.stay_days, 1, 3650)) faults.stay_days = 'offers-fault-stay';
  return faults;
}
