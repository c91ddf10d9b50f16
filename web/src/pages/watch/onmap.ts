/** Missions as things on the map: legs flown, flown now and to come, the fields between, and where each aircraft is by reckoning. */
import type { LonLat, MapLeg, MapPlace, MapPosition } from '~/map/things';
import { position, part } from './times';
import type { MissionView } from './view';

interface Field {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
}

/** Degrees from north, at the beginning of the way. */
export function bearing(from: LonLat, to: LonLat): number {
  const [lon1, lat1, lon2, lat2] = [from[0], from[1], to[0], to[1]].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number, number];
  const east = Math.sin(lon2 - lon1) * Math.cos(lat2);
  const north = Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(lon2 - lon1);
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360;
}

interface Named {
  estimate: (mission: MissionView) => string;
  stands: (mission: MissionView) => string;
}

export function onMap(missions: readonly MissionView[], fields: ReadonlyMap<string, Field>, now: number, named: Named) {
  const legs: MapLeg[] = [];
  const positions: MapPosition[] = [];
  const used = new Map<string, MapPlace>();
  const place = (id: string): LonLat | null => {
    const field = fields.get(id);
    if (!field) return null;
    const at: LonLat = [field.longitude, field.latitude];
    used.set(id, { id, at, label: id, name: `${id} ${field.name}`, kind: 'airfield' });
    return at;
  };
  for (const mission of missions) {
    if (part(mission) === 'done') continue;
    mission.legs.forEach((leg, index) => {
      const isNow = index === mission.flown && mission.state === 'airborne';
      const from = place(leg.from);
      const to = place((isNow && mission.diverted_to) || leg.to);
      if (!from || !to) return;
      const tone = index < mission.flown ? 'flown' : isNow ? 'now' : 'plan';
      legs.push({ id: `${mission.id} ${index}`, from, to, name: `${mission.number}: ${leg.from} → ${leg.to}`, tone });
    });
    const is = position(mission, fields, now);
    if (!is) continue;
    const at: LonLat = [is.longitude, is.latitude];
    const towards = mission.legs[mission.flown];
    const to = towards && fields.get(mission.diverted_to || towards.to);
    const heading = is.isEstimate && to ? bearing(at, [to.longitude, to.latitude]) : null;
    positions.push({ id: mission.id, at, heading, label: mission.number, name: is.isEstimate ? named.estimate(mission) : named.stands(mission), isEstimate: is.isEstimate });
  }
  return { legs, positions, places: [...used.values()] };
}
