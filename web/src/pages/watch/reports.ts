/** What may be reported of a mission and of its patients, from which state and by whom: docs/record.md and docs/roles.md, so that nothing is offered that the server refuses. */

/** What reports are asked of: a mission as it is told. */
export interface MissionLike {
  id: string;
  state: string;
  flown: number;
  legs: readonly { from: string; to: string }[];
  diverted_to?: string | null;
  aboard: number;
}

export interface PatientLike {
  id: string;
  standing?: { state: string } | null;
  route?: { aboard?: string | null; waits_at?: string | null; missions?: readonly string[] } | null;
}

export type MissionAct =
  | 'task' | 'await-clearances' | 'ready' | 'assign' | 'board' | 'depart' | 'land' | 'delay' | 'divert' | 'cancel' | 'abort' | 'complete';

export type PatientAct = 'manifest' | 'collect' | 'stage' | 'enplane' | 'deplane' | 'deliver';

type May = (row: string) => boolean;

interface Step {
  row: string;
  from: readonly string[];
}

const ON_GROUND = ['approved', 'tasked', 'clearances-pending', 'ready', 'boarding', 'landed'];

/** The table of steps of a mission. */
export const MISSION_STEPS: Record<MissionAct, Step> = {
  task: { row: 'mission.task', from: ['approved'] },
  'await-clearances': { row: 'mission.ready', from: ['tasked', 'clearances-pending', 'ready'] },
  ready: { row: 'mission.ready', from: ['tasked', 'clearances-pending'] },
  assign: { row: 'mission.ready', from: [...ON_GROUND, 'airborne'] },
  board: { row: 'mission.report', from: ['ready', 'landed'] },
  depart: { row: 'mission.report', from: ['ready', 'boarding', 'landed'] },
  land: { row: 'mission.report', from: ['airborne'] },
  delay: { row: 'mission.report', from: [...ON_GROUND, 'airborne'] },
  divert: { row: 'mission.divert', from: ['airborne'] },
  cancel: { row: 'mission.cancel', from: ['approved', 'tasked', 'clearances-pending', 'ready', 'boarding'] },
  abort: { row: 'mission.report', from: ['landed'] },
  complete: { row: 'mission.report', from: ['landed'] },
};

/** And of a patient on the way. */
export const PATIENT_STEPS: Record<PatientAct, Step> = {
  manifest: { row: 'mission.approve', from: ['planned'] },
  collect: { row: 'request.collect', from: ['planned', 'manifested'] },
  stage: { row: 'request.collect', from: ['collected', 'in-transit'] },
  enplane: { row: 'request.enplane', from: ['collected', 'staged', 'in-transit'] },
  deplane: { row: 'request.enplane', from: ['enplaned'] },
  deliver: { row: 'request.deliver', from: ['enplaned', 'in-transit', 'staged', 'collected', 'diverted'] },
};

/** These end a mission: nobody may be on board. */
const EMPTY = new Set<MissionAct>(['cancel', 'abort', 'complete']);

/** What happens by the plan, in the order in which it does; the rest is what goes otherwise. */
const COURSE: MissionAct[] = ['task', 'ready', 'board', 'depart', 'land', 'complete'];
const OTHERWISE: MissionAct[] = ['assign', 'await-clearances', 'delay', 'divert', 'cancel', 'abort'];

const OVER = new Set(['complete', 'cancelled', 'aborted']);

export function isOver(mission: { state: string }): boolean {
  return OVER.has(mission.state);
}

export function can(mission: MissionLike, act: MissionAct, may: May): boolean {
  const step = MISSION_STEPS[act];
  if (!may(step.row) || !step.from.includes(mission.state)) return false;
  return !(EMPTY.has(act) && mission.aboard > 0);
}

/** What comes next by the plan: after the last leg it does not board again, and before it is not complete. */
export function course(mission: MissionLike, may: May): MissionAct[] {
  const isDone = mission.flown >= mission.legs.length;
  return COURSE.filter((act) => {
    if (!can(mission, act, may)) return false;
    if (act === 'complete') return isDone;
    if (act === 'board') return !isDone;
    // Boarding first where nobody has boarded yet; a leg without patients leaves at once.
    return act !== 'depart' || !isDone;
  });
}

