/** The colours of pictures that are drawn in code, read from the tokens: a canvas knows no variables. */

export interface Palette {
  sea: string;
  land: string;
  border: string;
  ink: string;
  soft: string;
  halo: string;
  accent: string;
  good: string;
  warn: string;
  bad: string;
}

/** As the page is now. */
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const isDark = document.documentElement.dataset.theme === 'dark';
  return {
    sea: isDark ? '#0f151b' : '#dfe7ee',
    land: isDark ? '#222d37' : '#fbfcfd',
    border: isDark ? '#4b5b69' : '#aab7c2',
    ink: token('ink'),
    soft: token('ink-soft'),
    halo: isDark ? '#0f151b' : '#ffffff',
    accent: token('accent'),
    good: token('good'),
    warn: token('warn'),
    bad: token('bad'),
  };
}

/** On paper. */
export const PAPER: Palette = {
  sea: '#ffffff',
  land: '#f0f0f0',
  border: '#999999',
  ink: '#000000',
  soft: '#444444',
  halo: '#ffffff',
  accent: '#000000',
  good: '#000000',
  warn: '#000000',
  bad: '#000000',
};
