/** A mission as it will be once what was reported here has been sent: what is shown is what was said, and marked as not yet sent. */
import type { Entry } from '~/outbox/store';
import { PATIENT_AFTER, after, type MissionAct, type MissionLike, type PatientAct, type PatientLike } from './reports';

interface WithLegs extends MissionLike {
  legs: readonly { from: string; to: string; departed_at?: string | null; landed_at?: string | null }[];
  delayed_until?: string | null;
  manifest?: readonly PatientLike[] | null;
}

export interface Expected<M> {
  mission: M;
  /** Reports of the mission that wait, the oldest first. */
  waiting: Entry[];
  /** And of each patient. */
  patients: Map<string, Entry[]>;
}

const PATH = /^\/api\/v1\/(missions|requests)\/([^/]+)\/([\w-]+)$/;

/** Refused reports change nothing. */
export function expected<M extends WithLegs>(mission: M, entries: readonly Entry[]): Expected<M> {
  let now: M = mission;
  const waiting: Entry[] = [];
  const patients = new Map<string, Entry[]>();
  const reached = new Map<string, Partial<PatientLike>>();
  const onIt = new Set(mission.manifest?.map((patient) => patient.id));
  let aboard = 0;
  for (const entry of entries) {
    if (entry.state !== 'waiting') continue;
    const [, of, raw, act] = PATH.exec(entry.path) ?? [];
    if (!of || !raw || !act) continue;
    const id = decodeURIComponent(raw);
    if (of === 'missions' && id === mission.id) {
      waiting.push(entry);
      now = moved(now, act as MissionAct, entry);
    } else if (of === 'requests' && onIt.has(id) && act in PATIENT_AFTER) {
      patients.set(id, [...(patients.get(id) ?? []), entry]);
      const was = reached.get(id)?.standing?.state ?? mission.manifest?.find((patient) => patient.id === id)?.standing?.state;
      const state = PATIENT_AFTER[act as PatientAct];
      if (state === 'enplaned' && was !== 'enplaned') aboard += 1;
      if (state !== 'enplaned' && was === 'enplaned') aboard -= 1;
      reached.set(id, { standing: { state }, route: routeAfter(act as PatientAct, entry) });
    }
  }
  if (reached.size > 0 && now.manifest) {
    const manifest = now.manifest.map((patient) => {
      const to = reached.get(patient.id);
      return to ? { ...patient, standing: { ...patient.standing, ...to.standing }, route: { ...patient.route, ...to.route } } : patient;
    });
    now = { ...now, manifest };
  }
  if (aboard !== 0) now = { ...now, aboard: Math.max(0, now.aboard + aboard) };
  return { mission: now, waiting, patients };
}

function moved<M extends WithLegs>(mission: M, act: MissionAct, entry: Entry): M {
  const body = (entry.body ?? {}) as { until?: string; airfield?: string };
  let next = { ...mission, ...after(mission, act) };
  const dated = (name: 'departed_at' | 'landed_at') => {
    next = { ...next, legs: mission.legs.map((leg, at) => (at === mission.flown ? { ...leg, [name]: entry.happenedAt } : leg)) };
  };
  if (act === 'depart') dated('departed_at');
  if (act === 'land') dated('landed_at');
  if (act === 'delay' && body.until) next = { ...next, delayed_until: body.until };
  if (act === 'depart') next = { ...next, delayed_until: null };
  if (act === 'divert' && body.airfield) next = { ...next, diverted_to: body.airfield };
  return next;
}

function routeAfter(act: PatientAct, entry: Entry): PatientLike['route'] {
  const body = (entry.body ?? {}) as { mission?: string; airfield?: string; facility?: string };
  if (act === 'enplane') return { aboard: body.mission ?? null, waits_at: null };
  return { aboard: null, waits_at: body.airfield ?? (act === 'stage' ? (body.facility ?? null) : null) };
}