/** What may have gone otherwise: kept apart, so that nobody presses it by mistake. */
export function otherwise(mission: MissionLike, may: May): MissionAct[] {
  const isDone = mission.flown >= mission.legs.length;
  const early = !isDone && mission.state === 'landed' && can(mission, 'complete', may) ? (['complete'] as MissionAct[]) : [];
  return [...OTHERWISE.filter((act) => can(mission, act, may)), ...early];
}

/** The airfield where it lands next: where it is diverted to, else by the plan. */
export function nextField(mission: MissionLike): string {
  return mission.diverted_to || (mission.legs[mission.flown]?.to ?? '');
}

/** The airfield where it stands, or that it has left last. */
export function lastField(mission: MissionLike): string {
  return mission.flown > 0 ? (mission.legs[mission.flown - 1]?.to ?? '') : (mission.legs[0]?.from ?? '');
}

/** What may be reported of a patient, the most likely first. Where the state is not told to this role the patient has not been put on the manifest yet. */
export function patientCourse(patient: PatientLike, mission: MissionLike, may: May): PatientAct[] {
  const state = patient.standing?.state ?? 'planned';
  const can = (act: PatientAct) => may(PATIENT_STEPS[act].row) && PATIENT_STEPS[act].from.includes(state);
  if (state === 'enplaned' && patient.route?.aboard && patient.route.aboard !== mission.id) return [];
  // In the air nobody gets on or off.
  const isInAir = mission.state === 'airborne';
  const order: PatientAct[] = ['manifest', 'collect', 'enplane', 'deplane', 'deliver', 'stage'];
  return order.filter((act) => {
    if (!can(act)) return false;
    if (act === 'enplane') return !isInAir && !isOver(mission);
    if (state === 'enplaned') return !isInAir;
    return true;
  });
}

/** Identifiers that are compared before somebody is moved: two of them, by name, never by what they say. */
export const IDENTIFIERS = ['name', 'date-of-birth', 'wristband', 'document'] as const;
export type Identifier = (typeof IDENTIFIERS)[number];

/** As the record wants them. */
export function compared(chosen: readonly Identifier[]): string {
  return IDENTIFIERS.filter((one) => chosen.includes(one))
    .map((one) => one.replaceAll('-', ' '))
    .join(', ');
}

/** Before these two identifiers are compared. */
export function needsIdentifiers(act: PatientAct): boolean {
  return act === 'collect' || act === 'enplane' || act === 'deliver';
}

/** What a report of a patient says. */
export function bodyOf(
  act: PatientAct,
  said: { mission: string; identifiers: readonly Identifier[]; facility: string; airfield: string },
): Record<string, string> {
  const identifiers = compared(said.identifiers);
  switch (act) {
    case 'collect':
      return { identifiers };
    case 'enplane':
      return { mission: said.mission, identifiers };
    case 'deliver':
      return { facility: said.facility, identifiers };
    case 'stage':
      return { facility: said.facility };
    case 'deplane':
      return { airfield: said.airfield };
    default:
      return {};
  }
}

/** What a mission is in after a report. */
export function after(mission: MissionLike, act: MissionAct): Partial<MissionLike> {
  switch (act) {
    case 'task':
      return { state: 'tasked' };
    case 'await-clearances':
      return { state: 'clearances-pending' };
    case 'ready':
      return { state: 'ready' };
    case 'board':
      return { state: 'boarding' };
    case 'depart':
      return { state: 'airborne' };
    case 'land':
      return { state: 'landed', flown: mission.flown + 1, diverted_to: null };
    case 'cancel':
      return { state: 'cancelled' };
    case 'abort':
      return { state: 'aborted' };
    case 'complete':
      return { state: 'complete' };
    default:
      return {};
  }
}

/** And a patient. */
export const PATIENT_AFTER: Record<PatientAct, string> = {
  manifest: 'manifested',
  collect: 'collected',
  stage: 'staged',
  enplane: 'enplaned',
  deplane: 'in-transit',
  deliver: 'delivered',
};
