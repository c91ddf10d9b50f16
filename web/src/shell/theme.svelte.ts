/** Light or dark: as the machine is set, or as was chosen here. */

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT = 'airbridge-theme';
const GROUNDS = { light: '#f4f6f8', dark: '#0f151b' };

class Themes {
  chosen = $state<Theme>('auto');
  #machine = matchMedia('(prefers-color-scheme: dark)');
  #isDark = $state(false);

  /** Whether it is dark now: pictures that are drawn in code ask it. */
  get isDark(): boolean {
    return this.#isDark;
  }

  begin(): void {
    const kept = localStorage.getItem(KEPT);
    this.chosen = THEMES.find((theme) => theme === kept) ?? 'auto';
    this.#machine.addEventListener('change', () => this.#apply());
    // Paper is white, whatever the screen is.
    addEventListener('beforeprint', () => (document.documentElement.dataset.theme = 'light'));
    addEventListener('afterprint', () => this.#apply());
    this.#apply();
  }

  choose(theme: Theme): void {
    this.chosen = theme;
    localStorage.setItem(KEPT, theme);
    this.#apply();
  }

  #apply(): void {
    this.#isDark = this.chosen === 'dark' || (this.chosen === 'auto' && this.#machine.matches);
    document.documentElement.dataset.theme = this.#isDark ? 'dark' : 'light';
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', GROUNDS[this.#isDark ? 'dark' : 'light']);
  }
}

export const theme = new Themes();
