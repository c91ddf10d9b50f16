/** Parts of a manifest: who has to get on, who is on board, who is off. */
import type { MissionLike, PatientLike } from './reports';

export type Side = 'on' | 'aboard' | 'off';

const GONE = new Set(['delivered', 'diverted', 'handed-over', 'closed', 'withdrawn', 'died']);

/** Off is who has flown with this mission, or will not any more: further missions of the way come after this one. */
export function side(patient: PatientLike, mission: MissionLike): Side {
  const state = patient.standing?.state ?? 'planned';
  if (state === 'enplaned') return (patient.route?.aboard ?? mission.id) === mission.id ? 'aboard' : 'off';
  return GONE.has(state) ? 'off' : 'on';
}

export function sides<P extends PatientLike>(manifest: readonly P[], mission: MissionLike): Record<Side, P[]> {
  const parts: Record<Side, P[]> = { on: [], aboard: [], off: [] };
  for (const patient of manifest) parts[side(patient, mission)].push(patient);
  return parts;
}
