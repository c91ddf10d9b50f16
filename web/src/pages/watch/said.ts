/** Reports as the outbox takes them: with what was seen, so that nothing is said of a mission that has gone on meanwhile. */
import type { Report } from '~/outbox/outbox.svelte';
import type { Seen } from '~/outbox/store';
import { at } from '~/router/router.svelte';
import type { MissionAct, MissionLike, PatientAct, PatientLike } from './reports';

type Body = Record<string, unknown>;

/** These hold in any state of the same leg. */
const ANY_STATE = new Set<MissionAct>(['delay', 'assign']);

/** These end a mission: what was reported of its patients goes first. */
const LAST = new Set<MissionAct>(['complete', 'cancel', 'abort']);

export interface Numbered extends MissionLike {
  number: string;
  version: number;
  manifest?: readonly { id: string }[] | null | undefined;
}

export function missionReport(mission: Numbered, act: MissionAct, body: Body, happenedAt?: string): Report {
  const seen: Seen = { flown: mission.flown };
  if (!ANY_STATE.has(act)) seen.state = mission.state;
  const place = typeof body.airfield === 'string' ? body.airfield : '';
  return {
    method: 'POST',
    path: at`/api/v1/missions/${mission.id}/${act}`,
    body,
    subject: `mission/${mission.id}`,
    version: mission.version,
    seen,
    ...(LAST.has(act) ? { needs: (mission.manifest ?? []).map((patient) => `request/${patient.id}`) } : {}),
    label: { key: `watch-did-${act}`, args: { mission: mission.number, place } },
    ...(happenedAt ? { happenedAt } : {}),
  };
}

/** Before a patient is on the manifest a crew is not told which of the two it is. */
const UNTOLD = ['planned', 'manifested'];

export function patientReport(patient: PatientLike & { version: number }, mission: Numbered, act: PatientAct, body: Body, happenedAt?: string): Report {
  const state = patient.standing?.state;
  const place = [body.airfield, body.facility].find((said): said is string => typeof said === 'string') ?? '';
  return {
    method: 'POST',
    path: at`/api/v1/requests/${patient.id}/${act}`,
    body,
    subject: `request/${patient.id}`,
    version: patient.version,
    seen: { 'standing.state': !state || UNTOLD.includes(state) ? (act === 'manifest' ? ['planned'] : UNTOLD) : state },
    label: { key: `watch-did-${act}`, args: { patient: patient.id, mission: mission.number, place } },
    ...(happenedAt ? { happenedAt } : {}),
  };
}
