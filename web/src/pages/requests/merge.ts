/** Two people have changed the same request: what each did, and where they differ. */
import type { Row } from './view';

export interface Merged {
  /** Columns that only I have changed, with my text. */
  mine: Row;
  /** Columns that only the other has changed, with their text: they stand. */
  theirs: Row;
  /** Columns that both have changed, differently: somebody has to choose. */
  both: { column: string; was: string; mine: string; theirs: string }[];
}

/** `was` is what I began with, `typed` what I made of it, `now` what the request says now. */
export function merge(was: Row, typed: Row, now: Row): Merged {
  const merged: Merged = { mine: {}, theirs: {}, both: [] };
  for (const column of new Set([...Object.keys(was), ...Object.keys(typed), ...Object.keys(now)])) {
    const [old, mine, theirs] = [was[column] ?? '', typed[column] ?? '', now[column] ?? ''];
    if (mine === theirs) continue;
    if (mine === old) merged.theirs[column] = theirs;
    else if (theirs === old) merged.mine[column] = mine;
    else merged.both.push({ column, was: old, mine, theirs });
  }
  return merged;
}

/** What differs from `was`: what is sent. */
export function changed(was: Row, typed: Row): Row {
  const row: Row = {};
  for (const column of Object.keys(typed)) if ((typed[column] ?? '') !== (was[column] ?? '')) row[column] = typed[column] ?? '';
  return row;
}
