/** Columns of table `patients` as they are typed and shown: the groups they stand in, their kinds and codes, after docs/operation-format.md. */

const SPECIALTIES = [
  'burns', 'neurosurgery', 'spinal', 'orthopaedics', 'prosthetics', 'maxillofacial', 'plastics', 'vascular', 'thoracic', 'ophthalmology', 'general-surgery', 'icu',
  'onco-adult', 'onco-paed', 'haematology', 'bmt', 'dialysis', 'transplant', 'cardiology', 'cardiac-surgery', 'paediatrics', 'neonatal-icu', 'obstetrics',
  'psychiatry', 'infectious', 'rehab', 'home',
] as const;

const CLASSIFICATIONS = [
  '1A', '1B', '1C', '2A', '2B', '3', '3A', '3B', '3C', '4', '4A', '4B', '4C', '4D', '4E', '5', '5A', '5B', '5C', '5D', '5E', '5F', '6', '6A', '6B',
] as const;

/** Codes of each precedence scheme. */
export const SCHEMES: Record<string, string[]> = {
  'UK-STANAG3204': ['P1', 'P2', 'P3'],
  'US-TRANSCOM': ['urgent', 'priority', 'routine'],
  'US-ARMY-MEDEVAC': ['I', 'IA', 'II', 'III', 'IV'],
  WAITLIST: ['critical', 'urgent', 'elective'],
};

export interface Column {
  name: string;
  kind: 'code' | 'codes' | 'time' | 'number' | 'whole' | 'yes-no' | 'text' | 'long' | 'facility' | 'states' | 'precedence';
  codes?: readonly string[];
  /** Which words the codes have, `requests-<words>-<code>`. */
  words?: string;
  min?: number;
  max?: number;
  /** `submit`: nothing is submitted without; `plan`: nothing is planned without. */
  needed?: 'submit' | 'plan';
}

const code = (name: string, words: string, codes: readonly string[], needed?: Column['needed']): Column => ({ name, kind: 'code', words, codes, needed });
const whole = (name: string, min: number, max: number, needed?: Column['needed']): Column => ({ name, kind: 'whole', min, max, needed });
const of = (name: string, kind: Column['kind'], needed?: Column['needed']): Column => ({ name, kind, needed });

/** Groups in the order in which they are shown; the first two are always open. */
export const GROUPS: { key: string; columns: Column[] }[] = [
  {
    key: 'patient',
    columns: [
      of('origin', 'facility', 'submit'),
      of('ready_at', 'time', 'submit'),
      of('precedence_code', 'precedence', 'submit'),
      code('specialty', 'specialty', SPECIALTIES, 'submit'),
      of('diagnosis', 'text'),
      whole('age_years', 0, 125),
      code('sex', 'sex', ['female', 'male']),
    ],
  },
  {
    key: 'care',
    columns: [
      code('mobility', 'mobility', ['litter', 'ambulatory', 'wheelchair', 'incubator'], 'plan'),
      code('critical_care', 'critical-care', ['none', 'intermediate', 'icu'], 'plan'),
      code('dependency', 'dependency', ['1', '2', '3', '4'], 'plan'),
      code('classification', 'classification', CLASSIFICATIONS, 'plan'),
      of('ventilated', 'yes-no', 'plan'),
      code('isolation', 'isolation', ['none', 'contact', 'droplet', 'airborne'], 'plan'),
    ],
  },
  {
    key: 'clinical',
    columns: [
      of('clinical_notes', 'long'),
      { name: 'oxygen_l_per_min', kind: 'number', min: 0, max: 100 },
      { name: 'weight_kg', kind: 'number', min: 0.3, max: 400 },
      of('bariatric', 'yes-no'),
      { name: 'acceptable_specialties', kind: 'codes', words: 'specialty', codes: SPECIALTIES },
      of('languages', 'text'),
    ],
  },
  {
    key: 'flight',
    columns: [
      of('overnight', 'yes-no', 'plan'),
      { name: 'cabin_limit_ft', kind: 'number', min: 0, max: 15000 },
      whole('max_stops', 0, 50),
      whole('max_flight_minutes', 1, 100000),
      whole('max_transit_minutes', 1, 1000000),
    ],
  },
  {
    key: 'destination',
    columns: [
      of('consent_states', 'states'),
      of('refused_states', 'states'),
      of('destination', 'facility'),
      whole('expected_stay_days', 1, 3650),
    ],
  },
  {
    key: 'companions',
    columns: [whole('medical_attendants', 0, 20, 'plan'), whole('other_attendants', 0, 20, 'plan'), of('group', 'text')],
  },
  {
    key: 'dates',
    columns: [of('clock_start_at', 'time', 'plan'), of('collect_by', 'time'), of('due_at', 'time'), of('latest_useful_at', 'time')],
  },
];

export const COLUMNS = new Map<string, Column>(
  GROUPS.flatMap((group) => group.columns.map((column) => [column.name, column] as const)).concat([['precedence_scheme', of('precedence_scheme', 'text')]]),
);

/** Columns that only whoever sees the whole record writes, and those that are promised once a hospital has agreed. */
export const ADMINISTRATIVE = ['ready_at', 'collect_by', 'precedence_scheme', 'precedence_code', 'clock_start_at', 'due_at', 'latest_useful_at'];

export const SPECIALTY_CODES: readonly string[] = SPECIALTIES;

/** A column's name as words have it. */
export function word(column: string): string {
  return column.replaceAll('_', '-');
}

/** What is wrong with a text for a column: the name of a message; `null` where nothing is. */
export function fault(column: Column, text: string): string | null {
  if (text === '') return null;
  if (column.kind === 'number' || column.kind === 'whole') {
    const number = Number(text);
    if (!Number.isFinite(number) || (column.kind === 'whole' && !Number.isInteger(number))) return 'requests-fault-number';
    if (number < (column.min ?? -Infinity) || number > (column.max ?? Infinity)) return 'requests-fault-range';
  }
  if (column.kind === 'states' && !text.split(' ').every((state) => /^[A-Z]{2}$/.test(state))) return 'requests-fault-states';
  return null;
}

/** Names of columns that are missing for a purpose. */
export function missing(row: Record<string, string>, needed: 'submit' | 'plan'): string[] {
  return [...COLUMNS.values()].filter((column) => column.needed === needed && !row[column.name]?.trim()).map((column) => column.name);
}
