// The end of the audit is found by few questions, and nothing is told twice or left out on the way back.
import { expect, it } from 'vitest';
import { PAGE, before, newest, since, type Entry, type Read } from './trail';

function audit(count: number): { read: Read; asked: () => number } {
  let asked = 0;
  const entry = (number: number) => ({ number }) as Entry;
  return {
    asked: () => asked,
    read: async (after, limit) => {
      asked += 1;
      const last = Math.min(count, after + limit);
      return Array.from({ length: Math.max(0, last - after) }, (_, at) => entry(after + 1 + at));
    },
  };
}

it.each([0, 1, 499, 500, 501, 1000, 1001, 123_456, 2_000_000])('finds the end of %i entries', async (count) => {
  const { read, asked } = audit(count);
  const found = await newest(read);
  expect(found[0]?.number ?? 0).toBe(count);
  expect(found.length).toBeGreaterThanOrEqual(Math.min(count, 1));
  expect(asked()).toBeLessThan(30);
  const numbers = found.map((entry) => entry.number);
  expect(numbers).toEqual(numbers.map((_, at) => count - at));
});

it('goes back to the first', async () => {
  const { read } = audit(1703);
  const all = await newest(read);
  while (all.at(-1)!.number > 1) all.push(...(await before(read, all.at(-1)!.number)));
  expect(all.map((entry) => entry.number)).toEqual(Array.from({ length: 1703 }, (_, at) => 1703 - at));
});

it('takes what has come since', async () => {
  const { read } = audit(PAGE * 2 + 3);
  expect((await since(read, 1)).length).toBe(PAGE * 2 + 2);
  expect(await since(read, PAGE * 2 + 3)).toEqual([]);
});

it('begins near where it was', async () => {
  const { read, asked } = audit(100_120);
  expect((await newest(read, 100_000))[0]?.number).toBe(100_120);
  expect(asked()).toBeLessThan(4);
});
