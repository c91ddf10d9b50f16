// What the start page counts, and what it calls soon and today.
import { describe, expect, it } from 'vitest';
import { byDeadline, counts, endingSoon, inState, open, today, unfinished, type Mission, type Request } from './standing';

const now = Date.parse('2026-03-01T23:30:00Z');
const request = (id: string, state: string, more: object = {}) => ({ id, standing: { state, ...more } }) as unknown as Request;
const mission = (id: string, state: string, off: string, on: string, zone: string | null = 'UTC') =>
  ({ id, state, flown: 0, legs: [{ off_block_at: off, on_block_at: on, from_zone: zone, to_zone: zone }] }) as unknown as Mission;

describe('requests', () => {
  const all = [request('a', 'cleared'), request('b', 'handed over'), request('c', 'cleared'), request('d', 'closed'), request('e', 'draft')];
  it('are counted in the order of their way', () => {
    expect(counts(all).map((one) => `${one.state} ${one.count}`)).toEqual(['draft 1', 'cleared 2', 'handed-over 1', 'closed 1']);
  });
  it('are open until nothing is left to do', () => {
    expect(open(all).map((one) => one.id)).toEqual(['a', 'b', 'c', 'e']);
    expect(inState(all, 'cleared')).toHaveLength(2);
  });
  it('without standing are not counted', () => {
    expect(counts([{ id: 'x' } as Request])).toEqual([]);
  });
  it('come by their deadline', () => {
    const some = [request('a', 'offered'), request('b', 'offered', { until: '2026-03-03T00:00:00Z' }), request('c', 'offered', { due: { by: '2026-03-02T00:00:00Z' } })];
    expect(byDeadline(some).map((one) => one.id)).toEqual(['c', 'b', 'a']);
  });
  it('end soon while they wait', () => {
    const fit = (id: string, state: string, until: string) => request(id, state, { fit_until: until });
    const some = [
      fit('a', 'accepted', '2026-03-02T00:00:00Z'),
      fit('b', 'cleared', '2026-03-01T00:00:00Z'),
      fit('c', 'cleared', '2026-03-30T00:00:00Z'),
      fit('d', 'delivered', '2026-03-01T00:00:00Z'),
      request('e', 'cleared'),
    ];
    expect(endingSoon(some, now, 48 * 3_600_000).map((one) => one.id)).toEqual(['b', 'a']);
  });
});

describe('missions', () => {
  it('are of today by the day at the place', () => {
    const there = mission('a', 'ready', '2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z', 'Africa/Cairo');
    const here = mission('b', 'ready', '2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z', 'UTC');
    const under = mission('c', 'airborne', '2026-02-27T01:00:00Z', '2026-02-27T03:00:00Z');
    const over = mission('d', 'complete', '2026-03-01T01:00:00Z', '2026-03-01T03:00:00Z');
    expect(today([there, here, under, over], now).map((one) => one.id)).toEqual(['a', 'c']);
  });
  it('come in the order in which they leave', () => {
    const later = mission('a', 'approved', '2026-03-03T01:00:00Z', '2026-03-03T03:00:00Z');
    const sooner = mission('b', 'clearances pending', '2026-03-02T01:00:00Z', '2026-03-02T03:00:00Z');
    const none = mission('c', 'cancelled', '2026-03-01T01:00:00Z', '2026-03-01T03:00:00Z');
    expect(unfinished([later, sooner, none]).map((one) => one.id)).toEqual(['b', 'a']);
  });
});
