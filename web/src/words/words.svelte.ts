/** Every word that people read, from the files under `locales/`, a language loaded when it is wanted. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import { LANGUAGES, direction, locale, preferred, type Language } from './languages';

/** The texts of each language: its files, joined. */
const texts: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import('virtual:words/en'),
  fr: () => import('virtual:words/fr'),
  ar: () => import('virtual:words/ar'),
  uk: () => import('virtual:words/uk'),
  ru: () => import('virtual:words/ru'),
};

const KEPT = 'airbridge-language';

class Words {
  language = $state<Language>('en');
  #bundle = $state.raw<FluentBundle | null>(null);

  get locale(): string {
    return locale(this.language);
  }

  get direction(): 'ltr' | 'rtl' {
    return direction(this.language);
  }

  /** The text of a message, or of one of its attributes as `message.attribute`. A missing one is shown by its name. */
  t(key: string, args?: Record<string, FluentVariable>): string {
    const bundle = this.#bundle;
    if (!bundle) return '';
    const [id, attribute] = key.split('.') as [string, string | undefined];
    const message = bundle.getMessage(id);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (!pattern) return key;
    return bundle.formatPattern(pattern, args ?? null, []);
  }

  /** Whether there is such a message. */
  has(key: string): boolean {
    return this.#bundle?.hasMessage(key) ?? false;
  }

  /** The text of a code such as a state or a specialty: `prefix-code`, else the code as it stands. */
  code(prefix: string, code: string | null | undefined): string {
    if (!code) return '';
    const key = `${prefix}-${code.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
    return this.has(key) ? this.t(key) : code;
  }

  /** Words one after the other, with what the language puts between them. */
  list(items: readonly string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'unit', style: 'short' }).format(items);
  }

  async begin(): Promise<void> {
    const kept = localStorage.getItem(KEPT);
    await this.use(LANGUAGES.find((language) => language === kept) ?? preferred(navigator.languages));
  }

  /** Another language, from now on on this machine. */
  async choose(language: Language): Promise<void> {
    localStorage.setItem(KEPT, language);
    await this.use(language);
  }

  async use(language: Language): Promise<void> {
    const { default: text } = await texts[language]();
    const bundle = new FluentBundle(locale(language));
    bundle.addResource(new FluentResource(text));
    this.#bundle = bundle;
    this.language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = direction(language);
  }
}

export const words = new Words();

/** Short, for pages. */
export const t = (key: string, args?: Record<string, FluentVariable>): string => words.t(key, args);
