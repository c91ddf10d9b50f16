/** Answers of the planner to questions, as they come. Words about patients are left away for those who do not see planning fields. */
import type { Grade, Measures, Bound } from './file';
import type { Finding } from './progress';

export interface Exclusion {
  rule: number;
  reason?: string;
  alternative?: string;
  offers: string[];
}

export interface Then {
  offer: string;
  arrives_at: string;
  on_time: boolean;
}

export interface Difference {
  on_time_weight: number;
  lateness_weighted_hours: number;
  transit_hours: number;
  stops: number;
  nights: number;
  flying_hours: number;
  cost: number;
}

export interface Possible {
  what?: string;
  offer: string;
  arrives_at: string;
  left_out_then: string[];
  difference: Difference;
}

export interface Who {
  patient: string;
  with: string[];
  precedence: Grade;
  due_at: string;
}

export interface MovedTold {
  moved: true;
  who: Who;
  offer: string;
  arrives_at: string;
  on_time: boolean;
  other_beds: Possible[];
  excluded_beds: Exclusion[];
  other_flights: Possible[];
  excluded_flights: Exclusion[];
  held: {
    by?: { what?: string; minutes_sooner_without: number }[];
    together?: string[];
    minutes_sooner_without?: number;
    minutes_sooner_at_once?: number;
  };
}

export interface LeftOutTold {
  moved: false;
  who: Who;
  summary?: string;
  room: Then | null;
  would_take: { changes?: string[]; decision: 'coordination' | 'clinical' | 'patient'; then: Then }[];
  changes_looked_at?: number;
  exclusions: Exclusion[];
}

export interface MissionTold {
  mission: string;
  aircraft: string;
  under_way: boolean;
  without_it: { patient: string; moved: Then | null; left_out?: string | null }[];
  others: { what?: string; difference: Difference }[];
  excluded: Exclusion[];
}

export interface OfferTold {
  offer: string;
  beds: number;
  placed: { patient: string; arrives_at: string }[];
  days: { day: string; taken: number }[];
  refused: { rule: number; reason?: string; patients: string[] }[];
  one_more: { patient: string; then: Then }[];
  one_fewer: { settled?: boolean; patient?: string; then?: Possible | null };
}

export type Explanation = { against?: string; tables_changed?: boolean; not_counted?: string[] } & (
  | { about: 'patient'; explanation: MovedTold | LeftOutTold }
  | { about: 'mission'; explanation: MissionTold }
  | { about: 'offer'; explanation: OfferTold }
);

export interface Checked {
  sound: boolean;
  findings: Finding[];
  against?: string;
  tables_changed?: boolean;
}

export interface Evaluated extends Checked {
  measures: Measures;
  stated: Measures;
  bound: Bound | null;
}

/** What supposed events would change, in the words of the report. */
export interface WhatIfAnswer {
  before: Record<string, number>;
  after: Record<string, number>;
  changes: ChangesTold | null;
}

export interface ChangesTold {
  promised: number;
  untouched: number;
  continuity: number;
  patients: {
    patient: string;
    change: string;
    tier: 'frozen' | 'firm' | 'soft';
    was: { facility: string; offer: string; arrives_at: string };
    now: { facility: string; arrives_at: string } | null;
    why?: string;
  }[];
  new_patients: string[];
  facilities: { facility: string; comes: unknown[]; stays_away: unknown[]; moved: unknown[] }[];
  missions: { mission: string; aircraft: string; crews: string[]; change?: string[] }[];
}

/** The report's words for what is changed, as codes. */
export const CHANGE_CODES: Record<string, string> = {
  'other airfields': 'legs',
  'another aircraft': 'mission',
  'another day': 'day',
  'another hospital': 'hospital',
  'another country': 'country',
  'not moved any more': 'left-out',
};

/** The report's names of figures, as keys of ours, with whether more is better and how many digits are told. */
export const WHAT_IF_FIGURES = [
  ['on time, patients', 'on-time', 'more', 0],
  ['left out, patients', 'left-out', 'less', 0],
  ['late, patients', 'late', 'less', 0],
  ['late, weighted hours', 'late-weight', 'less', 1],
  ['promises changed', 'broken', 'less', 0],
  ['hours in transit', 'transit', 'less', 0],
  ['flying hours', 'flying', 'less', 1],
  ['cost', 'cost', 'less', 0],
] as const;
