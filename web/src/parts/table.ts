/** What a column of a table is. */
import type { Snippet } from 'svelte';

export interface Column<T> {
  key: string;
  title: string;
  cell: Snippet<[T]>;
  /** What the rows are ordered by in this column; without it there is no ordering by it. */
  by?: (row: T) => string | number;
  /** A width as in CSS; else an equal share. */
  width?: string;
  /** Left away on narrow screens. */
  wide?: boolean;
  number?: boolean;
  /** Codes in a row, read from left to right in every language: where they are too long, their end is cut, not their begin. */
  codes?: boolean;
}

/** In which order: a column, and whether the greatest comes first. */
export interface Order {
  key: string;
  falling: boolean;
}

/** Rows in an order. Equal ones stay as they were. */
export function ordered<T>(rows: readonly T[], columns: readonly Column<T>[], order: Order | null, locale: string): T[] {
  const by = columns.find((column) => column.key === order?.key)?.by;
  if (!by || !order) return [...rows];
  const collator = new Intl.Collator(locale, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: by(row) }));
  const sign = order.falling ? -1 : 1;
  keyed.sort((a, b) => {
    const isNumber = typeof a.key === 'number' && typeof b.key === 'number';
    return sign * (isNumber ? Number(a.key) - Number(b.key) : collator.compare(String(a.key), String(b.key)));
  });
  return keyed.map(({ row }) => row);
}
