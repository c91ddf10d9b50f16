/** A hospital's requests by what it has to do with them. */
import type { Shape } from '~/api/client';
import type { Offer } from './beds';

export type Request = Shape<'RequestView'>;

export interface Sorted {
  /** To be answered, the first to end first. */
  asked: Request[];
  /** Accepted, and not here yet, in the order of arrival. */
  arriving: Request[];
  /** Here, and not signed for. */
  arrived: Request[];
  /** Signed for, until somebody closes it. */
  signed: Request[];
}

const ARRIVING = new Set(['accepted', 'planned', 'manifested', 'collected', 'staged', 'enplaned', 'in-transit']);

/** Ends are compared as text: instants of the interface are written alike. What has none comes last. */
function byText(text: (request: Request) => string | null | undefined) {
  return (one: Request, other: Request): number => {
    const [a, b] = [text(one) || '~', text(other) || '~'];
    return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
  };
}

export function sorted(requests: readonly Request[], unanswered: ReadonlySet<string> = new Set()): Sorted {
  const found: Sorted = { asked: [], arriving: [], arrived: [], signed: [] };
  for (const request of requests) {
    const state = request.standing?.state ?? '';
    // A plan has kept a bed that the hospital has not confirmed yet: it is asked too.
    if (state === 'offered' || (state === 'planned' && unanswered.has(request.id))) found.asked.push(request);
    else if (ARRIVING.has(state)) found.arriving.push(request);
    else if (state === 'delivered' || state === 'diverted') found.arrived.push(request);
    else if (state === 'handed-over') found.signed.push(request);
  }
  found.asked.sort(byText((request) => request.standing?.until ?? request.standing?.due?.by));
  found.arriving.sort(byText((request) => request.arrives_at));
  found.arrived.sort(byText((request) => request.standing?.since));
  return found;
}

/** Which of one's offers keeps a bed for a request, and whether it is confirmed. */
export function bedsOf(offers: readonly Offer[]): { byRequest: Map<string, Offer>; unconfirmed: Set<string>; until: Map<string, string> } {
  const byRequest = new Map<string, Offer>();
  const unconfirmed = new Set<string>();
  const until = new Map<string, string>();
  for (const offer of offers) {
    for (const [request, end] of Object.entries(offer.held)) {
      byRequest.set(request, offer);
      unconfirmed.add(request);
      until.set(request, end);
    }
    for (const request of [...offer.confirmed, ...offer.consumed]) byRequest.set(request, offer);
  }
  return { byRequest, unconfirmed, until };
}

/** Ten years of age: a need is shown without what tells of somebody. */
export function ageBand(years: string | undefined): [number, number] | null {
  if (!years || !/^\d+$/.test(years)) return null;
  const from = Math.floor(Number(years) / 10) * 10;
  return [from, from + 9];
}

/** Of one's own offers those that may be meant where several are asked at once: right specialty, a bed free. */
export function candidates(offers: readonly Offer[], request: Request): Offer[] {
  const right = new Set([request.row.specialty, ...(request.row.acceptable_specialties ?? '').split(/\s+/)]);
  return offers.filter((offer) => offer.operation === request.operation && right.has(offer.row.specialty) && offer.free > 0 && !offer.withdrawn);
}
