// Times on the clocks of places, also when clocks change.
import { describe, expect, it } from 'vitest';
import { toInstant, toLocal } from './zoned';

describe('times on the clock of a place', () => {
  it('go to UTC and back', () => {
    expect(toInstant('2017-02-01T08:00', 'Africa/Tripoli')).toBe('2017-02-01T06:00:00Z');
    expect(toLocal('2017-02-01T06:00:00Z', 'Africa/Tripoli')).toBe('2017-02-01T08:00');
    expect(toLocal('2017-01-31T22:30Z', 'Europe/Moscow')).toBe('2017-02-01T01:30');
  });
  it('know when clocks change', () => {
    expect(toInstant('2026-03-29T02:30', 'Europe/Paris')).toBe('2026-03-29T01:30:00Z');
    expect(toInstant('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00Z');
  });
  it('are empty where nothing can be read', () => {
    expect(toInstant('', 'UTC')).toBe('');
    expect(toInstant('tomorrow', 'UTC')).toBe('');
    expect(toLocal('soon', 'UTC')).toBe('');
  });
});
