/** How requests and missions stand, in short, for the start page. */
import type { Shape } from '~/api/client';
import { gradeOrder, precedenceClass } from '~/units/precedence';
import { isoDay, ownZone } from '~/units/time';

export type Request = Shape<'RequestView'>;
export type Mission = Shape<'MissionView'>;

/** In the order in which a request goes through them. */
const STATES = [
  'draft',
  'returned',
  'submitted',
  'endorsed',
  'deferred',
  'cleared',
  'offered',
  'accepted',
  'planned',
  'manifested',
  'collected',
  'staged',
  'enplaned',
  'in-transit',
  'delivered',
  'diverted',
  'handed-over',
  'closed',
  'withdrawn',
  'died',
];

/** Nothing is to be done any more. */
const OVER = new Set(['closed', 'withdrawn', 'died']);
/** Before the patient is on the way. */
const WAITING = new Set(['cleared', 'offered', 'accepted', 'planned', 'manifested']);
const MISSION_OVER = new Set(['complete', 'cancelled', 'aborted']);
const UNDER_WAY = new Set(['boarding', 'airborne', 'landed']);

/** States are written with spaces or with strokes. */
export function state(request: Request): string {
  return (request.standing?.state ?? '').toLowerCase().replace(/[^a-z]+/g, '-');
}

/** How many are in each state that somebody is in. */
export function counts(requests: readonly Request[]): { state: string; count: number }[] {
  const found = new Map<string, number>();
  for (const request of requests) found.set(state(request), (found.get(state(request)) ?? 0) + 1);
  found.delete('');
  const place = (one: string) => (STATES.includes(one) ? STATES.indexOf(one) : STATES.length);
  return [...found].map(([state, count]) => ({ state, count })).sort((one, other) => place(one.state) - place(other.state));
}

export function inState(requests: readonly Request[], ...states: string[]): Request[] {
  return requests.filter((request) => states.includes(state(request)));
}

export function open(requests: readonly Request[]): Request[] {
  return requests.filter((request) => !OVER.has(state(request)));
}

/** Whose deadline comes first comes first; without one, last. Of those of the same hour the most pressing is first. */
export function byDeadline(requests: readonly Request[]): Request[] {
  const by = (request: Request) => (request.standing?.until ?? request.standing?.due?.by ?? '9999').slice(0, 13);
  const grade = (request: Request) => gradeOrder(precedenceClass(request.row?.precedence_scheme, request.row?.precedence_code));
  return requests.toSorted((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : grade(one) - grade(other)));
}

/** Who may not fly any more before long, and has not left: the first to end first. */
export function endingSoon(requests: readonly Request[], now: number, within: number): Request[] {
  const end = (request: Request) => Date.parse(request.standing?.fit_until ?? '');
  return requests.filter((request) => WAITING.has(state(request)) && end(request) < now + within).sort((one, other) => end(one) - end(other));
}

/** Whether an instant is of the day of now, at the place. */
export function isToday(at: string | null | undefined, zone: string | null | undefined, now: number): boolean {
  if (!at) return false;
  const there = zone || ownZone;
  return isoDay(at, there) === isoDay(now, there);
}

/** Under way, or leaving or coming today; not over. */
export function today(missions: readonly Mission[], now: number): Mission[] {
  return missions.filter(
    (mission) =>
      !MISSION_OVER.has(missionState(mission)) &&
      (UNDER_WAY.has(missionState(mission)) ||
        mission.legs.some((leg) => isToday(leg.off_block_at, leg.from_zone, now) || isToday(leg.on_block_at, leg.to_zone, now))),
  );
}

export function missionState(mission: Mission): string {
  return mission.state.toLowerCase().replace(/[^a-z]+/g, '-');
}

/** Those that are not over, in the order in which they leave. */
export function unfinished(missions: readonly Mission[]): Mission[] {
  const leaves = (mission: Mission) => mission.legs[0]?.off_block_at ?? '';
  return missions.filter((mission) => !MISSION_OVER.has(missionState(mission))).sort((one, other) => (leaves(one) < leaves(other) ? -1 : 1));
}

/** The leg that is flown next, or now. */
export function leg(mission: Mission): Mission['legs'][number] | undefined {
  return mission.legs[mission.flown] ?? mission.legs.at(-1);
}
