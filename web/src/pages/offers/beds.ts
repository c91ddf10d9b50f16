/**
 * How beds count, by day. An offer has so many beds open at the same time from its first day of arrival to its last, in the facility's days. The record gives a bed to one
 * request, kept, confirmed or occupied, and does not say from which day to which: so a bed that is given counts as taken on every day of its offer. That is never too hopeful.
 */
import type { Shape } from '~/api/client';

export type Offer = Shape<'OfferView'>;

/** Beds of something on one day. */
export interface Count {
  total: number;
  free: number;
}

/** How one offer's beds stand at an instant. */
export interface Taken extends Count {
  held: number;
  confirmed: number;
  consumed: number;
}

/** When an offer runs out; `NaN` where it does not say so with an instant, as the record reads it. */
export function expiry(offer: Offer): number {
  const text = offer.row.expires_at ?? '';
  return /(z|[+-]\d{2}:?\d{2})$/i.test(text) ? Date.parse(text) : NaN;
}

function isBack(offer: Offer): boolean {
  return offer.state === 'withdrawn' || offer.withdrawn != null || offer.row.status?.toLowerCase() === 'withdrawn';
}

/** Whether beds of it can still be given away. */
export function stands(offer: Offer, now: number): boolean {
  if (isBack(offer)) return false;
  return !(expiry(offer) <= now);
}

/** A bed that is kept is free again when its time is over, without anybody saying so. */
export function taken(offer: Offer, now: number): Taken {
  let held = 0;
  for (const until of Object.values(offer.held)) if (Date.parse(until) > now) held += 1;
  const confirmed = offer.confirmed.length;
  const consumed = offer.consumed.length;
  const all = held + confirmed + consumed;
  // Whoever is accepted stays accepted where the offer itself is over.
  const isOpen = stands(offer, now);
  const total = isOpen ? offer.beds : confirmed + consumed;
  return { total, free: isOpen ? Math.max(0, offer.beds - all) : 0, held, confirmed, consumed };
}

/** State of an offer at an instant, in the words of the record. */
export function stateOf(offer: Offer, now: number): string {
  const { confirmed, consumed, free } = taken(offer, now);
  if (isBack(offer)) return 'withdrawn';
  if (offer.beds > 0 && consumed >= offer.beds) return 'consumed';
  if (offer.beds > 0 && confirmed + consumed >= offer.beds) return 'confirmed';
  if (!stands(offer, now)) return 'expired';
  if (free === 0) return 'held';
  return free < offer.beds ? 'partly-held' : 'open';
}

const DAY = 86_400_000;

/** `2017-02-01` as a number of days; `NaN` where it is none. */
export function dayNumber(day: string | undefined): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') ? Date.parse(`${day}T00:00Z`) / DAY : NaN;
}

export function dayOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/** More days than this are not shown side by side. */
export const MOST_DAYS = 120;

/** The days to show: of the operation's horizon, else of the offers. */
export function daysOf(offers: readonly Offer[], horizon: { from: string; to: string } | null | undefined): string[] {
  let first = Infinity;
  let last = -Infinity;
  if (horizon) {
    first = Math.floor(Date.parse(horizon.from) / DAY);
    // What ends at midnight does not have that day.
    last = Math.floor((Date.parse(horizon.to) - 1) / DAY);
  } else {
    for (const { row } of offers) {
      const from = dayNumber(row.from_on);
      const to = dayNumber(row.to_on);
      if (from < first) first = from;
      if (to > last) last = to;
    }
  }
  if (!Number.isFinite(first) || !Number.isFinite(last) || last < first) return [];
  const days: string[] = [];
  for (let day = first; day <= Math.min(last, first + MOST_DAYS - 1); day += 1) days.push(dayOf(day));
  return days;
}

/** A row of the map: a facility, or one specialty of it. */
export interface Line {
  key: string;
  facility: string;
  specialty: string | null;
  offers: Offer[];
  days: Count[];
}

/** Rows by facility and then by specialty, each with its beds on every day. One pass over the offers. */
export function lines(offers: readonly Offer[], days: readonly string[], now: number): Line[] {
  const first = dayNumber(days[0]);
  const facilities = new Map<string, { line: Line; specialties: Map<string, Line> }>();
  const fresh = (facility: string, specialty: string | null): Line => ({
    key: specialty === null ? facility : `${facility} ${specialty}`,
    facility,
    specialty,
    offers: [],
    days: days.map(() => ({ total: 0, free: 0 })),
  });
  for (const offer of offers) {
    const facility = offer.row.facility ?? '';
    const specialty = offer.row.specialty ?? '';
    let of = facilities.get(facility);
    if (!of) facilities.set(facility, (of = { line: fresh(facility, null), specialties: new Map() }));
    let line = of.specialties.get(specialty);
    if (!line) of.specialties.set(specialty, (line = fresh(facility, specialty)));
    line.offers.push(offer);
    of.line.offers.push(offer);
    const { total, free } = taken(offer, now);
    const from = Math.max(0, dayNumber(offer.row.from_on) - first);
    const to = Math.min(days.length - 1, dayNumber(offer.row.to_on) - first);
    for (let day = from; day <= to; day += 1) {
      for (const count of [line.days[day], of.line.days[day]]) {
        if (!count) continue;
        count.total += total;
        count.free += free;
      }
    }
  }
  return [...facilities.values()].flatMap(({ line, specialties }) => [line, ...specialties.values()]);
}

/** Whether an offer has beds on a day. */
export function covers(offer: Offer, day: string): boolean {
  return (offer.row.from_on ?? '') <= day && day <= (offer.row.to_on ?? '');
}

/** How full the shade is, from 0 (none free) to 4 (all free). */
export function shade({ total, free }: Count): number {
  if (total === 0 || free === 0) return 0;
  return Math.min(4, 1 + Math.floor((free / total) * 3.999));
}

/** What is looked for. */
export interface Wanted {
  specialty: string;
  country: string;
  onlyFree: boolean;
}

/** Offers of what is looked for; the country of a facility is known where the network may be read. */
export function wanted(offers: readonly Offer[], { specialty, country, onlyFree }: Wanted, countryOf: ReadonlyMap<string, string>, now: number): Offer[] {
  return offers.filter(
    (offer) =>
      (!specialty || offer.row.specialty === specialty) &&
      (!country || countryOf.get(offer.row.facility ?? '') === country) &&
      (!onlyFree || taken(offer, now).free > 0),
  );
}
