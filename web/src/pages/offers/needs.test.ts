/** Each request of a hospital is in the one list where something is to be done with it. */
import { describe, expect, it } from 'vitest';
import type { Offer } from './beds';
import { ageBand, bedsOf, candidates, sorted, type Request } from './needs';

function request(id: string, state: string, rest: { until?: string; arrives_at?: string; row?: Record<string, string> } = {}): Request {
  const standing = { state, since: '2017-02-01T00:00:00Z', departure_confirmed: false, until: rest.until ?? null };
  return { id, version: 1, operation: 'op', row: rest.row ?? {}, standing, arrives_at: rest.arrives_at ?? null } as Request;
}

describe('needs', () => {
  it('are sorted by what has to be done, the next first', () => {
    const found = sorted([
      request('B', 'offered', { until: '2017-02-02T00:00:00Z' }),
      request('A', 'offered'),
      request('C', 'offered', { until: '2017-02-01T00:00:00Z' }),
      request('D', 'enplaned', { arrives_at: '2017-02-03T00:00:00Z' }),
      request('E', 'accepted'),
      request('F', 'delivered'),
      request('G', 'diverted'),
      request('H', 'handed-over'),
      request('I', 'closed'),
    ]);
    expect(found.asked.map(({ id }) => id)).toEqual(['C', 'B', 'A']);
    expect(found.arriving.map(({ id }) => id)).toEqual(['D', 'E']);
    expect(found.arrived.map(({ id }) => id)).toEqual(['F', 'G']);
    expect(found.signed.map(({ id }) => id)).toEqual(['H']);
  });
  it('are asked too where a plan has kept a bed that nobody has confirmed', () => {
    const all = [request('A', 'planned'), request('B', 'planned')];
    const found = sorted(all, new Set(['A']));
    expect(found.asked.map(({ id }) => id)).toEqual(['A']);
    expect(found.arriving.map(({ id }) => id)).toEqual(['B']);
  });
  it('show an age only by ten years', () => {
    expect([ageBand('0'), ageBand('34'), ageBand('101'), ageBand(undefined), ageBand('old')]).toEqual([[0, 9], [30, 39], [100, 109], null, null]);
  });
  it('find their beds', () => {
    const offer = { id: 'O', operation: 'op', row: { specialty: 'burns' }, beds: 3, free: 1, held: { A: '2017-02-02T00:00:00Z' }, confirmed: ['B'], consumed: [], withdrawn: null } as unknown as Offer;
    const { byRequest, unconfirmed } = bedsOf([offer]);
    expect([...byRequest.keys()]).toEqual(['A', 'B']);
    expect([...unconfirmed]).toEqual(['A']);
    const of = (row: Record<string, string>) => candidates([offer], request('A', 'offered', { row })).length;
    expect([of({ specialty: 'burns' }), of({ specialty: 'icu' }), of({ specialty: 'icu', acceptable_specialties: 'plastics burns' })]).toEqual([1, 0, 1]);
  });
});
