/** What is other in a plan than in the one before it, leg by leg. Numbers of missions may have changed, so legs are known by aircraft, ends and time. */
import { legId, type PlanFile } from '../file';

export interface OldLeg {
  id: string;
  aircraft: string;
  mission: string;
  from: number;
  to: number;
  text: string;
  /** There is no such leg any more. */
  isGone: boolean;
}

export interface Difference {
  /** Legs of the new plan that the old one has not, by id. */
  added: Set<string>;
  /** Legs at another time, by id, with how much later in milliseconds. */
  shifted: Map<string, number>;
  old: OldLeg[];
}

/** Within this a leg between the same airfields is the same one, moved. */
const SAME = 24 * 3_600_000;

export function differenceOf(file: PlanFile, against: PlanFile): Difference {
  const old = legsOf(against);
  const waiting = new Map<string, OldLeg[]>();
  for (const leg of old) {
    const key = `${leg.aircraft} ${leg.text}`;
    const held = waiting.get(key);
    if (held) held.push(leg);
    else waiting.set(key, [leg]);
  }
  const added = new Set<string>();
  const shifted = new Map<string, number>();
  const unmatched: OldLeg[] = [];
  for (const leg of legsOf(file)) {
    const there = waiting.get(`${leg.aircraft} ${leg.text}`)?.find((one) => one.isGone && one.from === leg.from && one.to === leg.to);
    if (there) there.isGone = false;
    else unmatched.push(leg);
  }
  for (const leg of unmatched) {
    const near = (waiting.get(`${leg.aircraft} ${leg.text}`) ?? [])
      .filter((one) => one.isGone && Math.abs(one.from - leg.from) <= SAME)
      .sort((a, b) => Math.abs(a.from - leg.from) - Math.abs(b.from - leg.from))[0];
    if (near) {
      near.isGone = false;
      shifted.set(leg.id, leg.from - near.from);
    } else {
      added.add(leg.id);
    }
  }
  return { added, shifted, old };
}

function legsOf(file: PlanFile): OldLeg[] {
  return file.missions.flatMap((mission) =>
    mission.legs.map((leg, k) => ({
      id: legId(mission.id, k),
      aircraft: mission.aircraft,
      mission: mission.id,
      from: Date.parse(leg.off_block_at),
      to: Date.parse(leg.on_block_at),
      text: `${leg.from}–${leg.to}`,
      isGone: true,
    })),
  );
}
