/** Instants and spans as they are written. Every time is shown with its zone, and in UTC. */
import { words } from '~/words/words.svelte';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${words.locale} ${zone} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(words.locale, { timeZone: zone, hourCycle: 'h23', ...options });
    formats.set(key, made);
  }
  return made;
}

/** The zone of whoever looks. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Wed 1 Feb` in a zone. */
export function day(at: string | number | Date, zone: string): string {
  return format(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at));
}

/** `1 February 2017` in a zone. */
export function date(at: string | number | Date, zone: string): string {
  return format(zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
}

/** `08:00` in a zone. */
export function hour(at: string | number | Date, zone: string): string {
  return format(zone, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

/** The zone's short name at an instant, such as `EET`, else its offset. */
export function zoneName(at: string | number | Date, zone: string): string {
  const parts = format(zone, { timeZoneName: 'short' }).formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** `2017-02-01` in a zone, for keys and for columns. */
export function isoDay(at: string | number | Date, zone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));
}

/** `2017-02-01T06:00Z`, for columns. */
export function isoMinute(at: string | number | Date): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

/** A span in words and figures, `3 d 4 h`, `25 min`; the sign is not told. */
export function span(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 60) return words.t('span-minutes', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return words.t('span-hours', { hours, minutes: minutes % 60 });
  return words.t('span-days', { days: Math.floor(hours / 24), hours: hours % 24 });
}
