/** How permissions of states stand: which hold, which are late, and which missions they are about. */
import type { Shape } from '~/api/client';

export type Clearance = Shape<'ClearanceView'>;
export type Mission = Shape<'MissionView'>;

/** As the record says it, and as the clock makes of it: asked for and late; given and over. */
export type Status = 'granted' | 'pending' | 'late' | 'denied' | 'expired';

export const STATUSES: readonly Status[] = ['late', 'pending', 'denied', 'expired', 'granted'];

const HOUR = 3_600_000;

/** Times of the table without an offset are UTC. `NaN` where there is none. */
export function instant(text: string | undefined): number {
  if (!text) return NaN;
  const iso = text.trim().replace(' ', 'T');
  return Date.parse(/(z|[+-]\d{2}:?\d{2})$/i.test(iso) ? iso : `${iso}Z`);
}

/** When a state has had as long as it takes. `NaN` where that is not known. */
export function answerDue(clearance: Clearance): number {
  const hours = clearance.row.lead_hours;
  return instant(clearance.row.requested_at) + (hours && /^\d+$/.test(hours) ? Number(hours) * HOUR : NaN);
}

export function statusOf(clearance: Clearance, now: number): Status {
  const said = (clearance.row.status || 'requested').toLowerCase();
  if (said === 'denied') return 'denied';
  if (said === 'expired' || instant(clearance.row.valid_to) <= now) return 'expired';
  if (said === 'granted') return 'granted';
  return answerDue(clearance) < now || instant(clearance.row.valid_from) <= now ? 'late' : 'pending';
}

/** Whose aircraft it is for: an operator; of one aircraft, the aircraft's; empty for everybody's. */
export function operatorOf(clearance: Clearance, operators: ReadonlyMap<string, string>): string {
  return clearance.row.operator || (clearance.row.aircraft ? (operators.get(clearance.row.aircraft) ?? '') : '');
}

export interface Matrix {
  states: string[];
  /** The empty one, for everybody's aircraft, comes first where there is one. */
  operators: string[];
  cells: Map<string, Clearance[]>;
}

export function cellKey(state: string, operator: string): string {
  return `${state} ${operator}`;
}

/** Rows by state, columns by operator. `known` are operators without any clearance, who have a column too. */
export function matrix(clearances: readonly Clearance[], operators: ReadonlyMap<string, string>, known: Iterable<string>): Matrix {
  const states = new Set<string>();
  const columns = new Set<string>(known);
  const cells = new Map<string, Clearance[]>();
  for (const clearance of clearances) {
    const state = clearance.row.state ?? '';
    const operator = operatorOf(clearance, operators);
    states.add(state);
    columns.add(operator);
    const key = cellKey(state, operator);
    const cell = cells.get(key);
    if (cell) cell.push(clearance);
    else cells.set(key, [clearance]);
  }
  for (const cell of cells.values()) cell.sort((one, other) => instant(one.row.valid_from) - instant(other.row.valid_from));
  return { states: [...states].sort(), operators: [...columns].sort(), cells };
}

/** Missions that are over, or have left their last airfield, wait for nothing. */
const OVER = new Set(['complete', 'cancelled', 'aborted']);

/** Whether a clearance is about a mission: its aircraft, a leg in its window, and for landing also the country. */
function isAbout(clearance: Clearance, mission: Mission, countries: ReadonlyMap<string, string>): boolean {
  const { row } = clearance;
  if (row.aircraft ? row.aircraft !== mission.aircraft : row.operator && row.operator !== mission.operator) return false;
  const from = instant(row.valid_from);
  const to = instant(row.valid_to);
  return mission.legs.slice(mission.flown).some((leg) => {
    if (Date.parse(leg.on_block_at) < from || Date.parse(leg.off_block_at) > to) return false;
    // Which countries a leg flies over is the planner's knowledge; where it lands is written.
    if (row.kind !== 'land' || countries.size === 0) return true;
    return [leg.from, leg.to].some((airfield) => countries.get(airfield) === row.state);
  });
}

/** Missions by clearance. Only clearances that do not hold are waited for. `countries`: of airfields, empty where they are not known. */
export function waiting(
  clearances: readonly Clearance[],
  missions: readonly Mission[],
  countries: ReadonlyMap<string, string>,
  now: number,
): Map<string, Mission[]> {
  const found = new Map<string, Mission[]>();
  const open = missions.filter((mission) => !OVER.has(mission.state));
  for (const clearance of clearances) {
    if (statusOf(clearance, now) === 'granted') continue;
    const of = open.filter((mission) => isAbout(clearance, mission, countries));
    if (of.length > 0) found.set(clearance.id, of);
  }
  return found;
}

/** What is looked for. */
export interface Wanted {
  status: string;
  state: string;
  operator: string;
  /** `2017-02-01`: in whose window that day (UTC) is. */
  day: string;
}

export function wanted(clearances: readonly Clearance[], sought: Wanted, operators: ReadonlyMap<string, string>, now: number): Clearance[] {
  const begin = Date.parse(`${sought.day}T00:00Z`);
  return clearances.filter((clearance) => {
    if (sought.status && statusOf(clearance, now) !== sought.status) return false;
    if (sought.state && clearance.row.state !== sought.state) return false;
    const operator = operatorOf(clearance, operators);
    // What is for everybody's aircraft is for this operator's too.
    if (sought.operator && operator && operator !== sought.operator) return false;
    if (Number.isNaN(begin)) return true;
    return !(instant(clearance.row.valid_from) >= begin + 24 * HOUR) && !(instant(clearance.row.valid_to) <= begin);
  });
}
