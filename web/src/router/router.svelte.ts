/** Which page is shown: by the address, with the browser's history. */
import { parse } from 'regexparam';

/** What an address says. */
export interface Place {
  /** The pattern that it matched, such as `/requests/:id`. */
  pattern: string;
  params: Record<string, string>;
  query: URLSearchParams;
}

class Router {
  #path = $state(location.pathname);
  #search = $state(location.search);

  constructor() {
    addEventListener('popstate', () => this.#read());
    // Links are links: with a modifier key, or elsewhere, the browser does as it always does.
    document.addEventListener('click', (event) => this.#clicked(event));
  }

  get path(): string {
    return this.#path;
  }

  get query(): URLSearchParams {
    return new URLSearchParams(this.#search);
  }

  /** Goes somewhere. */
  go(to: string, how: { replace?: boolean } = {}): void {
    if (how.replace) history.replaceState(null, '', to);
    else history.pushState(null, '', to);
    this.#read();
    if (!how.replace) scrollTo(0, 0);
  }

  /** Changes what stands behind the question mark, without another step in the history. */
  ask(changed: Record<string, string | null>): void {
    const query = this.query;
    for (const [key, value] of Object.entries(changed)) {
      if (value === null || value === '') query.delete(key);
      else query.set(key, value);
    }
    const text = query.toString();
    this.go(text ? `${this.#path}?${text}` : this.#path, { replace: true });
  }

  /** The first pattern that the address matches. */
  match(patterns: readonly string[]): Place | null {
    for (const pattern of patterns) {
      const { keys, pattern: shape } = compiled(pattern);
      const found = shape.exec(this.#path);
      if (!found) continue;
      const params = Object.fromEntries(keys.map((key, at) => [key, decodeURIComponent(found[at + 1] ?? '')]));
      return { pattern, params, query: this.query };
    }
    return null;
  }

  #read(): void {
    this.#path = location.pathname;
    this.#search = location.search;
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.pathname.startsWith('/api/')) return;
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

const shapes = new Map<string, { keys: string[]; pattern: RegExp }>();

function compiled(pattern: string): { keys: string[]; pattern: RegExp } {
  let made = shapes.get(pattern);
  if (!made) shapes.set(pattern, (made = parse(pattern)));
  return made;
}

/** An address with ids in it. */
export function at(parts: TemplateStringsArray, ...ids: string[]): string {
  return parts.reduce((path, part, index) => path + encodeURIComponent(ids[index - 1] ?? '') + part);
}

export const router = new Router();
