/** What of a plan stands on the map. */
import type { Shape } from '~/api/client';
import type { LonLat, MapLeg, MapPlace, Pointed } from '~/map/things';
import { hour } from '~/units/time';
import { indexOf, legId, legOf, type PlanFile } from '../file';
import type { Related, Thing } from '../selection.svelte';

export type Network = Shape<'NetworkView'>;

/** Where a place is. */
export function whereabouts(network: Network): Map<string, LonLat> {
  return new Map([...network.airfields, ...network.facilities].map((place) => [place.id, [place.longitude, place.latitude]]));
}

/** Every leg whose ends the network knows. */
export function legsOf(file: PlanFile, network: Network): MapLeg[] {
  const at = whereabouts(network);
  return file.missions.flatMap((mission) =>
    mission.legs.flatMap((leg, k): MapLeg[] => {
      const from = at.get(leg.from);
      const to = at.get(leg.to);
      if (!from || !to) return [];
      const name = `${mission.id} · ${leg.from}–${leg.to} · ${hour(leg.off_block_at, 'UTC')}–${hour(leg.on_block_at, 'UTC')} UTC · ${mission.aircraft}`;
      return [{ id: legId(mission.id, k), from, to, name }];
    }),
  );
}

/** Airfields and facilities that the plan comes to; the others would hide them. */
export function placesOf(file: PlanFile, network: Network): MapPlace[] {
  const used = new Set<string>();
  for (const mission of file.missions) for (const stop of mission.stops) used.add(stop.airfield);
  for (const journey of file.journeys) for (const step of journey.steps) if (step.kind !== 'lift') used.add(step.facility);
  return [
    ...network.airfields
      .filter(({ id }) => used.has(id))
      .map((field): MapPlace => ({ id: field.id, at: [field.longitude, field.latitude], label: field.id, name: `${field.id} · ${field.name}`, kind: 'airfield' })),
    ...network.facilities
      .filter(({ id }) => used.has(id))
      .map((one): MapPlace => ({ id: one.id, at: [one.longitude, one.latitude], label: one.id, name: `${one.id} · ${one.name}`, kind: one.is_staging ? 'staging' : 'hospital' })),
  ];
}

/** What is marked on the map for a thing: a leg alone, a patient's own legs and places, else all legs of its missions. */
export function markedFor(file: PlanFile, thing: Thing | null, of: Related): Pointed[] {
  if (!thing) return [];
  if (thing.kind === 'leg') return [{ kind: 'leg', id: thing.id }, ...ends(file, thing.id)];
  const marked: Pointed[] = [];
  if (thing.kind === 'patient') {
    for (const step of indexOf(file).journeyByPatient.get(thing.id)?.steps ?? []) {
      if (step.kind === 'lift') for (let k = step.boards_at_stop; k < step.leaves_at_stop; k++) marked.push({ kind: 'leg', id: legId(step.mission, k) });
      else marked.push({ kind: 'place', id: step.facility });
    }
    return marked;
  }
  if (thing.kind === 'offer') {
    for (const patient of of.patients) marked.push(...markedFor(file, { kind: 'patient', id: patient }, of));
    return marked;
  }
  for (const id of of.missions) {
    const mission = indexOf(file).missionById.get(id);
    mission?.legs.forEach((_, k) => marked.push({ kind: 'leg', id: legId(id, k) }));
  }
  return marked;
}

function ends(file: PlanFile, id: string): Pointed[] {
  const { mission, k } = legOf(id);
  const leg = indexOf(file).missionById.get(mission)?.legs[k];
  return leg ? [{ kind: 'place', id: leg.from }, { kind: 'place', id: leg.to }] : [];
}

