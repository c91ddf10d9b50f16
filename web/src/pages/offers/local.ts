/** Instants in fields for date and time, which know no zone: they are in the zone of whoever types. */

const two = (number: number): string => String(number).padStart(2, '0');

/** `2017-02-01T08:00` for a field; empty where there is no instant. */
export function toField(at: string | undefined): string {
  const date = new Date(at ?? '');
  if (Number.isNaN(date.getTime())) return '';
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** `2017-02-01T06:00Z` for the record; empty where nothing sensible was typed. */
export function fromField(text: string): string {
  const date = new Date(text);
  return text === '' || Number.isNaN(date.getTime()) ? '' : `${date.toISOString().slice(0, 16)}Z`;
}
