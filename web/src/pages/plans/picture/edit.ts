/**
 * A plan changed by hand: a mission earlier or later or on another aircraft, a patient on another mission. Every function makes a new file and leaves the old one as it
 * was; what was not touched is shared. Whether the rules allow it is for the checker: measures, fuel and handling times stay as they were.
 */
import type { Shape } from '~/api/client';
import { indexOf, type Journey, type Mission, type PlanFile, type Step, type Stop } from '../file';

type Network = Shape<'NetworkView'>;

const MINUTE = 60_000;

/** So many minutes is what a drag snaps to. */
export const SNAP = 5;

/** What cannot be done, by the name of its word. */
export type Refusal = 'picture-no-stops' | 'picture-not-on-it' | 'picture-no-mission';

export type Edited = { file: PlanFile } | { refused: Refusal };

/** An instant as plans write it. */
export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}

function moved<T extends string | null | undefined>(at: T, by: number): T {
  return (at ? instant(Date.parse(at) + by) : at) as T;
}

function movedStep<S extends Step>(step: S, by: number): S {
  return { ...step, from_at: moved(step.from_at, by), to_at: moved(step.to_at, by) };
}

function movedStop(stop: Stop, by: number): Stop {
  return {
    ...stop,
    on_block_at: moved(stop.on_block_at, by),
    unloaded_at: moved(stop.unloaded_at, by),
    loading_from_at: moved(stop.loading_from_at, by),
    off_block_at: moved(stop.off_block_at, by),
  };
}

/** Everything of a mission earlier or later, with the ways to it and from it. */
export function shiftMission(file: PlanFile, id: string, minutes: number): Edited {
  const mission = indexOf(file).missionById.get(id);
  if (!mission) return { refused: 'picture-no-mission' };
  const by = minutes * MINUTE;
  const shifted: Mission = {
    ...mission,
    stops: mission.stops.map((stop) => movedStop(stop, by)),
    legs: mission.legs.map((leg) => ({
      ...leg,
      off_block_at: moved(leg.off_block_at, by),
      on_block_at: moved(leg.on_block_at, by),
      ...(leg.turn ? { turn: { ...leg.turn, at: moved(leg.turn.at, by) } } : {}),
    })),
  };
  const journeys = new Map(
    (indexOf(file).journeysByMission.get(id) ?? []).map((journey) => [
      journey.patient,
      journey.steps.reduce((made, step, at) => (step.kind === 'lift' && step.mission === id ? drawnAlong(made, at, by, by) : made), journey),
    ]),
  );
  return { file: put(file, [shifted], journeys) };
}

/** Moves a lift's beginning and end, and with them the ways on the ground beside it; stays give way. */
function drawnAlong(journey: Journey, at: number, beginning: number, end: number): Journey {
  const steps = [...journey.steps];
  const lift = steps[at];
  if (!lift) return journey;
  steps[at] = { ...lift, from_at: moved(lift.from_at, beginning), to_at: moved(lift.to_at, end) };
  let before = at - 1;
  for (let step = steps[before]; step?.kind === 'to-field'; step = steps[before]) steps[before--] = movedStep(step, beginning);
  const waited = steps[before];
  if (waited?.kind === 'stay') steps[before] = { ...waited, to_at: moved(waited.to_at, beginning) };
  let after = at + 1;
  for (let step = steps[after]; step?.kind === 'from-field'; step = steps[after]) steps[after++] = movedStep(step, end);
  const waits = steps[after];
  if (waits?.kind === 'stay') steps[after] = { ...waits, from_at: moved(waits.from_at, end) };
  const isLast = after >= steps.length;
  return { ...journey, steps, arrives_at: isLast ? (steps.at(-1)?.to_at ?? journey.arrives_at) : journey.arrives_at };
}

/** Aircraft of the same type, which a mission could be given to. */
export function sameType(network: Network, aircraft: string): string[] {
  const type = network.aircraft.find((one) => one.id === aircraft)?.type;
  return network.aircraft.filter((one) => one.type === type && one.id !== aircraft).map((one) => one.id);
}

/** A mission on another aircraft, with crews that may work on it where the present ones may not. */
export function giveTo(file: PlanFile, id: string, aircraft: string, network: Network): Edited {
  const mission = indexOf(file).missionById.get(id);
  if (!mission) return { refused: 'picture-no-mission' };
  const fits = (crew: string | null | undefined, role: string): string | null => {
    const works = (one: Network['crews'][number]) => one.aircraft.length === 0 || one.aircraft.includes(aircraft);
    const present = network.crews.find((one) => one.id === crew);
    if (!crew || !present || works(present)) return crew ?? null;
    return network.crews.find((one) => one.role === role && one.aircraft.includes(aircraft))?.id ?? crew;
  };
  const given: Mission = {
    ...mission,
    aircraft,
    flight_crew: fits(mission.flight_crew, 'flight') ?? mission.flight_crew,
    medical_crew: fits(mission.medical_crew, 'medical'),
  };
  return { file: put(file, [given], new Map()) };
}

