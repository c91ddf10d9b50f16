/** Late, stale, and where a mission is by reckoning. */
import { describe, expect, it } from 'vitest';
import { awaited, inOrder, isStale, late, position, type Timed } from './times';

const HOUR = 3_600_000;
const at = (hour: number) => new Date(Date.UTC(2030, 4, 1, hour)).toISOString();
const ms = (hour: number) => Date.UTC(2030, 4, 1, hour);

function mission(state: string, more: Partial<Timed> = {}): Timed {
  return {
    state,
    flown: 0,
    legs: [
      { from: 'A', to: 'B', off_block_at: at(8), on_block_at: at(10) },
      { from: 'B', to: 'C', off_block_at: at(12), on_block_at: at(13) },
    ],
    reported_at: at(7),
    ...more,
  };
}

describe('late', () => {
  it('by its own time, by what was said, and not before', () => {
    expect(late(mission('ready'), ms(7))).toBe(0);
    expect(late(mission('boarding'), ms(9))).toBe(HOUR);
    expect(late(mission('boarding', { delayed_until: at(11) }), ms(7))).toBe(3 * HOUR);
    expect(late(mission('complete', { ended_at: at(9) }), ms(20))).toBe(0);
  });

  it('lands late where it has left late', () => {
    const flying = mission('airborne', { legs: [{ from: 'A', to: 'B', off_block_at: at(8), on_block_at: at(10), departed_at: at(9) }] });
    expect(awaited(flying)).toMatchObject({ what: 'land', expected: ms(11) });
    expect(late(flying, ms(9))).toBe(HOUR);
  });
});

describe('stale', () => {
  it('is who should have reported', () => {
    expect(isStale(mission('approved'), ms(8))).toBe(false);
    expect(isStale(mission('approved'), ms(9))).toBe(true);
    expect(isStale(mission('airborne', { reported_at: at(8) }), ms(10))).toBe(false);
    expect(isStale(mission('airborne', { reported_at: at(8) }), ms(11))).toBe(true);
    expect(isStale(mission('landed', { flown: 1, reported_at: at(10) }), ms(11))).toBe(false);
    expect(isStale(mission('complete', { ended_at: at(9) }), ms(99))).toBe(false);
  });
});

describe('position', () => {
  const places = new Map([
    ['A', { latitude: 0, longitude: 0 }],
    ['B', { latitude: 0, longitude: 90 }],
  ]);

  it('is reckoned in the air, and told on the ground', () => {
    const flying = mission('airborne', { legs: [{ from: 'A', to: 'B', off_block_at: at(8), on_block_at: at(10), departed_at: at(8) }] });
    const half = position(flying, places, ms(9));
    expect(half?.isEstimate).toBe(true);
    expect(half?.longitude).toBeCloseTo(45);
    expect(position(flying, places, ms(20))?.share).toBe(1);
    expect(position(mission('ready'), places, ms(9))).toMatchObject({ longitude: 0, isEstimate: false });
    expect(position(mission('landed', { flown: 2 }), places, ms(9))).toBeNull();
  });
});

it('orders: under way by what comes first, next by departure, done the last first', () => {
  const parts = inOrder([
    mission('landed', { flown: 1 }),
    mission('airborne'),
    mission('ready'),
    mission('complete', { ended_at: at(9) }),
    mission('cancelled', { ended_at: at(10) }),
  ]);
  expect(parts['under-way'].map((one) => one.state)).toEqual(['airborne', 'landed']);
  expect(parts.next.map((one) => one.state)).toEqual(['ready']);
  expect(parts.done.map((one) => one.state)).toEqual(['cancelled', 'complete']);
});
