/** How late a mission is, how old the last word from it, and where it is by reckoning. */
import { geoInterpolate } from 'd3-geo';

export interface Leg {
  from: string;
  to: string;
  off_block_at: string;
  on_block_at: string;
  departed_at?: string | null;
  landed_at?: string | null;
  from_zone?: string | null;
  to_zone?: string | null;
}

export interface Timed {
  state: string;
  flown: number;
  legs: readonly Leg[];
  delayed_until?: string | null;
  diverted_to?: string | null;
  reported_at?: string;
  ended_at?: string | null;
}

/** What is awaited next: that it leaves, or that it lands, and when that was planned. */
export interface Awaited {
  what: 'leave' | 'land';
  leg: Leg;
  planned: number;
  /** By what is known now: what was said of a delay, or a landing that follows on a late departure. */
  expected: number;
}

const GROUND = new Set(['approved', 'tasked', 'clearances-pending', 'ready', 'boarding', 'landed']);

export function awaited(mission: Timed): Awaited | null {
  const leg = mission.legs[mission.flown];
  if (!leg) return null;
  const delay = mission.delayed_until ? Date.parse(mission.delayed_until) : 0;
  if (mission.state === 'airborne') {
    const planned = Date.parse(leg.on_block_at);
    return { what: 'land', leg, planned, expected: Math.max(landing(leg), delay) };
  }
  if (!GROUND.has(mission.state)) return null;
  const planned = Date.parse(leg.off_block_at);
  return { what: 'leave', leg, planned, expected: Math.max(planned, delay) };
}

/** When a leg that has left lands, if it takes as long as planned. */
export function landing(leg: Leg): number {
  const planned = Date.parse(leg.on_block_at);
  if (!leg.departed_at) return planned;
  return Date.parse(leg.departed_at) + planned - Date.parse(leg.off_block_at);
}

/** Milliseconds by which what is awaited is late: by what was said of it, or because its time has passed. */
export function late(mission: Timed, now: number): number {
  const next = awaited(mission);
  if (!next) return 0;
  return Math.max(0, now - next.planned, next.expected - next.planned);
}

/** Without a word for longer than this something should have been heard: in the air and while boarding sooner than before. [SYN] */
const QUIET: Record<string, number> = { airborne: 90 * 60_000, boarding: 60 * 60_000, landed: 2 * 3_600_000 };

/** Stale is who is on the way and silent, or whose time to report has passed without a word. */
export function isStale(mission: Timed, now: number): boolean {
  if (mission.ended_at || !mission.reported_at) return false;
  const reported = Date.parse(mission.reported_at);
  const quiet = QUIET[mission.state];
  const next = awaited(mission);
  // In the air nothing is to be heard before the landing.
  const due = mission.state === 'airborne' && next ? next.expected + 15 * 60_000 : (next?.expected ?? Infinity);
  if (mission.state === 'airborne') return now > due && reported < due;
  if (quiet !== undefined) return now - reported > quiet;
  return now > due + 30 * 60_000 && reported < due;
}

interface Place {
  latitude: number;
  longitude: number;
}

export interface Position {
  longitude: number;
  latitude: number;
  /** Reckoned along the great circle; else it stands at an airfield. */
  isEstimate: boolean;
  /** Way made, from 0 to 1. */
  share: number;
}

/** Where a mission is: at its airfield, or somewhere between two, by the time since it left. */
export function position(mission: Timed, places: ReadonlyMap<string, Place>, now: number): Position | null {
  const leg = mission.legs[mission.flown];
  if (mission.state === 'airborne' && leg) {
    const from = places.get(leg.from);
    const to = places.get(mission.diverted_to || leg.to);
    if (!from || !to) return null;
    const begin = Date.parse(leg.departed_at ?? leg.off_block_at);
    const end = Math.max(landing(leg), begin + 1);
    const share = Math.min(1, Math.max(0, (now - begin) / (end - begin)));
    const [longitude, latitude] = geoInterpolate([from.longitude, from.latitude], [to.longitude, to.latitude])(share);
    return { longitude, latitude, isEstimate: true, share };
  }
  const stands = mission.flown > 0 ? mission.legs[mission.flown - 1]?.to : mission.legs[0]?.from;
  const place = places.get(stands ?? '');
  return place ? { longitude: place.longitude, latitude: place.latitude, isEstimate: false, share: 0 } : null;
}

export type Part = 'under-way' | 'next' | 'done';

const UNDER_WAY = new Set(['boarding', 'airborne', 'landed']);

export function part(mission: Timed): Part {
  if (mission.ended_at || ['complete', 'cancelled', 'aborted'].includes(mission.state)) return 'done';
  return UNDER_WAY.has(mission.state) || mission.flown > 0 ? 'under-way' : 'next';
}

/** Under way by what comes first, next by departure, done by what ended last. */
export function inOrder<M extends Timed>(missions: readonly M[]): Record<Part, M[]> {
  const parts: Record<Part, M[]> = { 'under-way': [], next: [], done: [] };
  for (const mission of missions) parts[part(mission)].push(mission);
  const first = (mission: Timed) => awaited(mission)?.expected ?? Infinity;
  parts['under-way'].sort((a, b) => first(a) - first(b));
  parts.next.sort((a, b) => first(a) - first(b));
  parts.done.sort((a, b) => Date.parse(b.ended_at ?? '') - Date.parse(a.ended_at ?? ''));
  return parts;
}
