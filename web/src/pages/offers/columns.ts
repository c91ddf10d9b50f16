/** Names of an offer's columns for people. */
import { t } from '~/words/words.svelte';

const NAMES: Record<string, string> = {
  facility: 'offers-facility',
  specialty: 'offers-specialty',
  beds: 'offers-beds',
  from_on: 'offers-first-day',
  to_on: 'offers-last-day',
  expires_at: 'offers-expires',
  status: 'offers-state',
  conditions: 'offers-conditions',
  isolation: 'offers-isolation',
  companions: 'offers-companions',
  sex: 'offers-sex',
  age_from_years: 'offers-age-from',
  age_to_years: 'offers-age-to',
  stay_days: 'offers-stay',
};

export function columnName(column: string): string {
  const name = NAMES[column];
  return name ? t(name) : column;
}