/** The stops of a mission where somebody could board and leave to go the same way, if it comes by there in this order. */
function stopsFor(mission: Mission, from: string, to: string): [number, number] | null {
  for (let boards = 0; boards < mission.stops.length; boards++) {
    if (mission.stops[boards]?.airfield !== from) continue;
    const leaves = mission.stops.findIndex((stop, at) => at > boards && stop.airfield === to);
    if (leaves > 0) return [boards, leaves];
  }
  return null;
}

/** Missions that a patient's lift could be moved to: those that come by both its airfields in this order. */
export function missionsFor(file: PlanFile, patient: string, from: string): string[] {
  const way = wayOf(file, patient, from);
  if (!way) return [];
  return file.missions.filter((mission) => mission.id !== from && stopsFor(mission, way.from, way.to) !== null).map((mission) => mission.id);
}

function wayOf(file: PlanFile, patient: string, on: string): { journey: Journey; at: number; from: string; to: string } | null {
  const journey = indexOf(file).journeyByPatient.get(patient);
  const mission = indexOf(file).missionById.get(on);
  const at = journey?.steps.findIndex((step) => step.kind === 'lift' && step.mission === on) ?? -1;
  const step = journey?.steps[at];
  if (!journey || !mission || step?.kind !== 'lift') return null;
  const from = mission.stops[step.boards_at_stop]?.airfield;
  const to = mission.stops[step.leaves_at_stop]?.airfield;
  return from && to ? { journey, at, from, to } : null;
}

/** A patient's lift on another mission, with the ways on the ground beside it. */
export function movePatient(file: PlanFile, patient: string, from: string, to: string): Edited {
  const way = wayOf(file, patient, from);
  const old = indexOf(file).missionById.get(from);
  const wanted = indexOf(file).missionById.get(to);
  if (!way || !old) return { refused: 'picture-not-on-it' };
  if (!wanted) return { refused: 'picture-no-mission' };
  const stops = stopsFor(wanted, way.from, way.to);
  if (!stops) return { refused: 'picture-no-stops' };
  const lift = way.journey.steps[way.at];
  if (lift?.kind !== 'lift') return { refused: 'picture-not-on-it' };

  const left: Mission = { ...old, stops: old.stops.map((stop) => without(stop, patient)) };
  const taken: Mission = {
    ...wanted,
    stops: wanted.stops.map((stop, at) => (at === stops[0] ? boarding(stop, patient) : at === stops[1] ? { ...stop, leaves: [...stop.leaves, patient].sort() } : stop)),
  };
  const first = taken.stops[stops[0]];
  const last = taken.stops[stops[1]];
  const begins = first?.loading_from_at ?? first?.off_block_at ?? lift.from_at;
  const ends = last?.unloaded_at ?? last?.on_block_at ?? lift.to_at;
  const steps = [...way.journey.steps];
  steps[way.at] = { ...lift, mission: to, boards_at_stop: stops[0], leaves_at_stop: stops[1] };
  const journey = drawnAlong({ ...way.journey, steps }, way.at, Date.parse(begins) - Date.parse(lift.from_at), Date.parse(ends) - Date.parse(lift.to_at));
  return { file: put(file, [left, taken], new Map([[patient, journey]])) };
}

function without(stop: Stop, patient: string): Stop {
  if (!stop.boards.includes(patient) && !stop.leaves.includes(patient)) return stop;
  const boards = stop.boards.filter((one) => one !== patient);
  return { ...stop, boards, leaves: stop.leaves.filter((one) => one !== patient), loading_from_at: boards.length > 0 ? stop.loading_from_at : null };
}

/** Where nobody boarded so far loading begins as soon as the aircraft is empty. */
function boarding(stop: Stop, patient: string): Stop {
  return { ...stop, boards: [...stop.boards, patient].sort(), loading_from_at: stop.loading_from_at ?? stop.unloaded_at ?? stop.on_block_at ?? stop.off_block_at };
}

function put(file: PlanFile, missions: Mission[], journeys: Map<string, Journey>): PlanFile {
  const byId = new Map(missions.map((mission) => [mission.id, mission]));
  const first = (mission: Mission) => mission.legs[0]?.off_block_at ?? '';
  return {
    ...file,
    missions: file.missions
      .map((mission) => byId.get(mission.id) ?? mission)
      .sort((a, b) => compare(first(a), first(b)) || compare(a.aircraft, b.aircraft)),
    journeys: journeys.size > 0 ? file.journeys.map((journey) => journeys.get(journey.patient) ?? journey) : file.journeys,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
