/** Who lies and sits where on a leg: places by kind, since a plan fixes no numbered places. As rules 2 and 3 of the checker count them. */
import type { Shape } from '~/api/client';

type Row = Record<string, string>;
export type Configuration = Shape<'ConfigurationView'>;

export type PlaceKind = 'intensive-care' | 'litter' | 'seat';

/** In what of them somebody needs to lie, whatever they ride on. */
const LYING = new Set(['1A', '2A', '2B']);

export function placeKind(row: Row): PlaceKind {
  if (row.critical_care === 'icu') return 'intensive-care';
  const lies = row.mobility === 'litter' || row.mobility === 'incubator' || LYING.has((row.classification ?? '').toUpperCase());
  return lies ? 'litter' : 'seat';
}

/** How many places of their kind. */
export function placesTaken(row: Row): number {
  return row.bariatric === 'yes' && placeKind(row) !== 'seat' ? 2 : 1;
}

export function attendants(row: Row): number {
  return (Number(row.medical_attendants) || 0) + (Number(row.other_attendants) || 0);
}

/** Needs an isolation place; by droplets or air a closed unit. */
export function isolation(row: Row): 'none' | 'bay' | 'unit' {
  if (row.isolation === 'droplet' || row.isolation === 'airborne') return 'unit';
  return row.isolation === 'contact' ? 'bay' : 'none';
}

/** One place of the drawing. */
export interface Seat {
  kind: PlaceKind;
  patient: string | null;
  /** A seat for somebody who goes with this patient. */
  isAttendant: boolean;
  /** The second place of one who needs two. */
  isSecond: boolean;
  /** Beyond what the cabin has. */
  isOver: boolean;
}

export interface Count {
  taken: number;
  there: number;
}

export interface Cabin {
  places: Record<PlaceKind, Seat[]>;
  intensiveCare: Count;
  /** Those of intensive care included. */
  litters: Count;
  seats: Count;
  isolationUnits: Count;
  /** Units and bay together. */
  isolation: Count;
  /** On board, but nothing is known of them: their place is not drawn. */
  unknown: string[];
}

/** The cabin on a leg. `rowOf` knows what may be seen of a patient. */
export function cabinOf(configuration: Configuration, aboard: readonly string[], rowOf: (patient: string) => Row | undefined): Cabin {
  const taken: Record<PlaceKind, Seat[]> = { 'intensive-care': [], litter: [], seat: [] };
  const unknown: string[] = [];
  let [units, isolated] = [0, 0];
  const going: Seat[] = [];
  for (const patient of aboard) {
    const row = rowOf(patient);
    if (!row || row.mobility === undefined) {
      unknown.push(patient);
      continue;
    }
    const kind = placeKind(row);
    for (let n = 0; n < placesTaken(row); n++) taken[kind].push({ kind, patient, isAttendant: false, isSecond: n > 0, isOver: false });
    for (let n = 0; n < attendants(row); n++) going.push({ kind: 'seat', patient, isAttendant: true, isSecond: false, isOver: false });
    const needs = isolation(row);
    if (needs === 'unit') units++;
    if (needs !== 'none') isolated++;
  }
  taken.seat.push(...going);
  const intensive = configuration.intensive_care;
  const ordinary = Math.max(0, configuration.litters - intensive);
  // An ordinary litter patient may lie on an intensive-care station where the litters are full.
  const spare = Math.max(0, intensive - taken['intensive-care'].length);
  const moved = Math.min(spare, Math.max(0, taken.litter.length - ordinary));
  const guests = moved > 0 ? taken.litter.splice(taken.litter.length - moved, moved) : [];
  const lying = taken['intensive-care'].length + taken.litter.length + guests.length;
  const sum = { intensiveCare: taken['intensive-care'].length, seats: taken.seat.length };
  return {
    places: {
      'intensive-care': filled('intensive-care', [...taken['intensive-care'], ...guests], intensive),
      litter: filled('litter', taken.litter, ordinary),
      seat: filled('seat', taken.seat, configuration.seats),
    },
    intensiveCare: { taken: sum.intensiveCare, there: intensive },
    litters: { taken: lying, there: configuration.litters },
    seats: { taken: sum.seats, there: configuration.seats },
    isolationUnits: { taken: units, there: configuration.isolation_units },
    isolation: { taken: isolated, there: configuration.isolation_units + configuration.isolation_bay },
    unknown,
  };
}

function filled(kind: PlaceKind, taken: Seat[], there: number): Seat[] {
  const all = taken.map((seat, at) => ({ ...seat, isOver: at >= there }));
  while (all.length < there) all.push({ kind, patient: null, isAttendant: false, isSecond: false, isOver: false });
  return all;
}

/** Weights of the operation format where an operation sets no others (policy.care). */
const CRITICAL = { ventilated: 4, icu: 2, intermediate: 1 };
const NURSING: Record<string, number> = { '1': 4, '2': 3, '3': 2, '4': 1 };

export function criticalPoints(row: Row): number {
  if (row.ventilated === 'yes') return CRITICAL.ventilated;
  if (row.critical_care === 'icu') return CRITICAL.icu;
  return row.critical_care === 'intermediate' ? CRITICAL.intermediate : 0;
}

export function nursingPoints(row: Row): number {
  return NURSING[row.dependency ?? ''] ?? 0;
}
