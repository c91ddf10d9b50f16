/** What is looked at in a plan: one thing at a time, the same in the list, on the timeline, on the map and in the cabin. */
import { indexOf, legOf, missionsOf, type PlanFile } from './file';

export type Kind = 'mission' | 'patient' | 'offer' | 'leg' | 'aircraft';

/** A leg's id is `<mission>/<k>` (`legId` of file.ts). */
export interface Thing {
  kind: Kind;
  id: string;
}

export class Selection {
  /** Chosen by a click or a key; stays. */
  chosen = $state.raw<Thing | null>(null);
  /** Under the pointer or the keyboard's focus; comes and goes. */
  hovered = $state.raw<Thing | null>(null);

  choose(kind: Kind, id: string): void {
    this.chosen = { kind, id };
  }

  /** Chooses a thing, or lets go of it where it is chosen already. */
  toggle(kind: Kind, id: string): void {
    this.chosen = this.is(kind, id) ? null : { kind, id };
  }

  clear(): void {
    this.chosen = null;
  }

  hover(kind: Kind, id: string): void {
    this.hovered = { kind, id };
  }

  leave(): void {
    this.hovered = null;
  }

  is(kind: Kind, id: string): boolean {
    return this.chosen?.kind === kind && this.chosen.id === id;
  }

  isHovered(kind: Kind, id: string): boolean {
    return this.hovered?.kind === kind && this.hovered.id === id;
  }
}

/** What belongs to a thing: to be marked with it in every view. */
export interface Related {
  missions: Set<string>;
  patients: Set<string>;
  offers: Set<string>;
  aircraft: Set<string>;
}

/** What of a plan belongs to a thing. */
export function related(file: PlanFile, thing: Thing | null): Related {
  const of: Related = { missions: new Set(), patients: new Set(), offers: new Set(), aircraft: new Set() };
  if (!thing) return of;
  const index = indexOf(file);
  const addMission = (id: string) => {
    const mission = index.missionById.get(id);
    if (!mission) return;
    of.missions.add(id);
    of.aircraft.add(mission.aircraft);
    for (const journey of index.journeysByMission.get(id) ?? []) {
      of.patients.add(journey.patient);
      of.offers.add(journey.offer);
    }
  };
  if (thing.kind === 'mission') addMission(thing.id);
  if (thing.kind === 'leg') addMission(legOf(thing.id).mission);
  if (thing.kind === 'aircraft') for (const mission of index.missionsByAircraft.get(thing.id) ?? []) addMission(mission.id);
  if (thing.kind === 'patient') {
    of.patients.add(thing.id);
    addWay(thing.id);
  }
  if (thing.kind === 'offer') {
    of.offers.add(thing.id);
    for (const journey of index.journeysByOffer.get(thing.id) ?? []) {
      of.patients.add(journey.patient);
      addWay(journey.patient);
    }
  }
  return of;

  function addWay(patient: string): void {
    const journey = index.journeyByPatient.get(patient);
    if (!journey) return;
    of.offers.add(journey.offer);
    for (const id of missionsOf(journey)) {
      of.missions.add(id);
      const mission = index.missionById.get(id);
      if (mission) of.aircraft.add(mission.aircraft);
    }
  }
}
