/**
 * The audit from its end backwards. The interface gives entries after a number, the oldest first; numbers go on without a gap, so that the end is found by a few
 * short questions, and everything before it by counting back.
 */
import type { Shape } from '~/api/client';

export type Entry = Shape<'EntryView'>;

/** Entries after a number. */
export type Read = (after: number, limit: number) => Promise<Entry[]>;

/** The most that the interface gives at once. */
export const PAGE = 500;

/** The newest entries, the newest first. `hint` is a number that was once near the end. */
export async function newest(read: Read, hint = 0): Promise<Entry[]> {
  let low = Math.max(0, hint);
  if (low > 0 && (await read(low - 1, 1)).length === 0) low = 0;
  let high = low + PAGE;
  while ((await read(high, 1)).length > 0) {
    low = high;
    high = Math.max(high * 2, high + PAGE);
  }
  // Something comes after `low`, or it is the beginning; nothing after `high`.
  while (high - low > PAGE) {
    const middle = Math.floor((low + high) / 2);
    if ((await read(middle, 1)).length > 0) low = middle;
    else high = middle;
  }
  const after = Math.max(0, high - PAGE);
  return falling(await read(after, PAGE));
}

/** Those before the oldest that is there. */
export async function before(read: Read, oldest: number): Promise<Entry[]> {
  const after = Math.max(0, oldest - 1 - PAGE);
  const entries = await read(after, Math.min(PAGE, oldest - 1 - after));
  return falling(entries.filter((entry) => entry.number < oldest));
}

/** Those after the newest that is there. */
export async function since(read: Read, newest: number): Promise<Entry[]> {
  const all: Entry[] = [];
  let after = newest;
  for (;;) {
    const page = await read(after, PAGE);
    all.push(...page);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return falling(all);
    after = last.number;
  }
}

function falling(entries: Entry[]): Entry[] {
  return entries.toSorted((one, other) => other.number - one.number);
}
