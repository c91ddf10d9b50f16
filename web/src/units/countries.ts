/** Countries by their names in the language of whoever looks. */
import { words } from '~/words/words.svelte';

const names = new Map<string, Intl.DisplayNames>();

/** The name of a country by its ISO 3166-1 code; the code where it has none. */
export function country(code: string | null | undefined): string {
  if (!code) return '';
  let made = names.get(words.locale);
  if (!made) names.set(words.locale, (made = new Intl.DisplayNames(words.locale, { type: 'region', fallback: 'code' })));
  try {
    return made.of(code.toUpperCase()) ?? code;
  } catch {
    // No code of a country.
    return code;
  }
}
