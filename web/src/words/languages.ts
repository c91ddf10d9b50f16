/** The languages of the desk. */

export const LANGUAGES = ['en', 'fr', 'ar', 'uk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each by its own name. */
export const NAMES: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  ar: 'العربية',
  uk: 'Українська',
  ru: 'Русский',
};

/** Digits are those of the tables and manifests, also in Arabic. */
const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr', ar: 'ar-u-nu-latn', uk: 'uk', ru: 'ru' };

export function locale(language: Language): string {
  return LOCALES[language];
}

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The first of a browser's languages that we have. */
export function preferred(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = LANGUAGES.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
