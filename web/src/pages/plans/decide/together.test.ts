/** The missions that have to come along are found in what the server says. */
import { expect, it } from 'vitest';
import { together } from './together';

it('finds the missions that have to come along', () => {
  expect(together('they hang together with M003: adopt these too')).toEqual(['M003']);
  expect(together('they hang together with M003, M010: adopt these too')).toEqual(['M003', 'M010']);
  expect(together('no plan has a mission M9')).toEqual([]);
});
