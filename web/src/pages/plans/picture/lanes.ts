/** A plan as lanes over time: aircraft, crews, staging beds, receiving hospitals. Instants are milliseconds here, since they are drawn many times a second. */
import type { Shape } from '~/api/client';
import { legId, type Mission, type PlanFile } from '../file';

export type Network = Shape<'NetworkView'>;

export type LaneKind = 'aircraft' | 'crew' | 'staging' | 'hospital';

export type BarKind = 'leg' | 'loading' | 'unloading' | 'ground' | 'rest';

export interface Bar {
  /** A leg's id for legs, else the mission's and a number. */
  id: string;
  kind: BarKind;
  mission: string;
  /** The leg's number; of the leg before, for what happens on the ground. */
  k: number;
  from: number;
  to: number;
  /** Written in it where there is room. */
  text: string;
  /** Aboard. */
  patients: number;
  refuels?: boolean;
}

/** How many are there from an instant on. */
export interface Level {
  at: number;
  count: number;
}

export interface Arrival {
  at: number;
  patient: string;
  offer: string;
}

export interface Lane {
  key: string;
  kind: LaneKind;
  id: string;
  title: string;
  /** Below the title. */
  says: string;
  zone: string | null;
  bars: Bar[];
  levels: Level[];
  /** Places that there are; for staging. */
  places: number | null;
  /** Arrivals; for hospitals. */
  arrivals: Arrival[];
  missions: { id: string; from: number; to: number }[];
}

const at = (text: string | null | undefined): number | null => (text ? Date.parse(text) : null);

/** What one mission does, in the order of time. */
export function barsOf(mission: Mission): Bar[] {
  const bars: Bar[] = [];
  let aboard = 0;
  mission.stops.forEach((stop, s) => {
    const came = at(stop.on_block_at);
    const went = at(stop.off_block_at);
    const empty = at(stop.unloaded_at);
    const loads = at(stop.loading_from_at);
    const bar = (kind: BarKind, from: number, to: number) => {
      if (to > from) bars.push({ id: `${mission.id}:${s}:${kind}`, kind, mission: mission.id, k: Math.max(0, s - 1), from, to, text: stop.airfield, patients: aboard, refuels: stop.refuel });
    };
    if (came !== null && empty !== null) bar('unloading', came, empty);
    aboard -= stop.leaves.length;
    const free = Math.max(came ?? -Infinity, empty ?? -Infinity);
    const until = loads ?? went;
    if (Number.isFinite(free) && until !== null) bar(stop.rest ? 'rest' : 'ground', free, until);
    if (loads !== null && went !== null) bar('loading', loads, went);
    aboard += stop.boards.length;
    const leg = mission.legs[s];
    if (leg) {
      bars.push({
        id: legId(mission.id, s),
        kind: 'leg',
        mission: mission.id,
        k: s,
        from: Date.parse(leg.off_block_at),
        to: Date.parse(leg.on_block_at),
        text: `${leg.from}–${leg.to}`,
        patients: aboard,
      });
    }
  });
  return bars;
}

