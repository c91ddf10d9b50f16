/** What is different between two plans: for whom, and in which missions. The first is the older one, or the one that is held against. */
import { isoDay } from '~/units/time';
import { indexOf, missionsOf, type Journey, type Mission, type PlanFile } from './file';

/** The gravest first. */
export const KINDS = ['left-out', 'country', 'hospital', 'day', 'mission', 'legs', 'time', 'newly-moved'] as const;
export type Kind = (typeof KINDS)[number];

export interface Difference {
  patient: string;
  kinds: Kind[];
  before: Journey | null;
  after: Journey | null;
}

export interface MissionDifferences {
  /** Only in the second. */
  new: string[];
  /** Only in the first. */
  cancelled: string[];
  /** In both, and not the same. */
  changed: string[];
}

/** What has to be known of facilities to name what is different. */
export interface Facility {
  state: string;
  zone: string;
}

/** The facility at the end of a journey. */
export function endOf(journey: Journey): string | null {
  const last = journey.steps.at(-1);
  return last?.kind === 'from-field' || last?.kind === 'stay' ? last.facility : null;
}

/** Where a journey begins. */
export function beginOf(journey: Journey): string | null {
  const first = journey.steps[0];
  return first?.kind === 'to-field' ? first.facility : null;
}

/** Patients who are moved otherwise, the gravest change first. */
export function differences(before: PlanFile, after: PlanFile, facilities: Map<string, Facility>): Difference[] {
  const old = indexOf(before);
  const now = indexOf(after);
  const all: Difference[] = [];
  for (const patient of new Set([...old.journeyByPatient.keys(), ...now.journeyByPatient.keys()])) {
    const was = old.journeyByPatient.get(patient) ?? null;
    const is = now.journeyByPatient.get(patient) ?? null;
    const kinds = kindsOf(was, is, { before: old.missionById, after: now.missionById }, facilities);
    if (kinds.length > 0) all.push({ patient, kinds, before: was, after: is });
  }
  const rank = ({ kinds }: Difference) => KINDS.indexOf(kinds[0]!);
  return all.sort((a, b) => rank(a) - rank(b) || (a.patient < b.patient ? -1 : 1));
}

type Missions = { before: Map<string, Mission>; after: Map<string, Mission> };

function kindsOf(was: Journey | null, is: Journey | null, missions: Missions, facilities: Map<string, Facility>): Kind[] {
  if (!was) return is ? ['newly-moved'] : [];
  if (!is) return ['left-out'];
  const kinds: Kind[] = [];
  const [from, to] = [endOf(was), endOf(is)];
  if (from !== to) {
    const isCountry = facilities.get(from ?? '')?.state !== facilities.get(to ?? '')?.state;
    kinds.push(isCountry ? 'country' : 'hospital');
  }
  const zone = (facility: string | null) => facilities.get(facility ?? '')?.zone ?? 'UTC';
  if (isoDay(was.arrives_at, zone(from)) !== isoDay(is.arrives_at, zone(to))) kinds.push('day');
  if (aircraft(was, missions.before) !== aircraft(is, missions.after)) kinds.push('mission');
  if (fields(was, missions.before) !== fields(is, missions.after)) kinds.push('legs');
  if (kinds.length === 0 && was.arrives_at !== is.arrives_at) kinds.push('time');
  return kinds;
}

/** Another number of the same flight is no other flight. */
function aircraft(journey: Journey, missions: Map<string, Mission>): string {
  return missionsOf(journey)
    .map((id) => missions.get(id)?.aircraft ?? id)
    .join();
}

function fields(journey: Journey, missions: Map<string, Mission>): string {
  return journey.steps
    .map((step) => {
      if (step.kind !== 'lift') return '';
      const stops = missions.get(step.mission)?.stops;
      return `${stops?.[step.boards_at_stop]?.airfield}-${stops?.[step.leaves_at_stop]?.airfield}`;
    })
    .join();
}

export function missionDifferences(before: PlanFile, after: PlanFile): MissionDifferences {
  const old = indexOf(before).missionById;
  const now = indexOf(after).missionById;
  return {
    new: [...now.keys()].filter((id) => !old.has(id)),
    cancelled: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].filter(([id, mission]) => old.has(id) && JSON.stringify(old.get(id)) !== JSON.stringify(mission)).map(([id]) => id),
  };
}
