// Two administrators at once: nobody's change is lost, and nobody's is undone by the other's.
import { expect, it } from 'vitest';
import { isSame, merged } from './roles';

it('keeps what both have given', () => {
  expect(merged(['crew'], ['crew', 'operator'], ['crew', 'information-officer'])).toEqual(['crew', 'operator', 'information-officer']);
});

it('takes what either has taken', () => {
  expect(merged(['crew', 'operator'], ['operator'], ['crew'])).toEqual([]);
});

it('does not give back what the other has taken and I have left', () => {
  expect(merged(['crew', 'operator'], ['crew', 'operator', 'auditor'], ['crew'])).toEqual(['crew', 'auditor']);
});

it('does not mind the order', () => {
  expect(isSame(['operator', 'crew'], ['crew', 'operator'])).toBe(true);
});
