/** Days of a zone. */
import { expect, test } from 'vitest';
import { daysOf } from './days';

const iso = (at: number) => new Date(at).toISOString().slice(0, 16);

test('days begin at the zone’s midnight, and one is shorter when clocks go forward', () => {
  const days = daysOf(Date.parse('2022-03-26T12:00Z'), Date.parse('2022-03-28T12:00Z'), 'Europe/Warsaw');
  expect(days.map(({ from }) => iso(from))).toEqual(['2022-03-25T23:00', '2022-03-26T23:00', '2022-03-27T22:00']);
  expect((days[1]!.to - days[1]!.from) / 3_600_000).toBe(23);
});

test('in UTC they are days', () => {
  expect(daysOf(Date.parse('2017-02-01T00:00Z'), Date.parse('2017-02-02T00:00Z'), 'UTC').length).toBe(1);
});
