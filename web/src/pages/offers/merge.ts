/** Two people change the same row: what the other has changed, and what is sent of one's own. */

export type Row = Record<string, string>;

/** A column that both have changed, differently. */
export interface Clash {
  column: string;
  mine: string;
  theirs: string;
}

export interface Merged {
  /** What stands in the form now: theirs where only they have changed it, mine where I have. */
  row: Row;
  /** Columns that the other has changed. */
  changed: string[];
  clashes: Clash[];
}

const cell = (row: Row, column: string): string => row[column] ?? '';

/** `base` is what was read before typing, `mine` what was typed, `theirs` what the record says now. */
export function merge(base: Row, mine: Row, theirs: Row): Merged {
  const row: Row = {};
  const changed: string[] = [];
  const clashes: Clash[] = [];
  for (const column of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, typed, is] = [cell(base, column), cell(mine, column), cell(theirs, column)];
    if (is !== was) changed.push(column);
    if (typed !== was && is !== was && typed !== is) clashes.push({ column, mine: typed, theirs: is });
    row[column] = typed === was ? is : typed;
  }
  return { row, changed, clashes };
}

/** Only the columns that differ: what a change sends. */
export function changes(base: Row, mine: Row): Row {
  const sent: Row = {};
  for (const column of new Set([...Object.keys(base), ...Object.keys(mine)])) {
    if (cell(mine, column) !== cell(base, column)) sent[column] = cell(mine, column);
  }
  return sent;
}
