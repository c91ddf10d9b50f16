/** What is wrong with a clearance's form before it is sent: a column, and the message that says it. */
import type { Row } from '~/rows/row';
import { instant } from './status';

/** What is asked of a state. */
export function asked(row: Row): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!row.state) faults.state = 'clearances-fault-needed';
  else if (!/^[A-Z]{2}$/.test(row.state)) faults.state = 'clearances-fault-state';
  if (!row.kind) faults.kind = 'clearances-fault-needed';
  if (row.lead_hours && !(/^\d+$/.test(row.lead_hours) && Number(row.lead_hours) <= 10_000)) faults.lead_hours = 'clearances-fault-hours';
  return { ...faults, ...checkedWindow(row) };
}

/** The window in which it holds. */
export function checkedWindow(row: Row): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const column of ['valid_from', 'valid_to']) if (Number.isNaN(instant(row[column]))) faults[column] = 'clearances-fault-needed';
  if (instant(row.valid_to) <= instant(row.valid_from)) faults.valid_to = 'clearances-fault-window';
  return faults;
}

/** `2017-02-01T06:00` for a field of date and time in UTC, and back. */
export function toUtcField(text: string | undefined): string {
  const at = instant(text);
  return Number.isNaN(at) ? '' : new Date(at).toISOString().slice(0, 16);
}

export function fromUtcField(text: string): string {
  return text ? `${text.slice(0, 16)}Z` : '';
}
