/** Instants and spans as they are written. Every time is shown with its zone, and in UTC. */
import { words } from '~/words/words.svelte';

/** How an instant is written. */
const STYLES = {
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  hour: { hour: '2-digit', minute: '2-digit' },
  zone: { timeZoneName: 'short' },
  iso: { year: 'numeric', month: '2-digit', day: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, style: keyof typeof STYLES, locale: string = words.locale): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${style}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...STYLES[style] });
    formats.set(key, made);
  }
  return made;
}

/** The zone of whoever looks. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `Wed 1 Feb` in a zone. */
export function day(at: string | number | Date, zone: string): string {
  return format(zone, 'day').format(new Date(at));
}

/** `1 February 2017` in a zone. */
export function date(at: string | number | Date, zone: string): string {
  return format(zone, 'date').format(new Date(at));
}

/** `08:00` in a zone. */
export function hour(at: string | number | Date, zone: string): string {
  return format(zone, 'hour').format(new Date(at));
}

/** The zone's short name at an instant, such as `EET`, else its offset. */
export function zoneName(at: string | number | Date, zone: string): string {
  const parts = format(zone, 'zone').formatToParts(new Date(at));
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** `2017-02-01` in a zone, for keys and for columns. */
export function isoDay(at: string | number | Date, zone: string): string {
  return format(zone, 'iso', 'en-CA').format(new Date(at));
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

/** An instant as it is reported: by the whole second, since plans know no part of one. */
export function toSecond(at: string | Date): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
