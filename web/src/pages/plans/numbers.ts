/** Figures as they are written in the language that is shown. */
import { words } from '~/words/words.svelte';

const formats = new Map<string, Intl.NumberFormat>();

function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const full = `${words.locale} ${key}`;
  let made = formats.get(full);
  if (!made) formats.set(full, (made = new Intl.NumberFormat(words.locale, options)));
  return made;
}

export function figure(value: number, digits = 0): string {
  return format(`${digits}`, { maximumFractionDigits: digits }).format(value);
}

/** With its sign: what comes to or goes from something. */
export function signed(value: number, digits = 0): string {
  return format(`+${digits}`, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(value);
}

/** Parts of one as per cent. */
export function share(value: number): string {
  return format('%', { style: 'percent', maximumFractionDigits: 1 }).format(value);
}
