/** The file of a plan as the pages read it (docs/plan-format.md), and ways to find things in it without looking through all of it. */

export type Grade = 'urgent' | 'priority' | 'routine';

export interface PlanFile {
  format: 'airbridge-plan/1';
  origin: Origin;
  measures: Measures;
  bound: Bound;
  missions: Mission[];
  journeys: Journey[];
  left_out: LeftOut[];
  /** How often what was promised to a patient has been changed. */
  changes?: { patient: string; times: number }[];
}

export interface Origin {
  operation: string;
  operation_digest: string;
  parent_digest?: string | null;
  replanned_at?: string | null;
  program_version: string;
  seed: number;
  work: number;
}

export interface Level {
  precedence: Grade;
  patients: number;
  on_time: number;
  late: number;
  left_out: number;
}

export interface Measures {
  levels: Level[];
  on_time_weight: number;
  lateness_weighted_hours: number;
  commitments_broken: number;
  transit_hours: number;
  stops: number;
  nights: number;
  flying_hours: number;
  positioning_hours: number;
  cost: number;
  fuel_kg: number;
  legs: number;
}

export interface Bound {
  on_time_weight: number;
  on_time_patients: number;
  binding: string;
}

export interface Mission {
  id: string;
  aircraft: string;
  configuration: string;
  flight_crew: string;
  medical_crew?: string | null;
  stops: Stop[];
  /** Leg k goes from stop k to stop k + 1. */
  legs: Leg[];
}

export interface Stop {
  airfield: string;
  on_block_at?: string | null;
  unloaded_at?: string | null;
  loading_from_at?: string | null;
  off_block_at?: string | null;
  leaves: string[];
  boards: string[];
  refuel: boolean;
  rest: boolean;
}

export interface Leg {
  from: string;
  to: string;
  off_block_at: string;
  on_block_at: string;
  distance_nm: number;
  fuel_kg: number;
  cabin_altitude_ft: number;
  states: string[];
  turn?: { at: string; latitude: number; longitude: number; from_the_way_to: string } | null;
}

export type Step =
  | { kind: 'to-field'; facility: string; airfield: string; from_at: string; to_at: string }
  | { kind: 'lift'; mission: string; boards_at_stop: number; leaves_at_stop: number; from_at: string; to_at: string }
  | { kind: 'from-field'; airfield: string; facility: string; from_at: string; to_at: string }
  | { kind: 'stay'; facility: string; from_at: string; to_at: string };

export interface Journey {
  patient: string;
  offer: string;
  arrives_at: string;
  on_time: boolean;
  steps: Step[];
}

export interface Exclusion {
  offers: string[];
  alternative: string;
  rule: number;
  reason: string;
}

export interface LeftOut {
  patient: string;
  summary: string;
  exclusions: Exclusion[];
  so_far?: Step[];
}

/** Everything of a plan by its id. */
export interface PlanIndex {
  missionById: Map<string, Mission>;
  journeyByPatient: Map<string, Journey>;
  leftOutByPatient: Map<string, LeftOut>;
  /** Those who fly on a mission, in the order of the file. */
  journeysByMission: Map<string, Journey[]>;
  journeysByOffer: Map<string, Journey[]>;
  missionsByAircraft: Map<string, Mission[]>;
  changesByPatient: Map<string, number>;
}

const indexes = new WeakMap<PlanFile, PlanIndex>();

/** The index of a file; made once for each. */
export function indexOf(file: PlanFile): PlanIndex {
  let index = indexes.get(file);
  if (!index) indexes.set(file, (index = make(file)));
  return index;
}

function make(file: PlanFile): PlanIndex {
  const journeysByMission = new Map<string, Journey[]>();
  const journeysByOffer = new Map<string, Journey[]>();
  for (const journey of file.journeys) {
    put(journeysByOffer, journey.offer, journey);
    for (const mission of new Set(missionsOf(journey))) put(journeysByMission, mission, journey);
  }
  const missionsByAircraft = new Map<string, Mission[]>();
  for (const mission of file.missions) put(missionsByAircraft, mission.aircraft, mission);
  return {
    missionById: new Map(file.missions.map((mission) => [mission.id, mission])),
    journeyByPatient: new Map(file.journeys.map((journey) => [journey.patient, journey])),
    leftOutByPatient: new Map(file.left_out.map((left) => [left.patient, left])),
    journeysByMission,
    journeysByOffer,
    missionsByAircraft,
    changesByPatient: new Map((file.changes ?? []).map((change) => [change.patient, change.times])),
  };
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

/** The missions of a journey, in order. */
export function missionsOf(journey: Journey): string[] {
  return journey.steps.flatMap((step) => (step.kind === 'lift' ? [step.mission] : []));
}

/** Who is on board on leg `k`: those who boarded at a stop at or before `k` and leave later. */
export function onBoard(mission: Mission, k: number): string[] {
  const aboard = new Set<string>();
  for (const stop of mission.stops.slice(0, k + 1)) {
    for (const patient of stop.leaves) aboard.delete(patient);
    for (const patient of stop.boards) aboard.add(patient);
  }
  return [...aboard];
}

/** A leg's id among all legs of a plan. */
export function legId(mission: string, k: number): string {
  return `${mission}/${k}`;
}

/** The mission and the number that a leg's id names. */
export function legOf(id: string): { mission: string; k: number } {
  const cut = id.lastIndexOf('/');
  return { mission: id.slice(0, cut), k: Number(id.slice(cut + 1)) };
}

/** First off-block and last on-block of a mission. */
export function spanOf(mission: Mission): { from: string; to: string } {
  return { from: mission.legs[0]?.off_block_at ?? '', to: mission.legs.at(-1)?.on_block_at ?? '' };
}
