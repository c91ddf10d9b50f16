/** Which requests are shown: as the address says, so that a view can be sent to somebody else. */
import { gradeOrder, precedenceClass, type Grade } from '~/units/precedence';
import { bedBy } from './deadline';
import { stageOf, type Stage } from './stages';
import { stateOf, type RequestView } from './view';

/** What filters and boards look at, worked out once for each request. */
export interface Entry {
  request: RequestView;
  state: string | undefined;
  stage: Stage | undefined;
  grade: Grade;
  /** Milliseconds since 1970; beyond all where there is none. */
  bedBy: number;
  stepBy: number;
  /** Everything that a text is looked for in. */
  text: string;
}

export interface Filters {
  /** `stage:bed` or `state:cleared`. */
  state: string;
  grade: string;
  specialty: string;
  deadline: string;
  text: string;
}

/** Names in the address. */
export const NAMES = ['state', 'grade', 'specialty', 'deadline', 'text'] as const;

export const DEADLINES = ['step-late', 'step-day', 'bed-late', 'bed-day'] as const;

const DAY = 24 * 3_600_000;
const NEVER = Number.POSITIVE_INFINITY;

const known = new WeakMap<RequestView, Entry>();

export function entry(request: RequestView): Entry {
  let made = known.get(request);
  if (!made) {
    const { row, standing, destination } = request;
    const by = bedBy(row);
    const state = stateOf(request);
    made = {
      request,
      state,
      stage: stageOf(state),
      grade: precedenceClass(row.precedence_scheme, row.precedence_code),
      bedBy: by === undefined ? NEVER : Date.parse(by),
      stepBy: standing?.due ? Date.parse(standing.due.by) : NEVER,
      text: [request.id, ...Object.values(row), destination?.offer, destination?.outside, destination?.delivered_to]
        .filter(Boolean)
        .join('\n')
        .toLowerCase(),
    };
    known.set(request, made);
  }
  return made;
}

export function read(query: URLSearchParams): Filters {
  const of = (name: string) => query.get(name) ?? '';
  return { state: of('state'), grade: of('grade'), specialty: of('specialty'), deadline: of('deadline'), text: of('text') };
}

export function isAny(filters: Filters): boolean {
  return NAMES.some((name) => filters[name] !== '');
}

/** Those that pass, in the order in which they came. */
export function pass(entries: readonly Entry[], filters: Filters, now: number): Entry[] {
  const [of, wanted] = filters.state.split(':');
  const text = filters.text.trim().toLowerCase();
  return entries.filter(
    (one) =>
      (!wanted || (of === 'stage' ? one.stage : one.state) === wanted) &&
      (!filters.grade || one.grade === filters.grade) &&
      (!filters.specialty || one.request.row.specialty === filters.specialty) &&
      isDue(one, filters.deadline, now) &&
      (!text || one.text.includes(text)),
  );
}

function isDue(one: Entry, deadline: string, now: number): boolean {
  if (!deadline) return true;
  const [what, when] = deadline.split('-');
  const away = (what === 'bed' ? one.bedBy : one.stepBy) - now;
  // Nobody is late for a bed who is in one.
  if (what === 'bed' && (one.stage === 'arrived' || one.stage === 'over')) return false;
  return when === 'late' ? away < 0 : away >= 0 && away <= DAY;
}

/** The most pressing first, then whoever has to be in a bed first. */
export function pressing(a: Entry, b: Entry): number {
  return gradeOrder(a.grade) - gradeOrder(b.grade) || compare(a.bedBy, b.bedBy) || (a.request.id < b.request.id ? -1 : 1);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