/** Lanes of a plan, of these kinds, in this order. Aircraft that do nothing have a lane too: work can be given to them. */
export function lanesOf(file: PlanFile, network: Network, kinds: readonly LaneKind[]): Lane[] {
  const bars = new Map(file.missions.map((mission) => [mission.id, barsOf(mission)]));
  const ends = (mission: Mission) => {
    const own = bars.get(mission.id) ?? [];
    return { id: mission.id, from: own[0]?.from ?? 0, to: Math.max(...own.map((bar) => bar.to), 0) };
  };
  const lane = (kind: LaneKind, id: string, title: string, says: string, zone: string | null): Lane => ({
    key: `${kind} ${id}`, kind, id, title, says, zone, bars: [], levels: [], places: null, arrivals: [], missions: [],
  });
  const zones = new Map([...network.airfields, ...network.facilities].map((place) => [place.id, place.zone]));
  const make: Record<LaneKind, () => Lane[]> = {
    aircraft: () => {
      const lanes = new Map(network.aircraft.map((one) => [one.id, lane('aircraft', one.id, one.id, `${one.type} · ${one.base}`, zones.get(one.base) ?? null)]));
      for (const mission of file.missions) {
        const own = get(lanes, mission.aircraft, () => lane('aircraft', mission.aircraft, mission.aircraft, '', null));
        own.bars.push(...(bars.get(mission.id) ?? []));
        own.missions.push(ends(mission));
      }
      return [...lanes.values()];
    },
    crew: () => {
      const known = new Map(network.crews.map((crew) => [crew.id, crew]));
      const lanes = new Map<string, Lane>();
      for (const mission of file.missions) {
        for (const id of [mission.flight_crew, mission.medical_crew]) {
          if (!id) continue;
          const crew = known.get(id);
          const own = get(lanes, id, () => lane('crew', id, id, crew?.base ?? '', zones.get(crew?.base ?? '') ?? null));
          own.bars.push(...(bars.get(mission.id) ?? []).filter((bar) => bar.kind === 'leg' || bar.kind === 'rest'));
          own.missions.push(ends(mission));
        }
      }
      return [...lanes.values()].sort((a, b) => a.id.localeCompare(b.id));
    },
    staging: () => {
      const stays = new Map<string, { at: number; by: number }[]>();
      for (const journey of file.journeys) {
        for (const step of journey.steps) {
          if (step.kind !== 'stay') continue;
          get(stays, step.facility, () => []).push({ at: Date.parse(step.from_at), by: 1 }, { at: Date.parse(step.to_at), by: -1 });
        }
      }
      return network.facilities
        .filter((one) => one.is_staging)
        .map((one) => ({ ...lane('staging', one.id, one.id, one.name, one.zone), places: one.staging_places ?? null, levels: levelsOf(stays.get(one.id) ?? []) }));
    },
    hospital: () => {
      const lanes = new Map<string, Lane>();
      const known = new Map(network.facilities.map((one) => [one.id, one]));
      for (const journey of file.journeys) {
        const last = journey.steps.at(-1);
        if (last?.kind !== 'from-field' && last?.kind !== 'stay') continue;
        const one = known.get(last.facility);
        const own = get(lanes, last.facility, () => lane('hospital', last.facility, last.facility, one?.name ?? '', one?.zone ?? null));
        own.arrivals.push({ at: Date.parse(journey.arrives_at), patient: journey.patient, offer: journey.offer });
      }
      for (const own of lanes.values()) own.arrivals.sort((a, b) => a.at - b.at);
      return [...lanes.values()].sort((a, b) => a.id.localeCompare(b.id));
    },
  };
  return kinds.flatMap((kind) => make[kind]());
}

/** How many are there, changed by those who come and go; who goes at an instant makes room for who comes then. */
export function levelsOf(changes: { at: number; by: number }[]): Level[] {
  const levels: Level[] = [];
  let count = 0;
  for (const change of [...changes].sort((a, b) => a.at - b.at || a.by - b.by)) {
    count += change.by;
    const last = levels.at(-1);
    if (last?.at === change.at) last.count = count;
    else levels.push({ at: change.at, count });
  }
  return levels;
}

function get<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** First and last instant of everything, with the horizon where there is nothing. */
export function extentOf(file: PlanFile, network: Network): [number, number] {
  let [from, to] = [Infinity, -Infinity];
  for (const mission of file.missions) {
    const first = mission.legs[0];
    const last = mission.legs.at(-1);
    if (first) from = Math.min(from, Date.parse(mission.stops[0]?.loading_from_at ?? first.off_block_at));
    if (last) to = Math.max(to, Date.parse(mission.stops.at(-1)?.unloaded_at ?? last.on_block_at));
  }
  if (from < to) return [from, to];
  const horizon = network.horizon;
  return horizon ? [Date.parse(horizon.from), Date.parse(horizon.to)] : [Date.now(), Date.now() + 86_400_000];
}
