/** Beds by day: who takes one, what an end does, and how fast ten thousand are counted. */
import { describe, expect, it } from 'vitest';
import { covers, daysOf, lines, shade, stands, stateOf, taken, wanted, type Offer } from './beds';

const NOW = Date.parse('2017-02-01T12:00:00Z');

function offer(changed: Partial<Offer> & { row?: Record<string, string> } = {}): Offer {
  const { row, ...rest } = changed;
  return {
    id: 'O-1',
    version: 1,
    operation: 'op',
    organisation: 'org',
    state: 'open',
    beds: 6,
    free: 6,
    held: {},
    confirmed: [],
    consumed: [],
    withdrawn: null,
    ...rest,
    row: { facility: 'F', specialty: 'burns', from_on: '2017-02-01', to_on: '2017-02-03', ...row },
  };
}

describe('one offer', () => {
  it('counts beds that are kept, confirmed and occupied as taken', () => {
    const some = offer({ held: { A: '2017-02-01T13:00:00Z' }, confirmed: ['B', 'C'], consumed: ['D'] });
    expect(taken(some, NOW)).toEqual({ total: 6, free: 2, held: 1, confirmed: 2, consumed: 1 });
    expect(stateOf(some, NOW)).toBe('partly-held');
  });
  it('has a bed free again when it was kept long enough', () => {
    const over = offer({ held: { A: '2017-02-01T12:00:00Z' } });
    expect(taken(over, NOW).free).toBe(6);
    expect(stateOf(over, NOW)).toBe('open');
  });
  it('keeps who was accepted when it is taken back or has run out', () => {
    const back = offer({ withdrawn: 'flood', state: 'withdrawn', confirmed: ['A'] });
    expect(taken(back, NOW)).toMatchObject({ total: 1, free: 0 });
    expect(stateOf(back, NOW)).toBe('withdrawn');
    const late = offer({ row: { expires_at: '2017-02-01T11:59:00Z' }, confirmed: ['A'] });
    expect(stands(late, NOW)).toBe(false);
    expect(taken(late, NOW)).toMatchObject({ total: 1, free: 0 });
    expect(stateOf(late, NOW)).toBe('expired');
    expect(stateOf(offer({ row: { expires_at: '2017-02-01T12:01:00Z' } }), NOW)).toBe('open');
    expect(stateOf(offer({ row: { status: 'withdrawn' } }), NOW)).toBe('withdrawn');
  });
  it('never has less than none free', () => {
    expect(taken(offer({ beds: 1, confirmed: ['A', 'B'] }), NOW).free).toBe(0);
  });
  it('stands on its first and its last day', () => {
    expect(['2017-01-31', '2017-02-01', '2017-02-03', '2017-02-04'].map((day) => covers(offer(), day))).toEqual([false, true, true, false]);
  });
});

describe('days', () => {
  it('are those of the horizon, without a midnight at its end', () => {
    const days = daysOf([], { from: '2017-01-30T06:00:00Z', to: '2017-02-02T00:00:00Z' });
    expect(days).toEqual(['2017-01-30', '2017-01-31', '2017-02-01']);
  });
  it('are those of the offers where there is no horizon, and not without end', () => {
    expect(daysOf([offer()], null)).toEqual(['2017-02-01', '2017-02-02', '2017-02-03']);
    expect(daysOf([offer({ row: { to_on: '2099-01-01' } })], null)).toHaveLength(120);
    expect(daysOf([], null)).toEqual([]);
    expect(daysOf([offer({ row: { from_on: 'soon', to_on: '' } })], null)).toEqual([]);
  });
});

describe('the map', () => {
  it('adds offers of a specialty, and specialties of a facility', () => {
    const all = [
      offer({ id: 'A', beds: 2 }),
      offer({ id: 'B', beds: 3, confirmed: ['X'], row: { from_on: '2017-02-02', to_on: '2017-02-09' } }),
      offer({ id: 'C', beds: 1, row: { specialty: 'icu' } }),
    ];
    const found = lines(all, ['2017-02-01', '2017-02-02'], NOW);
    expect(found.map((line) => line.key)).toEqual(['F', 'F burns', 'F icu']);
    expect(found[1]?.days).toEqual([{ total: 2, free: 2 }, { total: 5, free: 4 }]);
    expect(found[0]?.days).toEqual([{ total: 3, free: 3 }, { total: 6, free: 5 }]);
  });
  it('passes over days that are none', () => {
    const found = lines([offer({ row: { from_on: '', to_on: 'x' } })], ['2017-02-01'], NOW);
    expect(found[0]?.days).toEqual([{ total: 0, free: 0 }]);
  });
  it('shades by the share that is free', () => {
    expect([[4, 0], [0, 0], [6, 1], [6, 3], [6, 6]].map(([total, free]) => shade({ total: total ?? 0, free: free ?? 0 }))).toEqual([0, 0, 1, 2, 4]);
  });
  it('leaves what is not looked for', () => {
    const all = [offer({ id: 'A' }), offer({ id: 'B', row: { specialty: 'icu', facility: 'G' }, beds: 1, confirmed: ['X'] })];
    const countries = new Map([['F', 'DE'], ['G', 'FR']]);
    const ids = (what: Partial<Parameters<typeof wanted>[1]>) =>
      wanted(all, { specialty: '', country: '', onlyFree: false, ...what }, countries, NOW).map(({ id }) => id);
    expect(ids({})).toEqual(['A', 'B']);
    expect(ids({ specialty: 'icu' })).toEqual(['B']);
    expect(ids({ country: 'DE' })).toEqual(['A']);
    expect(ids({ onlyFree: true })).toEqual(['A']);
  });
  it('counts ten thousand offers of a bed over sixty days within a tenth of a second', () => {
    const days = daysOf([offer({ row: { to_on: '2017-04-01' } })], null);
    const all = Array.from({ length: 10_000 }, (_, at) => offer({ id: `${at}`, beds: 1, row: { facility: `F${at % 200}`, specialty: `s${at % 27}`, to_on: '2017-04-01' } }));
    const began = performance.now();
    const found = lines(all, days, NOW);
    // Generous for machines that do much else; on a quiet one it is some tens of milliseconds.
    expect(performance.now() - began).toBeLessThan(1000);
    expect(found.reduce((sum, line) => sum + (line.specialty === null ? (line.days[0]?.free ?? 0) : 0), 0)).toBe(10_000);
  });
});
