/** Times as they are typed, on the clock of a place, and as they are sent, in UTC. */
import { parseAbsolute, parseDateTime, toZoned } from '@internationalized/date';

/** `2017-02-01T08:00` on the clock of a zone. */
export function toLocal(instant: string, zone: string): string {
  if (!instant || Number.isNaN(Date.parse(instant))) return '';
  return parseAbsolute(new Date(instant).toISOString(), zone).toString().slice(0, 16);
}

/**
 * The instant of a time on the clock of a zone; empty where it cannot be read. A time that is twice there, when clocks go back, is the first; one that is
 * not there, when they go on, is the one after: as the clock in the room shows it.
 */
export function toInstant(local: string, zone: string): string {
  if (!local) return '';
  try {
    return `${toZoned(parseDateTime(local.slice(0, 16)), zone, 'compatible').toAbsoluteString().slice(0, 19)}Z`;
  } catch {
    return '';
  }
}

/** All zones that the browser knows. */
export function zones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}
