/** Two people change the same row: what each did, where they differ, and what is sent of one's own. */
import type { Row } from './row';

/** A column that both have changed, differently. */
export interface Clash {
  column: string;
  was: string;
  mine: string;
  theirs: string;
}

export interface Merged {
  /** What came of it: theirs where only they have changed it, mine where I have. */
  row: Row;
  /** Columns that the other has changed, whatever I did. */
  changed: string[];
  /** Columns that only I have changed, with my text. */
  mine: Row;
  /** Columns that only the other has changed, with their text. */
  theirs: Row;
  clashes: Clash[];
}

const cell = (row: Row, column: string): string => row[column] ?? '';
const columns = (...rows: Row[]): Set<string> => new Set(rows.flatMap((row) => Object.keys(row)));

/** `base` is what was read before typing, `typed` what was made of it, `now` what the record says by now. */
export function merge(base: Row, typed: Row, now: Row): Merged {
  const merged: Merged = { row: {}, changed: [], mine: {}, theirs: {}, clashes: [] };
  for (const column of columns(base, typed, now)) {
    const [was, mine, theirs] = [cell(base, column), cell(typed, column), cell(now, column)];
    merged.row[column] = mine === was ? theirs : mine;
    if (theirs !== was) merged.changed.push(column);
    if (mine === theirs) continue;
    if (mine === was) merged.theirs[column] = theirs;
    else if (theirs === was) merged.mine[column] = mine;
    else merged.clashes.push({ column, was, mine, theirs });
  }
  return merged;
}

/** Only the columns that differ: what a change sends. */
export function changes(base: Row, typed: Row): Row {
  const sent: Row = {};
  for (const column of columns(base, typed)) if (cell(typed, column) !== cell(base, column)) sent[column] = cell(typed, column);
  return sent;
}
